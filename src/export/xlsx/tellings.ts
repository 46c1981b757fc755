import type { Book, Loss, LossKind, PageRow } from './book';
import type { WrittenSheet } from './state';
import type { XlsxWords } from './words';
import { fill } from './words';

const heading = (value: string) => ({ value, look: 'heading' as const });
const GROUPED = '#,##0';

/** The sheet that lists the others. */
export function toContents({ title }: Book, sheets: readonly WrittenSheet[], words: XlsxWords): PageRow[] {
  return [
    [{ value: title, look: 'title' }],
    [],
    [words.sheet, words.rows, words.columns, words.about].map(heading),
    ...sheets.map(({ name, rows, columns, of, about, share, hasHeader }): PageRow => [
      { value: name, to: { sheet: of, name } },
      hasHeader ? { value: rows, format: GROUPED } : null,
      hasHeader ? columns : null,
      [about, share && fill(words.share, share)].filter(Boolean).join(' ') || null,
    ]),
  ];
}

const said: Record<LossKind, keyof XlsxWords> = {
  'long-text': 'longText',
  'old-date': 'oldDate',
  'long-number': 'longNumber',
  'not-a-number': 'notNumber',
  duration: 'duration',
  'too-many-links': 'tooManyLinks',
  'no-total': 'noTotal',
};

/** So many cells are named in a row. */
const MOST_PLACES = 20;

/** What was told to be noted, and what is not in the file as it was. */
export function toNotes({ notes = [] }: Book, losses: readonly Loss[], words: XlsxWords): PageRow[] {
  if (losses.length === 0) return [...notes];
  return [
    ...notes,
    ...(notes.length > 0 ? [[]] : []),
    [{ value: words.lossesTitle, look: 'title' }],
    [words.what, words.sheet, words.column, words.count, words.places].map(heading),
    ...losses.map(({ kind, sheet, column, count, places }): PageRow => [
      words[said[kind]],
      sheet,
      column,
      { value: count, format: GROUPED },
      places.slice(0, MOST_PLACES).join(' ') + (count > MOST_PLACES ? ` ${words.morePlaces}` : ''),
    ]),
  ];
}
