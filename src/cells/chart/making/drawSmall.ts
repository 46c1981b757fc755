import type { Picture } from '../../../charts/spec/picture';
import { makeChart, toData, toWhole } from '../../../charts/spec/compile';
import { drawChart } from '../../../charts/spec/drawing';
import type { Proposal } from '../../../charts/spec/propose/drawable';
import type { Rows } from '../../../engine/engine';
import { chartWords } from '../../../i18n/charts/charts';
import type { Column } from '../../../table/column';

/** Drawn at this size and shown smaller, so that letters keep their room. */
const SIZE = { width: 300, height: 170 };

export interface SmallOptions {
  /** What stands after `FROM`. */
  from: string;
  columns: readonly Column[];
  dark: boolean;
  tag: string;
  query: (sql: string) => Promise<Rows>;
}

/** A chart as a small picture; none where there is nothing to draw. */
export async function drawSmall(
  { mark, settings }: Proposal,
  { from, columns, dark, tag, query }: SmallOptions,
): Promise<Picture | undefined> {
  const chart = toWhole(mark, { ...settings, legend: 'none' });
  const { sql, ...made } = await makeChart({
    chart,
    from,
    columns,
    pixels: SIZE.width,
    ask: async (question) => (await query(question)).values,
    hold: async (held) => `(${held})`,
  });
  const found = await query(sql);
  if (found.rowCount === 0) return undefined;
  const rows = toData(found, made.slots);
  const picture = drawChart(
    { chart, made, rows, columns },
    { ...SIZE, dark, tag, words: chartWords().picture },
  );
  return { ...picture, notes: [] };
}
