const MEMBER = /"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s",:{}[\]]+))/g;

/** What can be read of the keys and plain values in a text that should have been a JSON object. */
export function findMembers(raw: string): Map<string, string> {
  const members = new Map<string, string>();
  for (const [, key = '', text, word] of raw.matchAll(MEMBER)) {
    const value = text === undefined ? word! : toPlain(text);
    if (word !== 'null') members.set(toPlain(key), value);
  }
  return members;
}

function toPlain(inside: string): string {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return inside;
  }
}
