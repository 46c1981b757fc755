import { toBuiltIn } from '../format/builtIn';
import { readTags } from '../xml';

/** The number formats of a workbook's cell styles. */
export interface Styles {
  /** Format codes, each once; the first is that of a cell without a style. */
  formats: string[];
  /** The place in `formats` of each cell style. */
  styleFormats: number[];
  placeOf(code: string): number;
}

export function toStyles(xml: string): Styles {
  const custom = new Map<string, string>();
  const formats = ['General'];
  const styleFormats: number[] = [];
  const places = new Map([['General', 0]]);
  const placeOf = (code: string): number => {
    let place = places.get(code);
    if (place === undefined) {
      place = formats.push(code) - 1;
      places.set(code, place);
    }
    return place;
  };
  let isWithin = false;
  for (const { name, isEnd, attributes } of readTags(xml)) {
    if (name === 'numFmt' && attributes['numFmtId'] && attributes['formatCode'] !== undefined) {
      custom.set(attributes['numFmtId'], attributes['formatCode']);
    } else if (name === 'cellXfs') isWithin = !isEnd;
    else if (name === 'xf' && isWithin && !isEnd) {
      const id = attributes['numFmtId'] ?? '0';
      styleFormats.push(placeOf(custom.get(id) || toBuiltIn(Number(id))));
    }
  }
  return { formats, styleFormats, placeOf };
}
