import type { ChartCell, ChartTold } from '../../cells/chart/compile';
import { toChartFile } from '../../cells/chart/files';
import { drawCell, readDrawn } from '../../cells/chart/picture';
import type { Picture } from '../../charts/spec/picture';
import type { TablePicture } from '../../export/xlsx/book';
import { chartWords, loadChartWords } from '../../i18n/charts/charts';
import type { CellState } from '../../run/state';
import { saveFile } from '../../ui/saveFile';
import type { Cell } from '../../workbook/cell';
import type { App } from '../context';
import { tell, tellProblem } from '../notice';
import type { ExportTable } from './current';
import type { PictureFormat } from './pictureFormat';
import { toFileName } from '../sharing/fileName';
import { toWords } from '../words';

export interface PictureSettings {
  /** In points; a PNG has `scale` times as many. */
  width?: number;
  height?: number;
  dark?: boolean;
  /** On paper, or on nothing. */
  paper?: boolean;
  /** Patterns besides colours. */
  patterns?: boolean;
  scale?: number;
}

const known: Readonly<Record<keyof PictureSettings, 'number' | 'boolean'>> = {
  width: 'number',
  height: 'number',
  dark: 'boolean',
  paper: 'boolean',
  patterns: 'boolean',
  scale: 'number',
};
const WIDTH = 960;

/** The picture of a chart's cell by its name, drawn of the rows that it has kept: also of one that was never on screen. */
export async function exportPicture(
  app: App,
  name: string,
  format: PictureFormat,
  settings: PictureSettings = {},
): Promise<Blob> {
  for (const [key, value] of Object.entries(settings)) {
    const type = known[key as keyof PictureSettings];
    if (!type) throw new Error(`unknown option of ${format}: ${key}`);
    if (typeof value !== type || (typeof value === 'number' && !(value > 0 && value <= 20_000)))
      throw new Error(`invalid ${key}: ${String(value)}`);
  }
  const found = app.workbooks()?.findTable(name);
  if (found?.cell.kind !== 'chart') throw new Error(`no chart named: ${name}`);
  const { width = WIDTH, height, dark = false, paper = true, patterns = false, scale = 2 } = settings;
  const look = { width, dark, patterns, ...(height !== undefined && { height }) };
  const picture = await draw(app, found, look);
  if (!picture) throw new Error(`not run yet: ${name}`);
  return toChartFile(picture, format, { dark, paper, scale });
}

/** Undefined where it has not run, or has another kind since. */
async function draw(
  { engine }: Pick<App, 'engine'>,
  { cell, state: { result, told } }: { cell: Cell; state: CellState },
  look: Parameters<typeof drawCell>[2],
): Promise<Picture | undefined> {
  if (!result || told === undefined) return undefined;
  await loadChartWords();
  const drawn = await readDrawn(engine, { id: result.id, told: told as ChartTold });
  return drawCell(cell as ChartCell, drawn, look);
}

/** As wide as stands beside a table on a screen. */
const SHEET_WIDTH = 720;
/** So many points of the image come to one of the sheet, so that it is sharp when it is printed. */
const SHEET_SCALE = 2;

/** The picture of a chart as it lies in a sheet beside its rows, on paper whatever the page looks like. */
export async function toSheetPicture(
  parts: Pick<App, 'engine' | 'workbooks'>,
  { id, chart }: ExportTable,
): Promise<TablePicture | undefined> {
  const workbooks = parts.workbooks();
  const cell = chart === undefined ? undefined : workbooks?.cell(chart);
  if (!cell) return undefined;
  const state = workbooks!.stateOf(cell.id)();
  // it has run since: these rows are those before
  if (state.result?.id !== id) return undefined;
  const picture = await draw(parts, { cell, state }, { width: SHEET_WIDTH, dark: false });
  if (!picture) return undefined;
  const blob = await toChartFile(picture, 'png', { scale: SHEET_SCALE });
  const png = new Uint8Array(await blob.arrayBuffer());
  return { png, alt: picture.says, scale: SHEET_SCALE };
}

/** Saves the picture of a cell as a download. */
export async function savePicture(app: App, id: string, format: PictureFormat): Promise<void> {
  const name = app.workbooks()?.cell(id)?.name ?? '';
  try {
    const file = toFileName(name, format);
    saveFile(file, await exportPicture(app, name, format));
    tell({ text: () => chartWords().plate.saved(file) });
  } catch (error) {
    tellProblem(error, toWords);
  }
}

/** Puts the picture of a cell into the clipboard. */
export async function copyPicture(app: App, id: string): Promise<void> {
  const name = app.workbooks()?.cell(id)?.name ?? '';
  try {
    // it takes what is still being made, as it must be asked while the press of a key counts
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': exportPicture(app, name, 'png') })]);
    tell({ text: () => chartWords().plate.copied });
  } catch (error) {
    tellProblem(error, toWords);
  }
}
