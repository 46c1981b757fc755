/** What a cell looks like, as far as that tells a table from a text that is not cut well. */
export type Kind = 'blank' | 'number' | 'date' | 'time' | 'moment' | 'flag' | 'code' | 'address' | 'text';

const NUMBER =
  /^[-+(]?\s*(?:[$€£¥￥]|[A-Z]{3}\s)?\s*[-+]?(?:\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s*(?:%|％|[$€£¥￥元万亿])?\)?$|^[-+]?\.\d+$|^[０-９．，]+$/;
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp][Mm])?$/;
const MOMENT =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日)(?:[T ]| \s?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp][Mm])?(?:Z|\s?[-+]\d{2}:?\d{2})?$/;
const FLAG = /^(?:true|false|yes|no|y|n|t|f|是|否|n\/a|na|null|none|nan|-|--)$/i;
const ADDRESS = /^(?:[a-z]+:\/\/\S+|[^\s@]+@[^\s@]+\.[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3})$/i;
const CODE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/#-]*$/;
const LONGEST = 200;

export function toKind(cell: string): Kind {
  const text = cell.trim();
  if (text === '') return 'blank';
  if (text.length > LONGEST) return 'text';
  if (TIME.test(text)) return 'time';
  if (DATE.test(text)) return 'date';
  if (MOMENT.test(text)) return 'moment';
  if (NUMBER.test(text)) return 'number';
  if (FLAG.test(text)) return 'flag';
  if (ADDRESS.test(text)) return 'address';
  return CODE.test(text) ? 'code' : 'text';
}

const LONGEST_NAME = 80;

/** Whether a cell can be the name of a column, and is no value that a column of numbers or dates holds. */
export function isWord(cell: string, longest = LONGEST_NAME): boolean {
  const text = cell.trim();
  if (text === '' || text.length > longest || !/\p{L}|^[#№]$/u.test(text)) return false;
  const kind = toKind(text);
  return kind === 'text' || kind === 'flag' || (kind === 'code' && /^\p{L}/u.test(text));
}
