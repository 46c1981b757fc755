import { isReserved } from '../../sql/words';
import { toTokens } from '../../sql/tokens';

/** The function whose brackets a place is in, and which of its arguments is being written. */
export interface Call {
  name: string;
  argument: number;
}

export function maybeCall(sql: string, place: number): Call | undefined {
  const tokens = toTokens(sql.slice(0, place)).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  let depth = 0;
  let argument = 0;
  for (let at = tokens.length - 1; at > 0; at--) {
    const { kind, from, to } = tokens[at]!;
    if (kind !== 'mark') continue;
    const mark = sql.slice(from, to);
    if (/^[)\]}]$/.test(mark)) depth++;
    else if (mark === ',' && depth === 0) argument++;
    else if (mark === ';') return undefined;
    else if (/^[([{]$/.test(mark)) {
      if (depth > 0) {
        depth--;
        continue;
      }
      const before = tokens[at - 1]!;
      const name = sql.slice(before.from, before.to);
      if (mark === '(' && before.kind === 'word' && !isReserved(name.toLowerCase()))
        return { name, argument };
      argument = 0;
    }
  }
  return undefined;
}
