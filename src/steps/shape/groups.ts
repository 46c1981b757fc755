import { quoteText } from '../../sql/quote';

/** Nothing but whether the engine can read patterns, which it would say only when it meets a row. */
export function askPattern(...patterns: string[]): string {
  return `SELECT ${patterns.map((pattern) => `regexp_matches('', ${quoteText(pattern)})`).join(', ')}`;
}

/** The groups of a pattern, as RE2 numbers them: the name of each, or nothing where it has none. */
export function findGroups(pattern: string): string[] {
  const groups: string[] = [];
  let isClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') {
      const quoted = pattern.startsWith('\\Q', at) ? pattern.indexOf('\\E', at) : at + 1;
      at = quoted < 0 ? pattern.length : quoted;
    } else if (isClass) isClass = char !== ']';
    else if (char === '[') {
      isClass = true;
      if (pattern[at + 1] === '^') at++;
      if (pattern[at + 1] === ']') at++;
    } else if (char === '(') {
      const named = /^\(\?P?<([^>]+)>/.exec(pattern.slice(at));
      if (named) groups.push(named[1]!);
      else if (pattern[at + 1] !== '?') groups.push('');
    }
  }
  return groups;
}
