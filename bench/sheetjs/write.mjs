import { NAMES, toRow } from './rows.mjs';
import { utils, write } from './xlsx.mjs';

onmessage = ({ data: { rows, sheets, compression } }) => {
  const tables = Array.from({ length: sheets }, (_, sheet) => {
    const [from, to] = [sheet, sheet + 1].map((at) => (at * rows) / sheets);
    return [NAMES, ...Array.from({ length: to - from }, (_, k) => toRow(from + k))];
  });
  const start = performance.now();
  const book = utils.book_new();
  for (const [at, table] of tables.entries())
    utils.book_append_sheet(book, utils.aoa_to_sheet(table, { dense: true }), `xlsx_${at}`);
  const { byteLength } = write(book, { type: 'array', bookType: 'xlsx', compression });
  postMessage({ ms: performance.now() - start, bytes: byteLength });
};
postMessage('ready');
