export interface SplitOptions {
  delimiter: string;
  quote: string;
  limit?: number;
}

/** The first records of a sample, as fields. A quote opens only at the start of a field, as in the engine's own reader. */
export function splitRecords(
  sample: string,
  { delimiter, quote, limit = Infinity }: SplitOptions,
): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let start = true;
  const endField = () => {
    fields.push(field);
    field = '';
    start = true;
  };
  for (let at = 0; at < sample.length && records.length < limit; at++) {
    const char = sample[at]!;
    if (quoted) {
      if (char !== quote) field += char;
      else if (sample[at + 1] === quote) field += sample[++at];
      else quoted = false;
    } else if (start && char === quote) {
      quoted = true;
      start = false;
    } else if (sample.startsWith(delimiter, at)) {
      endField();
      at += delimiter.length - 1;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && sample[at + 1] === '\n') at++;
      endField();
      records.push(fields);
      fields = [];
    } else {
      field += char;
      start = false;
    }
  }
  if (records.length < limit && (field !== '' || fields.length > 0)) records.push([...fields, field]);
  return records;
}
