/** One operator of a plan, above the operators whose rows it takes. */
export interface PlanStep {
  operation: Operation;
  /** DuckDB's own name. */
  operator: string;
  /** Rows that it gave. */
  rows: number;
  /** Rows that it read of a table. */
  scanned: number;
  seconds: number;
  /** Of the time of all operators, 0 to 1. */
  share: number;
  table: string | undefined;
  filters: string[];
  /** Joined on, grouped by, computed, sorted by: whatever there is to say. */
  details: string[];
  children: PlanStep[];
}

export type Operation =
  | 'read'
  | 'filter'
  | 'join'
  | 'cross'
  | 'group'
  | 'sort'
  | 'top'
  | 'limit'
  | 'window'
  | 'compute'
  | 'union'
  | 'part'
  | 'readPart'
  | 'unnest'
  | 'sample'
  | 'values'
  | 'nothing'
  | 'function'
  | 'other';

export interface Plan {
  seconds: number;
  step: PlanStep;
}

/** DuckDB's profile of a query that it ran (`EXPLAIN (ANALYZE, FORMAT json)`), without the steps that only pass rows on. */
export function toPlan(json: string): Plan {
  const profile = JSON.parse(json) as Profile;
  const top = findQuery(profile);
  const seconds = sumSeconds(top);
  return { seconds, step: toStep(top, seconds) };
}

interface Profile {
  operator_name?: string;
  operator_type?: string;
  operator_timing?: number;
  operator_cardinality?: number;
  operator_rows_scanned?: number;
  extra_info?: Record<string, string | string[]>;
  children?: Profile[];
}

function findQuery(profile: Profile): Profile {
  const [only] = profile.children ?? [];
  const isOutside = !profile.operator_type || profile.operator_type === 'EXPLAIN_ANALYZE';
  return isOutside && only ? findQuery(only) : profile;
}

function sumSeconds(profile: Profile): number {
  const own = profile.operator_timing ?? 0;
  return (profile.children ?? []).reduce((sum, child) => sum + sumSeconds(child), own);
}

function toStep(profile: Profile, total: number): PlanStep {
  const children = profile.children ?? [];
  const seconds = profile.operator_timing ?? 0;
  const [only] = children;
  if (only && children.length === 1 && isPassing(profile)) {
    const step = toStep(only, total);
    return withTime(step, step.seconds + seconds, total);
  }
  const operator = (profile.operator_name ?? profile.operator_type ?? '').trim();
  const info = profile.extra_info ?? {};
  const columns = only ? listColumns(only) : [];
  const steps = children.map((child) => toStep(child, total));
  return withTime(
    {
      operation: operations[profile.operator_type ?? ''] ?? findOperation(operator),
      operator,
      // what is kept for later goes to the steps below it, and the last of them gives the rows
      rows: /CTE$/.test(operator) ? (steps.at(-1)?.rows ?? 0) : (profile.operator_cardinality ?? 0),
      scanned: profile.operator_rows_scanned ?? 0,
      seconds,
      share: 0,
      table: toList(info.Table ?? info['CTE Name'])[0],
      filters: toList(info.Filters),
      details: SHOWN.flatMap((name) => toList(info[name]))
        .map((text) => withNames(text, columns).replaceAll('memory.main.', ''))
        .filter((text) => !INTERNAL.test(text)),
      children: steps,
    },
    seconds,
    total,
  );
}

function withTime(step: PlanStep, seconds: number, total: number): PlanStep {
  return { ...step, seconds, share: total > 0 ? seconds / total : 0 };
}

/** Columns by their number, and what packs and unpacks them between steps. */
const INTERNAL = /^(?:__internal_\w+\()?#\d+\b.*$/;

function isPassing({ operator_type, extra_info = {} }: Profile): boolean {
  const isPlain = (text: string) => /^\w+$/.test(text) || INTERNAL.test(text);
  return operator_type === 'PROJECTION' && toList(extra_info.Projections).every(isPlain);
}

/** What `#0`, `#1` of the step above stand for, as far as the plan says. */
function listColumns({ operator_type, extra_info = {}, children = [] }: Profile): string[] {
  const [only] = children;
  if (operator_type === 'TABLE_SCAN') return toList(extra_info.Projections);
  if (operator_type !== 'PROJECTION' || !only) return [];
  const below = listColumns(only);
  return toList(extra_info.Projections).map((text) =>
    withNames(text.replace(/^__internal_\w+\((#\d+)\b.*\)$/, '$1'), below),
  );
}

function withNames(text: string, columns: readonly string[]): string {
  return text.replace(/#(\d+)/g, (number, index: string) => columns[Number(index)] ?? number);
}

const SHOWN = [
  'Top',
  'Limit',
  'Join Type',
  'Conditions',
  'Expression',
  'Groups',
  'Aggregates',
  'Order By',
  'Function',
  'Projections',
];

function toList(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : value.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

const operations: Record<string, Operation> = {
  TABLE_SCAN: 'read',
  FILTER: 'filter',
  CROSS_PRODUCT: 'cross',
  UNGROUPED_AGGREGATE: 'group',
  ORDER_BY: 'sort',
  TOP_N: 'top',
  LIMIT: 'limit',
  STREAMING_LIMIT: 'limit',
  LIMIT_PERCENT: 'limit',
  PROJECTION: 'compute',
  UNION: 'union',
  CTE: 'part',
  RECURSIVE_CTE: 'part',
  CTE_SCAN: 'readPart',
  RECURSIVE_CTE_SCAN: 'readPart',
  DELIM_SCAN: 'readPart',
  UNNEST: 'unnest',
  RESERVOIR_SAMPLE: 'sample',
  STREAMING_SAMPLE: 'sample',
  COLUMN_DATA_SCAN: 'values',
  DUMMY_SCAN: 'values',
  EMPTY_RESULT: 'nothing',
  INOUT_FUNCTION: 'function',
};

/** Of some operations DuckDB has many ways: `HASH_JOIN`, `PIECEWISE_MERGE_JOIN`; `HASH_GROUP_BY`, `PERFECT_HASH_GROUP_BY`. */
function findOperation(operator: string): Operation {
  if (/JOIN$/.test(operator)) return 'join';
  if (/GROUP_BY$|AGGREGATE$/.test(operator)) return 'group';
  if (/WINDOW$/.test(operator)) return 'window';
  return 'other';
}
