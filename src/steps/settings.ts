import { Problem } from '../lib/problem';
import { isSameName } from '../sql/name';
import { toFamily } from '../table/column';
import type { Column } from '../table/column';
import type { Field, Fields, Loose } from './field';
import { isAsked } from './field';
import { checkGiven, isGiven } from './given';
import type { StepContext } from './step';
import { findColumn } from './write';

/** Settings made whole: what is missing is what its field says, and what is of another sort is refused. */
export function toSettings(fields: Fields, loose: Loose): Loose {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, toValue(field, name, loose[name])]),
  );
}

function toValue(field: Field, name: string, given: unknown): unknown {
  const refuse = (): never => {
    throw new Problem('cell-setting', {
      params: { setting: name, detail: (JSON.stringify(given) ?? String(given)).slice(0, 80) },
    });
  };
  switch (field.kind) {
    case 'column':
    case 'table':
    case 'expression':
    case 'query':
      return typeof (given ?? '') === 'string' ? (given ?? '') : refuse();
    case 'text':
      return typeof (given ?? '') === 'string' ? (given ?? field.otherwise ?? '') : refuse();
    case 'columns':
    case 'values':
      return isTexts(given ?? []) ? (given ?? []) : refuse();
    case 'choice':
      if (given === undefined) return field.choices[0];
      return field.choices.includes(given as string) ? given : refuse();
    case 'flag':
      return typeof (given ?? false) === 'boolean' ? (given ?? field.otherwise) : refuse();
    case 'number':
      if (given === undefined || given === null)
        return field.optional ? (field.otherwise ?? null) : (field.otherwise ?? field.min ?? 0);
      return typeof given === 'number' && Number.isFinite(given) ? given : refuse();
    case 'value':
      return isGiven(given ?? '') ? (given ?? '') : refuse();
    case 'list': {
      if (!Array.isArray(given ?? [])) return refuse();
      const [first = ''] = Object.keys(field.fields);
      return ((given ?? []) as unknown[]).map((item) => {
        if (typeof item === 'string') return toSettings(field.fields, { [first]: item });
        return typeof item === 'object' && item !== null ? toSettings(field.fields, item as Loose) : refuse();
      });
    }
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What keeps settings from fitting a table: the first of it, as a person would be told. */
export function checkSettings(
  fields: Fields,
  settings: Loose,
  context: Pick<StepContext, 'columns' | 'tables'>,
): Problem | undefined {
  for (const [name, field] of Object.entries(fields)) {
    if (!isAsked(field, settings)) continue;
    const problem = checkField(field, name, settings, context);
    if (problem) return problem;
  }
  return undefined;
}

type Around = Pick<StepContext, 'columns' | 'tables'>;

function checkField(field: Field, name: string, settings: Loose, around: Around): Problem | undefined {
  const given = settings[name];
  if (isEmpty(given)) {
    return field.optional || field.kind === 'value' || (field.kind === 'text' && field.otherwise === '')
      ? undefined
      : new Problem('step-required', { params: { setting: name } });
  }
  switch (field.kind) {
    case 'column':
    case 'columns': {
      const { of, families } = field;
      const known = of === undefined ? around.columns : (around.tables.get(String(settings[of])) ?? []);
      for (const wanted of [given].flat() as string[]) {
        const found = findColumn(known, wanted);
        if (!found) return new Problem('step-column', { params: { column: wanted } });
        if (families && !families.includes(toFamily(found.type)))
          return new Problem('step-family', { params: { column: wanted, type: found.type } });
      }
      return undefined;
    }
    case 'number': {
      const { min = -Infinity, max = Infinity, whole } = field;
      const typed = given as number;
      if (typed >= min && typed <= max && (!whole || Number.isInteger(typed))) return undefined;
      return new Problem('step-number', { params: { setting: name, value: typed, min, max } });
    }
    case 'value':
    case 'values': {
      const like =
        field.like === undefined ? undefined : findColumn(around.columns, String(settings[field.like]));
      if (!like) return undefined;
      for (const one of [given].flat() as (typeof given extends string ? string : never)[]) {
        const problem = checkGiven(one, like);
        if (problem) return problem;
      }
      return undefined;
    }
    case 'table':
      return around.tables.has(String(given))
        ? undefined
        : new Problem('step-table', { params: { name: String(given) } });
    case 'list':
      for (const item of given as readonly Loose[]) {
        const problem = checkSettings(field.fields, { ...settings, ...item }, around);
        if (problem) return problem;
      }
      return undefined;
    default:
      return undefined;
  }
}

function isEmpty(given: unknown): boolean {
  return given === '' || given === null || (Array.isArray(given) && given.length === 0);
}

/** Says that a new column cannot have a name, where one has it. */
export function checkNewName(columns: readonly Column[], name: string): Problem | undefined {
  const taken = columns.some((column) => isSameName(column.name, name));
  return taken ? new Problem('step-name', { params: { name } }) : undefined;
}

/** What settings read besides the table so far: tables, inputs, and pieces of SQL that may read both. */
export interface SettingReads {
  tables: string[];
  inputs: string[];
  expressions: string[];
  queries: string[];
}

export function findSettingReads(fields: Fields, settings: Loose, into: SettingReads): void {
  for (const [name, field] of Object.entries(fields)) {
    if (!isAsked(field, settings)) continue;
    const given = settings[name];
    if (field.kind === 'list')
      for (const item of given as readonly Loose[])
        findSettingReads(field.fields, { ...settings, ...item }, into);
    else if (typeof given === 'object' && given !== null && 'input' in given)
      into.inputs.push(String(given.input));
    else if (typeof given !== 'string' || given === '') continue;
    else if (field.kind === 'table') into.tables.push(given);
    else if (field.kind === 'expression') into.expressions.push(given);
    else if (field.kind === 'query') into.queries.push(given);
  }
}

/** The same settings with each of the given kinds of value changed. */
export function mapSettings(
  fields: Fields,
  settings: Loose,
  change: (value: unknown, field: Field) => unknown,
): Loose {
  return Object.fromEntries(
    Object.entries(settings).map(([name, given]) => {
      const field = fields[name];
      if (!field) return [name, given];
      if (field.kind === 'list')
        return [name, (given as readonly Loose[]).map((item) => mapSettings(field.fields, item, change))];
      return [name, change(given, field)];
    }),
  );
}
