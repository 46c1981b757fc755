const TOKEN = /\s*(?:[{}[\],:]|"(?:[^"\\\n\r]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
/** What may be left at the end of a piece that was cut off: the start of a text, or of a word or number. */
const UNFINISHED = /^\s*(?:"(?:[^"\\\n\r]|\\.)*\\?|[-+.\w]*)$/;

/**
 * Whether a text starts as JSON, by reading it until the piece ends: one value, or one on each line. A first field of a
 * delimited text may start with a bracket too.
 */
export function toJsonStart(text: string, isCut: boolean): 'value' | 'lines' | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  return toStrictStart(text, isCut) ?? (isMostlyObjects(text, isCut) ? 'lines' : undefined);
}

/** Whether most lines are an object each: a few of them may be damaged. */
function isMostlyObjects(text: string, isCut: boolean): boolean {
  const lines = text.split(/\r?\n/);
  if (isCut) lines.pop();
  const filled = lines.filter((line) => line.trim() !== '');
  const objects = filled.filter((line) => isObject(line));
  return objects.length > 1 && objects.length > filled.length / 2;
}

function isObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function toStrictStart(text: string, isCut: boolean): 'value' | 'lines' | undefined {
  let at = 0;
  for (let values = 0; ; values++) {
    const end = readValue(text, at, isCut);
    if (end === undefined) return undefined;
    const next = /^\s*/.exec(text.slice(end))![0];
    if (end + next.length === text.length) return values === 0 ? 'value' : 'lines';
    if (!next.includes('\n') && !next.includes('\r')) return undefined;
    at = end + next.length;
    if (!/[{[]/.test(text[at]!)) return undefined;
  }
}

/** Where the object or list at `from` ends, or the text where it is cut off; undefined where it is neither. */
function readValue(text: string, from: number, isCut: boolean): number | undefined {
  const open: string[] = [];
  let expect: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' = 'value';
  TOKEN.lastIndex = from;
  for (;;) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[0].trimStart();
    if (token === undefined) return isCut && UNFINISHED.test(text.slice(at)) ? text.length : undefined;
    const kind = /[{}[\],:]/.test(token[0]!) ? token : token.startsWith('"') ? 'text' : 'word';
    if (kind === '}' || kind === ']') {
      const wanted = kind === '}' ? 'first key' : 'first value';
      if (open.pop() !== kind || (expect !== 'comma' && expect !== wanted)) return undefined;
      if (open.length === 0) return TOKEN.lastIndex;
      expect = 'comma';
    } else if (kind === ',') {
      if (expect !== 'comma') return undefined;
      expect = open.at(-1) === '}' ? 'key' : 'value';
    } else if (kind === ':') {
      if (expect !== 'colon') return undefined;
      expect = 'value';
    } else if (expect === 'key' || expect === 'first key') {
      if (kind !== 'text') return undefined;
      expect = 'colon';
    } else if (expect !== 'value' && expect !== 'first value') return undefined;
    else if (kind === '{' || kind === '[') {
      open.push(kind === '{' ? '}' : ']');
      expect = kind === '{' ? 'first key' : 'first value';
    } else expect = 'comma';
  }
}
