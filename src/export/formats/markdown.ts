import type { Vector } from 'apache-arrow';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Format, Loss, WriteFormat } from './format';
import { toFlatType } from './plain';
import { toTexts } from './texts';

export const markdown: Format = {
  name: 'markdown',
  ending: 'md',
  type: 'text/markdown',
  fields: {},
  plan: ({ type }) => toFlatType(type),
  losses: findShownLosses,
};

/** Of what is written to be read by people. */
export function findShownLosses(columns: readonly Column[]): Loss[] {
  const losses: Loss[] = [{ code: 'types' }];
  if (columns.some(({ type }) => toFamily(type) === 'text'))
    losses.push({ code: 'missing' }, { code: 'control-signs' });
  return losses;
}

const encoder = new TextEncoder();
const ROWS_AT_ONCE = 10_000;

/** A table as GitHub and most others read it. */
export const writeMarkdown: WriteFormat<object> = async ([table], { push }) => {
  const { columns } = table!;
  const toLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rules = columns.map(({ type }) => (toFamily(type) === 'number' ? '---:' : '---'));
  await push(encoder.encode(toLine(columns.map(({ name }) => escapeMarkdown(name))) + toLine(rules)));
  for await (const batch of table!.batches()) {
    const texts = columns.map((column, k) => toTexts(batch.getChildAt(k) as Vector, column));
    for (let from = 0; from < batch.numRows; from += ROWS_AT_ONCE) {
      let lines = '';
      for (let row = from; row < Math.min(batch.numRows, from + ROWS_AT_ONCE); row++)
        lines += toLine(texts.map((column) => escapeMarkdown(column[row] ?? '')));
      await push(encoder.encode(lines));
    }
  }
};

/** A sign with a meaning in Markdown or HTML is the sign alone; a line break stays in its cell. */
export function escapeMarkdown(text: string): string {
  return showControls(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|~$]/g, String.raw`\$&`)
    .replace(/\b(https?|ftp):|\bwww\.|@/gi, (found) =>
      found.replace(/[:.@]$/, (sign) => `&#${sign.charCodeAt(0)};`),
    )
    .replace(/^([#+-]|\d+[.)])/, (found) => found.replace(/[#+.)-]$/, String.raw`\$&`))
    .replace(/\r\n|\n|\r/g, '<br>');
}

/** Control signs by the pictures that Unicode has of them: most readers would drop them, or the file. */
export function showControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (sign) =>
    String.fromCharCode(0x2400 + sign.charCodeAt(0)),
  );
}
