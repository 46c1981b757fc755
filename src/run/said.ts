import { Problem } from '../lib/problem';
import type { NameFault } from '../workbook/graph';
import type { Plan, Statement } from '../workbook/plan';

/** What a plan says, without the values that it is given. */
export function toSaid(plan: Plan): unknown[] {
  switch (plan.do) {
    case 'nothing':
      return [];
    case 'fetch':
      return ['fetch', plan.sql, plan.maxRows];
    case 'keep':
      return ['keep', plan.sql];
    case 'ask':
      return ['ask', plan.said];
  }
}

export function toForm(plan: Plan): string {
  return JSON.stringify(toSaid(plan));
}

/** A problem with its place moved from the statement that ran to the one that the person wrote. */
export function toWritten(problem: Problem, { sql, written, toWritten: move }: Statement): Problem {
  if (problem.sql !== sql || (written === undefined && !move)) return problem;
  const { code, params, position, cause } = problem;
  const moved = position === undefined ? undefined : (move?.(position) ?? position);
  return new Problem(code, {
    params,
    sql: written ?? sql,
    cause,
    ...(moved !== undefined && { position: moved }),
  });
}

export function toFaultProblem(fault: NameFault): Problem {
  switch (fault.fault) {
    case 'cycle':
      return new Problem('cell-cycle', { params: { path: fault.names.join(' → ') } });
    case 'duplicate':
      return new Problem(fault.with === 'source' ? 'cell-name-source' : 'cell-name-twice', {
        params: { name: fault.name },
      });
    case 'unknown-value':
      return new Problem('value-unknown', {
        params: { name: fault.name, nearest: fault.nearest.join(', ') },
      });
  }
}

/** Whether a person would be told the same. */
export function isSameProblem(a: Problem, b: Problem): boolean {
  return a.code === b.code && JSON.stringify(a.params) === JSON.stringify(b.params);
}
