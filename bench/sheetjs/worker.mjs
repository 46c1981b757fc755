import { read, utils } from './xlsx.mjs';

/** Dense sheets are what SheetJS advises for large files. */
onmessage = async ({ data: file }) => {
  const start = performance.now();
  const workbook = read(await file.arrayBuffer(), { dense: true });
  const rows = utils.sheet_to_json(workbook.Sheets[workbook.SheetNames[0]]);
  const ms = performance.now() - start;
  postMessage({ ms, rows: rows.length, quantity: rows.reduce((sum, row) => sum + (row.quantity ?? 0), 0) });
};
postMessage('ready');
