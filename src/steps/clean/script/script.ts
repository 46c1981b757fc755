/** How one way of writing Chinese becomes another. */
export interface Script {
  /** What a character becomes by itself. */
  readonly letters: ReadonlyMap<string, string>;
  /** What words become, of which some do not go by their characters: 头发 is 頭髮, though 发 is 發. */
  readonly words: ReadonlyMap<string, string>;
  /** Characters that are not the same in all words. */
  readonly doubtful: string;
  /** Characters that stay as they are where a name begins with them. */
  readonly surnames: string;
}

/** As much of a script as some texts need. Words stand here as they are when each of their characters has been converted. */
export interface Conversion {
  readonly letters: readonly Pair[];
  /** Words of which some character is another one. */
  readonly words: readonly Pair[];
  /** Words that are right already, and hold or overlap one of those. */
  readonly right: readonly string[];
  readonly surnames: readonly Pair[];
  /** Words that begin as a surname does. */
  readonly noNames: readonly string[];
}

export type Pair = readonly [from: string, to: string];

type ScriptName = 'simplified' | 'traditional';

const SURNAMES = '于范余岳郁涂游朴';

const loaders: Record<ScriptName, () => Promise<Script>> = {
  async simplified() {
    const [letters, words] = await Promise.all([
      import('opencc-js/dict/TSCharacters'),
      import('opencc-js/dict/TSPhrases'),
    ]);
    return toScript(toMap(letters.default), toMap(words.default));
  },

  /** Characters as they are written in Taiwan: 裡, not 裏. */
  async traditional() {
    const [letters, words, forms] = await Promise.all([
      import('opencc-js/dict/STCharacters'),
      import('opencc-js/dict/STPhrases'),
      import('opencc-js/dict/TWVariants'),
    ]);
    const usual = toMap(forms.default);
    const toUsual = (map: ReadonlyMap<string, string>) =>
      new Map([...map].map(([from, to]) => [from, toEach(to, usual)]));
    const all = new Map([...usual, ...toUsual(toMap(letters.default))]);
    return toScript(all, toUsual(toMap(words.default)), SURNAMES);
  },
};

const loaded = new Map<ScriptName, Promise<Script>>();

/** The tables of OpenCC, of which the larger is a megabyte. */
export function loadScript(name: ScriptName): Promise<Script> {
  const known = loaded.get(name) ?? loaders[name]();
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}

function toScript(letters: Script['letters'], words: Script['words'], surnames = ''): Script {
  const doubtful = new Set<string>();
  for (const [word, to] of words) {
    const right = [...to];
    [...word].forEach((letter, at) => {
      if (right[at] !== (letters.get(letter) ?? letter)) doubtful.add(letter);
    });
  }
  return { letters, words, doubtful: [...doubtful].join(''), surnames };
}

function toMap(pairs: string): Map<string, string> {
  return new Map(pairs.split('|').map((pair) => pair.split(' ') as [string, string]));
}

/** A text of which each character is converted by itself. */
function toEach(text: string, letters: ReadonlyMap<string, string>): string {
  return [...text].map((letter) => letters.get(letter) ?? letter).join('');
}

/** What texts need in which these characters are, and these ones beside a doubtful one. */
export function toConversion(script: Script, found: readonly string[]): Conversion {
  const pairs = new Set(found.flatMap(toLetterPairs));
  const seen = new Set(found.flatMap((piece) => [...piece]));
  const letters = [...seen].sort().flatMap((letter): Pair[] => {
    const to = script.letters.get(letter);
    return to === undefined || to === letter ? [] : [[letter, to]];
  });
  const doubtful = new Set(script.doubtful);
  const isFound = (word: string) => {
    const doubted = toLetterPairs(word).filter((pair) => [...pair].some((letter) => doubtful.has(letter)));
    return doubted.length > 0 && doubted.every((pair) => pairs.has(pair));
  };
  const words = new Map(
    [...script.words]
      .filter(([word]) => isFound(word))
      .map(([word, to]) => [toEach(word, script.letters), to]),
  );
  const changing = [...words].filter(([word, to]) => word !== to);
  const surnames = letters.filter(([letter]) => script.surnames.includes(letter));
  return {
    letters,
    words: changing,
    right: findRight(
      [...words].flatMap(([word, to]) => (word === to ? [word] : [])),
      changing.map(([word]) => word),
    ),
    surnames: surnames.map(([letter, to]) => [to, letter]),
    noNames: [...words.keys()].filter((word) => surnames.some(([, to]) => word.startsWith(to))),
  };
}

function toLetterPairs(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

/** A word that is read first keeps one that changes from being read across its end, or within it. */
function findRight(right: readonly string[], changing: readonly string[]): string[] {
  const whole = new Set(changing);
  const heads = new Set(
    changing.flatMap((word) => [...word].slice(1).map((_, at) => [...word].slice(0, at + 1).join(''))),
  );
  return right.filter((word) => {
    const letters = [...word];
    return letters.some((_, from) => {
      const rest = letters.slice(from);
      return heads.has(rest.join('')) || rest.some((__, to) => whole.has(rest.slice(0, to + 1).join('')));
    });
  });
}
