import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import * as vg from '@uwdata/vgplot';

// the same four charts as `brush.mjs` draws, as Mosaic's own examples of linked histograms do it
const TABLE = 't';

/** Reads the picked file into a table in memory. @param {File} file */
async function load(file) {
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(workerUrl));
  await db.instantiate(wasmUrl);
  await db.registerFileHandle('t.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await db.connect();
  await connection.query(`CREATE TABLE ${TABLE} AS SELECT * FROM read_csv('t.csv')`);
  vg.coordinator().databaseConnector(vg.wasmConnector({ duckdb: db, connection }));
  const [row] = (await connection.query(`SELECT count(*)::INTEGER AS rows FROM ${TABLE}`)).toArray();
  return row.rows;
}

function draw() {
  const brush = vg.Selection.crossfilter();
  const from = () => vg.from(TABLE, { filterBy: brush });
  const size = [vg.width(680), vg.height(140)];
  const charts = {
    brushed: vg.plot(
      vg.rectY(from(), { x: vg.bin('v3', { steps: 40 }), y: vg.count() }),
      vg.intervalX({ as: brush }),
      ...size,
    ),
    by_text: vg.plot(vg.barY(from(), { x: 'id1', y: vg.sum('v1') }), ...size),
    by_number: vg.plot(vg.barY(from(), { x: 'id4', y: vg.avg('v2') }), ...size),
    along: vg.plot(vg.rectY(from(), { x: vg.bin('id6', { steps: 60 }), y: vg.count() }), ...size),
  };
  const main = document.querySelector('main');
  for (const [name, chart] of Object.entries(charts)) {
    chart.dataset.chart = name;
    main.append(chart);
  }
  return brush;
}

window.mosaic = { load, draw };
