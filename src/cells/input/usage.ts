import { toName } from '../../sql/name';
import { isByHand } from './compile/complete';
import type { InputCell, Options } from './compile/settings';

/** Whether a query can read the name after `$`. */
export function isReadable(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
}

/** How queries use an input: one way, and another one where nothing chosen shall mean everything. */
export function toUsage(cell: InputCell): string[] {
  const name = `$${cell.name}`;
  switch (cell.control) {
    case 'slider':
    case 'number':
      return [`amount >= ${name}`];
    case 'list':
      return [`${toColumn(cell.options)} = ${name}`];
    case 'several': {
      const column = toColumn(cell.options);
      return [`${column} IN ${name}`, `len(${name}) = 0 OR ${column} IN ${name}`];
    }
    case 'date':
      return [`day >= ${name}`];
    case 'range':
      return [`${cell.of === 'date' ? 'day' : 'amount'} BETWEEN ${name}.min AND ${name}.max`];
    case 'text':
      return [`contains(name, ${name})`];
    case 'switch':
      return [`paid = ${name}`];
  }
}

function toColumn(options: Options): string {
  return isByHand(options) || !options.column ? 'city' : toName(options.column);
}
