import type { Column } from '../../table/column';
import type { PersonalKind } from '../protect/personal/headers';
import type { PersonalColumn } from '../protect/personal/personal';
import { findColumn } from '../write';
import type { Suggestion } from './suggestion';

const masks: Partial<Record<PersonalKind, string>> = {
  phone: 'phone',
  email: 'email',
  name: 'name',
  idCard: 'card',
  bankCard: 'card',
};

/** Columns about people, those of a kind together, each with the step that hides it best. */
export function judgePersonal(personal: readonly PersonalColumn[], columns: readonly Column[]): Suggestion[] {
  // in a note, a number stands among words, and is nothing that the whole could be masked as
  const isText = ({ why }: PersonalColumn) => why === 'text';
  const toGroup = (found: PersonalColumn) => `${found.kind} ${isText(found)}`;
  const groups = [...new Set(personal.map(toGroup))].map((group) =>
    personal.filter((found) => toGroup(found) === group),
  );
  return groups.map((found): Suggestion => {
    const { kind } = found[0]!;
    const names = found.map(({ column }) => column);
    return {
      why: 'personal',
      columns: names,
      count: found.reduce((sum, { count }) => sum + count, 0),
      looked: found.reduce((sum, { looked }) => sum + looked, 0),
      example: '',
      params: { kind },
      step: found.every(isText) ? { step: 'mask', columns: names, as: 'all' } : toStep(kind, names, columns),
    };
  });
}

function toStep(
  kind: PersonalKind,
  names: readonly string[],
  columns: readonly Column[],
): Suggestion['step'] {
  const types = names.map((name) => findColumn(columns, name)?.type ?? '');
  if (kind === 'birthDate' && types.every((type) => /^(DATE|TIMESTAMP(_\w+)?)$/.test(type)))
    return { step: 'generalise', columns: names, to: 'year' };
  if (kind === 'address' && types.every((type) => type === 'VARCHAR'))
    return { step: 'generalise', columns: names, to: 'city' };
  if (kind === 'postcode' && types.every((type) => type === 'VARCHAR'))
    return { step: 'generalise', columns: names, to: 'start', keep: 3 };
  const as = masks[kind];
  return as ? { step: 'mask', columns: names, as } : { step: 'hash', columns: names };
}
