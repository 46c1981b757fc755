import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { column, flag, list, table, text } from '../field';
import { toStep } from '../step';
import { findColumn } from '../write';
import { toCast, toRowsWith } from './rows';

/** The table in which a chain keeps the model that it has learned. */
const MODEL = 'model';

interface Read {
  name: string;
  kind: 'number' | 'text';
}

/** What a model that another cell has learned says of these rows. */
export const score = toStep({
  step: 'score',
  family: 'analyse',
  fields: {
    // other analyses have tables of that name, too
    model: table({ beside: { name: MODEL, columns: ['part', 'content'] } }),
    /** Columns that go by another name here. */
    names: list({ name: text({ is: 'name' }), column: column() }, { optional: true }),
    chances: flag(),
  },
  ask: ({ model }) => `SELECT content\nFROM ${toModel(model)}\nWHERE part = 'encoding'`,
  task: ({ model, names, chances }, { from, columns, found }) => ({
    sql: toRead(from, toReads(found[0]?.[0]), { columns, names }),
    beside: { model: `SELECT part, content\nFROM ${toModel(model)}` },
    analysis: 'score',
    settings: { chances },
    seed: 0,
  }),
  make: (_, context) => toRowsWith(context),
});

const toModel = (cell: string) => `${quoteName(cell)}.${quoteName(MODEL)}`;

function toReads(content: unknown): readonly Read[] {
  if (typeof content !== 'string') throw new Problem('analysis-misfit', { params: { why: 'no-model' } });
  return (JSON.parse(content) as { columns: Read[] }).columns;
}

/** Each column as the model knows it. */
function toRead(
  from: string,
  reads: readonly Read[],
  { columns, names }: { columns: readonly Column[]; names: readonly { name: string; column: string }[] },
): string {
  const read = reads.map(({ name, kind }) => {
    const called = names.find((each) => isSameName(each.name, name))?.column ?? name;
    const column = findColumn(columns, called);
    if (!column) throw new Problem('step-misfit', { params: { why: 'model-column', column: name } });
    if (kind === 'number' && toFamily(column.type) !== 'number')
      throw new Problem('step-family', { params: { column: column.name, type: column.type } });
    return toCast(column.name, kind === 'number' ? 'DOUBLE' : 'VARCHAR', name);
  });
  return `SELECT ${read.join(', ')}\nFROM ${from}`;
}
