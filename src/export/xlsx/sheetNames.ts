/** As Excel has it; characters beyond the first 65,536 count twice. */
const LONGEST = 31;
/** Excel keeps it for a sheet of its own. */
const RESERVED = 'history';

/** Gives names that Excel takes: legal, and unlike those before, also where case is ignored. */
export function createSheetNames() {
  const taken = new Set<string>();
  const isFree = (name: string) => !taken.has(toKey(name)) && toKey(name) !== RESERVED;
  const take = (name: string) => {
    taken.add(toKey(name));
    return name;
  };

  /** `wanted` with this end, or with one more behind it where that is taken. */
  const find = (wanted: string, end: string): string => {
    const legal = toLegal(wanted);
    for (let n = 1; ; n++) {
      const whole = n === 1 ? end : `${end} ${n}`;
      const name = cut(legal, LONGEST - whole.length) + whole;
      if (isFree(name)) return take(name);
    }
  };

  return {
    take: (wanted: string) => find(wanted, ''),
    /** Names of the parts of one table, each with what tells it apart. */
    takeParts: (wanted: string, ends: readonly string[]) => ends.map((end) => find(wanted, end)),
  };
}

export type SheetNames = ReturnType<typeof createSheetNames>;

function toKey(name: string): string {
  return name.toLowerCase().normalize('NFC');
}

function toLegal(wanted: string): string {
  const legal = wanted
    .replaceAll(/[[\]:*?/\\\p{Cc}\ufffe\uffff]/gu, '_')
    .replaceAll(/^'+|'+$/g, '’')
    .toWellFormed()
    .trim();
  return legal || 'Sheet';
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = (text.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? length - 1 : length;
  return text.slice(0, end).replace(/'+$/, '').trimEnd();
}

/** A sheet's name in a formula or a link. */
export function toReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
