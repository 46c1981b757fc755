import type { Column } from '../../../table/column';
import { toFamily } from '../../../table/column';
import type { Form } from './forms';
import type { Hint, PersonalKind } from './headers';
import { isCode, personalKinds, toHint } from './headers';
import type { PersonalColumn, Seen } from './personal';

interface Case {
  hint: Hint;
  column: Column;
  seen: Seen;
  /** The share of values that have a form. */
  share: (form: Form) => number;
  /** Not a few words again and again. */
  isVaried: boolean;
}

/** The share of values that speak for a kind, where that and the name are enough. */
type Judge = (it: Case) => number | undefined;

const judges: Record<PersonalKind, Judge> = {
  email: ({ hint, share }) => enough(share('email'), hint === 'strong' ? 0.3 : 0.5),
  phone({ hint, share, seen, column }) {
    const sure = Math.max(share('phone'), share('mobile'));
    if (hint === 'strong') return enough(sure, 0.3) ?? enough(share('dialled'), 0.6);
    if (hint === 'never' || isCode(column.name)) return enough(share('phone'), 0.8);
    // eleven digits in a row are numbers of something where they begin alike
    return enough(share('phone'), 0.6) ?? (seen.heads >= 4 ? enough(share('mobile'), 0.8) : undefined);
  },
  idCard: ({ hint, share }) =>
    enough(share('idCard'), 0.5) ??
    enough(share('ssn'), hint === 'strong' ? 0.3 : 0.8) ??
    (hint === 'strong' ? (enough(share('idCard'), 0.2) ?? enough(share('idDigits'), 0.5)) : undefined),
  passport: ({ hint, share }) => (hint === 'strong' ? enough(share('passport'), 0.5) : undefined),
  bankCard({ hint, share, seen, column }) {
    if (hint === 'strong')
      return enough(share('bankCard'), 0.3) ?? enough(share('iban'), 0.5) ?? enough(share('account'), 0.6);
    if (isCode(column.name)) return undefined;
    return enough(share('iban'), 0.8) ?? (seen.present >= 5 ? enough(share('bankCard'), 0.8) : undefined);
  },
  plate: ({ hint, share }) =>
    enough(share('plate'), hint === 'strong' ? 0.3 : 0.7) ??
    (hint === 'strong' ? enough(share('plateLoose'), 0.7) : undefined),
  ip: ({ hint, share }) =>
    hint === 'never' ? undefined : enough(share('ip'), hint === 'strong' ? 0.3 : 0.8),
  handle({ hint, share, isVaried }) {
    if (hint === 'never') return undefined;
    if (hint === 'strong' && isVaried) return enough(Math.max(share('handle'), share('userName')), 0.5);
    return enough(share('handle'), 0.8);
  },
  postcode: ({ hint, share }) =>
    hint === 'strong' ? enough(share('postcode'), 0.5) : enough(share('postcodeSure'), 0.8),
  birthDate({ hint, share, column }) {
    if (hint !== 'strong') return undefined;
    return toFamily(column.type) === 'date' ? 1 : enough(share('day'), 0.5);
  },
  address({ hint, share, seen, isVaried }) {
    if (hint === 'never') return enough(share('address'), 0.9);
    if (hint !== 'strong') return enough(share('address'), 0.6);
    const isFree = seen.length >= 8 && isVaried && share('email') < 0.1 && share('ip') < 0.1;
    return enough(share('address'), 0.3) ?? (isFree ? share('address') : undefined);
  },
  name({ hint, share, seen, isVaried }) {
    const chinese = share('chineseName');
    const isGiven = share('givenEnd') > 0.35 * chinese;
    const western = share('westernName');
    const known = share('knownName');
    switch (hint) {
      case 'never':
        return undefined;
      case 'strong': {
        const isOther = isVaried && seen.length < 40 && share('words') > 0.8;
        return enough(chinese + Math.max(western, known), 0.4) ?? (isOther ? share('words') : undefined);
      }
      case 'weak':
        return (
          (isGiven ? enough(chinese + Math.max(known, western), 0.6) : undefined) ??
          enough(known + chinese * 0.5, 0.4)
        );
      case 'none':
        return isGiven && seen.different >= 3 && share('givenEnd') > 0.5
          ? enough(chinese + known, 0.75)
          : known >= 0.5
            ? enough(western, 0.6)
            : undefined;
    }
  },
};

/** The kind that a column looks like most, if it looks like one. */
export function judge(column: Column, seen: Seen): PersonalColumn | undefined {
  const share = (form: Form) => (seen.by[form] ?? 0) / Math.max(1, seen.present);
  const isVaried = seen.different >= 6 || seen.different > 0.3 * seen.present;
  for (const kind of personalKinds) {
    const hint = toHint(kind, column.name);
    const isText = toFamily(column.type) === 'text';
    // without values there is the name alone
    if (seen.present === 0) {
      if (hint === 'strong' && (isText || kind === 'birthDate'))
        return { column: column.name, kind, score: 0.5, why: 'name', count: 0, looked: 0 };
      continue;
    }
    const found = judges[kind]({ hint, column, seen, share, isVaried });
    if (found === undefined) continue;
    const score = Math.min(
      1,
      (hint === 'strong' ? 0.5 : hint === 'weak' ? 0.3 : 0.15) + 0.5 * Math.min(1, found),
    );
    return {
      column: column.name,
      kind,
      score: Math.max(0.5, score),
      why: hint === 'strong' || hint === 'weak' ? (found >= 0.3 ? 'both' : 'name') : 'values',
      count: Math.round(Math.min(1, found) * seen.present),
      looked: seen.present,
    };
  }
  return judgeText(column, seen);
}

/** Notes and messages in which people are reached: a hundredth of them is enough. */
function judgeText(column: Column, { present, by, length }: Seen): PersonalColumn | undefined {
  if (length < 12) return undefined;
  const mentions = [
    ['phone', by.phoneInText ?? 0],
    ['email', by.emailInText ?? 0],
  ] as const;
  const [kind, count] = mentions[0][1] >= mentions[1][1] ? mentions[0] : mentions[1];
  if (count < 3 || count < 0.01 * present) return undefined;
  return { column: column.name, kind, score: 0.6, why: 'text', count, looked: present };
}

function enough(share: number, least: number): number | undefined {
  return share >= least ? share : undefined;
}
