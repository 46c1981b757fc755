/** How well a name fits what is typed so far: 0 if it starts with it, up to 3 if it only has its letters in order. */
export function maybeMatch(typed: string, name: string): number | undefined {
  if (typed === '') return 0;
  const [wanted, text] = [typed.toLowerCase(), name.toLowerCase()];
  if (text.startsWith(wanted)) return 0;
  const at = text.indexOf(wanted);
  if (at > 0) return /[_\s.]/.test(text[at - 1]!) ? 1 : 2;
  return wanted.length > 1 && text[0] === wanted[0] && hasLetters(text, wanted) ? 3 : undefined;
}

/** Those that fit, the best first and no more than wanted. */
export function findFitting<T extends { name: string }>(
  typed: string,
  candidates: readonly T[],
  most: number,
): T[] {
  const levels: T[][] = [[], [], [], []];
  for (const candidate of candidates) {
    const level = maybeMatch(typed, candidate.name);
    if (level !== undefined) levels[level]!.push(candidate);
    if (levels[0]!.length === most) break;
  }
  return levels.flat().slice(0, most);
}

function hasLetters(text: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
