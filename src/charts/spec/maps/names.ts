/** The maps that there are, those first that a name is looked for on before others when it is on several. */
export const atlasNames = ['china', 'world', 'cities', 'states'] as const;

export type AtlasName = (typeof atlasNames)[number];

export interface Region {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

/** The regions of a map, and how they are found by what people call them. */
export interface Names {
  readonly regions: ReadonlyMap<string, Region>;
  find(name: string): string | undefined;
}

export type Gazetteer = Readonly<Record<AtlasName, Names>>;

let loading: Promise<Gazetteer> | undefined;
let loaded: Gazetteer | undefined;

/** Comes with the first map. */
export function loadNames(): Promise<Gazetteer> {
  return (loading ??= import('./data/names.json?raw').then(({ default: text }) => {
    const lists = JSON.parse(text) as Record<AtlasName, string[][]>;
    loaded = {
      china: toNames(lists.china, { shorten: toProvince }),
      world: toNames(lists.world, { digits: 3 }),
      cities: toNames(lists.cities, { shorten: createToCity(lists.china) }),
      states: toNames(lists.states, { digits: 2, shorten: toState }),
    };
    return loaded;
  }));
}

/** Where a chart's rows have been asked for, the names are there. */
export function findNames(): Gazetteer {
  if (!loaded) throw new Error('map without its names');
  return loaded;
}

interface NamesOptions {
  /** Numbers have so many of them: 4 is 004. */
  digits?: number;
  /** What a name may be besides, where it is none. */
  shorten?: (key: string) => string[];
}

/** An entry is its id, its English name, its Chinese name, and what else it is called. */
function toNames(list: readonly string[][], { digits, shorten }: NamesOptions): Names {
  const found = new Map<string, string | undefined>();
  for (const [id, en, zh] of list)
    for (const name of [id, en, zh]) if (!found.has(toKey(name!))) found.set(toKey(name!), id);
  const main = new Set(found.keys());
  for (const [id, , , ...others] of list)
    for (const key of others.map(toKey)) {
      if (main.has(key)) continue;
      // a name that two regions have is neither's
      found.set(key, found.has(key) && found.get(key) !== id ? undefined : id!);
    }
  return {
    regions: new Map(list.map(([id, en, zh]) => [id!, { id: id!, en: en!, zh: zh! }])),
    find(name) {
      const key = toKey(name);
      if (key === '') return undefined;
      if (found.has(key)) return found.get(key);
      if (/^\d+$/.test(key)) return digits === undefined ? undefined : found.get(key.padStart(digits, '0'));
      const short = shorten?.(key).find((one) => found.get(one) !== undefined);
      return short === undefined ? undefined : found.get(short);
    },
  };
}

/** What stays of a name when it does not matter how it is written: `CÔTE D’IVOIRE` is `cotedivoire`, `St. Lucia` is `saintlucia`. */
export function toKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*(\d+)\.0+\s*$/, '$1')
    .replaceAll('&', ' and ')
    .replaceAll(/\bst\b(?=\.?\s*\S)/g, 'saint')
    .replaceAll(/\bis\.(?=\s|$)/g, 'islands')
    .replace(/^\s*the\s/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function toProvince(key: string): string[] {
  return [
    key.replace(/^(中华人民共和国|中国)/, ''),
    key.replace(
      /(特别行政区|(壮族|回族|维吾尔)?自治区|省|市|province|municipality|sheng|shi|(zhuang|hui|uygh?ur)?autonomousregion)$/,
      '',
    ),
  ].filter((one) => one !== key);
}

function toState(key: string): string[] {
  return [key.replace(/^stateof/, ''), key.replace(/(state|州)$/, '')].filter((one) => one !== key);
}

/** A city's name without what kind of city it is, and without its province before it. */
function createToCity(list: readonly string[][]): (key: string) => string[] {
  const before = list
    .flatMap(([, , name, ...others]) => [name!, ...others])
    .filter((name) => /^\p{Script=Han}{2,}$/u.test(name))
    .map(toKey)
    .sort((a, b) => b.length - a.length);
  const toBare = (key: string) =>
    key.replace(/(市|地区|盟|林区|(.{1,3}族)*自治[州县]|city|shi|prefecture)$/, '');
  return (key) => {
    const province = before.find((name) => key.startsWith(name) && key.length > name.length);
    const rest = province === undefined ? [] : [key.slice(province.length).replace(/^(省|市)/, '')];
    return [...rest, toBare(key), ...rest.map(toBare)].filter((one) => one !== key && one !== '');
  };
}

/** What a person has said that a name means. */
export interface Pair {
  readonly name: string;
  readonly region: string;
}

export interface Matched {
  readonly atlas: AtlasName;
  /** Names as they are in the table, with the region of each. */
  readonly ids: ReadonlyMap<string, string>;
}

/** The map on which most of some names are, unless one is asked for, and where each of them is. */
export function matchNames(
  names: readonly string[],
  gazetteer: Gazetteer,
  { asked, pairs = [] }: { asked?: AtlasName | undefined; pairs?: readonly Pair[] } = {},
): Matched {
  const said = new Map(pairs.map(({ name, region }) => [toKey(name), region]));
  const all = (asked ? [asked] : atlasNames).map((atlas): Matched => {
    const { find } = gazetteer[atlas];
    const ids = names.flatMap((name) => {
      const id = find(said.get(toKey(name)) ?? name);
      return id === undefined ? [] : [[name, id] as const];
    });
    return { atlas, ids: new Map(ids) };
  });
  const best = all.reduce((a, b) => (b.ids.size > a.ids.size ? b : a));
  return best.ids.size === 0 && !asked ? { atlas: 'world', ids: new Map() } : best;
}
