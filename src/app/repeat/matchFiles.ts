/** What is known of a source by which its next file is told. */
export interface Known {
  name: string;
  /** The file that it was made of. */
  file: string;
  /** It is made of several. */
  isSeveral: boolean;
}

export interface Matched<F, S> {
  source: S;
  files: [F, ...F[]];
}

const MONTHS =
  /(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/g;

/**
 * Which file is the next of which source: as a person has chosen (null leaves a file out), then by the whole name, or by what is left of it without numbers and months. A file or a source
 * that is alone in the end takes the other. Where two would do, none is taken.
 */
export function matchFiles<F extends { name: string }, S>(
  files: readonly F[],
  sources: readonly S[],
  toKnown: (source: S) => Known,
  chosen: ReadonlyMap<F, S | null> = new Map(),
): { matched: Matched<F, S>[]; others: F[] } {
  const found = new Map<S, F[]>();
  const free = new Set(files);
  const take = (source: S, taken: readonly F[]) => {
    found.set(source, [...(found.get(source) ?? []), ...taken]);
    for (const file of taken) free.delete(file);
  };
  for (const [file, source] of chosen) {
    if (source !== null) take(source, [file]);
    free.delete(file);
  }
  for (const toSign of [toWhole, toStem]) {
    for (const source of sources) {
      const { file, name, isSeveral } = toKnown(source);
      if (found.has(source) && !isSeveral) continue;
      const signs = new Set([toSign(file), toSign(name)]);
      const alike = [...free].filter((other) => signs.has(toSign(other.name)));
      const rivals = sources.filter((other) => {
        const known = toKnown(other);
        return (
          other !== source &&
          !found.has(other) &&
          (signs.has(toSign(known.file)) || signs.has(toSign(known.name)))
        );
      });
      if (alike.length === 1 || (isSeveral && alike.length > 1)) {
        if (rivals.length === 0) take(source, alike);
      }
    }
  }
  const [last] = free;
  const waiting = sources.filter((source) => !found.has(source));
  if (
    last &&
    free.size === 1 &&
    waiting.length === 1 &&
    toEnding(last.name) === toEnding(toKnown(waiting[0]!).file)
  )
    take(waiting[0]!, [last]);
  const matched = [...new Set([...sources, ...found.keys()])].flatMap((source) => {
    const [first, ...rest] = found.get(source) ?? [];
    return first ? [{ source, files: [first, ...rest] as [F, ...F[]] }] : [];
  });
  return { matched, others: files.filter((file) => free.has(file) || chosen.get(file) === null) };
}

function toWhole(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** `Orders 2026-10 (2).csv` and `orders_november.csv` are both `orders`. */
function toStem(name: string): string {
  return toWhole(name)
    .replace(/(?:\.[a-z]\w{0,7}){1,2}$/, '')
    .replace(MONTHS, '')
    .replace(/[\d\s._\-()[\]年月日第期季度]+/g, '');
}

function toEnding(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
