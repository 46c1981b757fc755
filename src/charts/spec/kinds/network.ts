import { flag, number } from '../../../steps/field';
import { quoteName } from '../../../sql/quote';
import { findColumn } from '../../../steps/write';
import type { ChartKind, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toRows, toWhere } from '../groups';
import { toAggregate, toKeySql, toMeasureSql } from '../keys';

/** Who goes with whom: names as dots, and lines between them as wide as what binds them. */
export const network: ChartKind = {
  mark: 'network',
  slots: {
    source: { role: 'group' },
    target: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  whole: true,
  fields: {
    arrows: flag(),
    most: number({ otherwise: 80, min: 1, max: 500, whole: true }),
  },
  asks: ['most'],
  make,
};

async function make({ chart, from, columns, ask, hold }: MakeContext): Promise<Made> {
  const { most } = chart.options as { most: number };
  const key = (slot: string) => {
    const channel = only(chart, slot)!;
    return toKeySql(channel, findColumn(columns, channel.column!)!);
  };
  const measure = only(chart, 'y')!;
  const aggregate = toAggregate(measure, columns);
  const sum = toMeasureSql(aggregate, findColumn(columns, measure.column ?? ''));
  const weight = aggregate === 'share' ? `${sum} / nullif(sum(${sum}) OVER (), 0)` : sum;
  const [source, target] = ['source', 'target'].map((slot) => quoteName(only(chart, slot)!.column!));
  const held = await hold(
    [
      `SELECT CAST(${key('source')} AS VARCHAR) AS source, CAST(${key('target')} AS VARCHAR) AS target,`,
      `  ${weight} AS weight`,
      `FROM ${from}${toWhere(chart)}${chart.options.where ? ' AND' : '\nWHERE'} ${source} IS NOT NULL AND ${target} IS NOT NULL`,
      'GROUP BY ALL',
    ].join('\n'),
  );
  const [edges] = toRows(await ask(`SELECT count(*) FROM ${held}`));
  const [counts] = toRows(
    await ask(
      `SELECT count(*), count(*) FILTER (WHERE ${source} IS NULL OR ${target} IS NULL)\nFROM ${from}${toWhere(chart)}`,
    ),
  );
  const [groups, rows, missing] = [Number(edges![0]), Number(counts![0]), Number(counts![1])];
  return {
    sql: `SELECT source, target, weight\nFROM ${held}\nORDER BY weight DESC NULLS LAST, source, target\nLIMIT ${most}`,
    slots: ['source', 'target', 'y'],
    chart,
    told: {
      rows,
      ...(missing > 0 && { missing }),
      ...(groups > most && { strongestOf: { shown: most, groups } }),
    },
  };
}
