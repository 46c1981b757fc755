import type { Vector } from 'apache-arrow';
import { toFamily } from '../../table/column';
import type { Format, WriteFormat } from './format';
import { findShownLosses, showControls } from './markdown';
import { toFlatType } from './plain';
import { toTexts } from './texts';

export const html: Format = {
  name: 'html',
  ending: 'html',
  type: 'text/html',
  fields: {},
  plan: ({ type }) => toFlatType(type),
  losses: findShownLosses,
};

const encoder = new TextEncoder();
const ROWS_AT_ONCE = 10_000;

/** Spreadsheets that open the page take a class with this format for text, and leave zeros and long numbers as they are. */
const STYLE = `
body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5rem; color: #1d2328; background: #fff; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: 600; padding-block: 0.5rem; }
th, td { padding: 0.25rem 0.6rem; border: 1px solid #d5dadf; text-align: start; vertical-align: top; white-space: pre-wrap; }
thead th { background: #f2f4f6; position: sticky; top: 0; }
.n { text-align: end; font-variant-numeric: tabular-nums; }
.t { mso-number-format: "\\@"; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e7ea; background: #16191c; }
  th, td { border-color: #3a4046; }
  thead th { background: #22272b; }
}
@media print { thead { display: table-header-group; } thead th { position: static; } tr { break-inside: avoid; } }
`;

/** A page of one table: no script, and nothing that is asked of anyone. */
export const writeHtml: WriteFormat<object> = async ([table], { push, words }) => {
  const { columns, name } = table!;
  const classes = columns.map(({ type }) =>
    toFamily(type) === 'number' ? 'n' : toFamily(type) === 'text' ? 't' : '',
  );
  const open = classes.map((name) => (name ? `<td class="${name}">` : '<td>'));
  const heads = columns.map(
    (column, k) => `<th scope="col"${classes[k] === 'n' ? ' class="n"' : ''}>${escapeHtml(column.name)}</th>`,
  );
  await push(
    encoder.encode(
      `<!doctype html>\n<html lang="${escapeHtml(words['lang'] ?? 'en')}">\n<head>\n<meta charset="utf-8">\n` +
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
        `<meta name="viewport" content="width=device-width">\n<title>${escapeHtml(name)}</title>\n<style>${STYLE}</style>\n</head>\n` +
        `<body>\n<table>\n<caption dir="auto">${escapeHtml(name)}</caption>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody dir="auto">\n`,
    ),
  );
  for await (const batch of table!.batches()) {
    const texts = columns.map((column, k) => toTexts(batch.getChildAt(k) as Vector, column));
    for (let from = 0; from < batch.numRows; from += ROWS_AT_ONCE) {
      let rows = '';
      for (let row = from; row < Math.min(batch.numRows, from + ROWS_AT_ONCE); row++) {
        rows += '<tr>';
        for (let k = 0; k < texts.length; k++) rows += `${open[k]}${escapeHtml(texts[k]![row] ?? '')}</td>`;
        rows += '</tr>\n';
      }
      await push(encoder.encode(rows));
    }
  }
  await push(encoder.encode('</tbody>\n</table>\n</body>\n</html>\n'));
};

export function escapeHtml(text: string): string {
  return (
    showControls(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // a reader makes one sign of the two
      .replaceAll('\r', '&#13;')
  );
}
