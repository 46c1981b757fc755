/** The form of the cells of a column, as a repair of a broken record goes by it. Plain data. */
export interface ColumnForm {
  /** The shapes that its cells have; none where they are free text. */
  shapes: { shape: string; least: number[]; most: number[] }[];
  /** Whether a blank cell was seen, or nothing else. */
  blank: 'never' | 'sometimes' | 'always';
}

export const FREE_FORM: ColumnForm = { shapes: [], blank: 'sometimes' };

const MOST_SHAPES = 6;
/** Cells that may be unlike the others of their column: some records of the sample are broken. */
const ODD_SHARE = 0.02;
/** Cells from which a form may be learned. */
const FEWEST = 8;
const LONGEST_SHAPED = 300;

/** The forms of columns, learned from records that have the right width. */
export function findForms(records: readonly (readonly (string | null)[])[], width: number): ColumnForm[] {
  return Array.from({ length: width }, (_, column) =>
    findForm(records.map((fields) => fields[column] ?? '')),
  );
}

function findForm(cells: readonly string[]): ColumnForm {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return { shapes: [], blank: cells.length < 3 ? 'sometimes' : 'always' };
  const blank = filled.length < cells.length || cells.length < 3 ? 'sometimes' : 'never';
  const found = new Map<string, { least: number[]; most: number[] }>();
  let odd = 0;
  for (const cell of filled) {
    const { shape, runs } = toShape(cell);
    const known = found.get(shape);
    if (!isTelling(shape) || (!known && found.size === MOST_SHAPES)) odd++;
    else if (known) {
      runs.forEach((run, index) => {
        known.least[index] = Math.min(known.least[index]!, run);
        known.most[index] = Math.max(known.most[index]!, run);
      });
    } else found.set(shape, { least: [...runs], most: [...runs] });
  }
  if (filled.length < FEWEST || odd > filled.length * ODD_SHARE || found.size > filled.length / 3)
    return { shapes: [], blank };
  const shapes = [...found].map(([shape, { least, most }]) => ({ shape, least, most }));
  return { shapes, blank };
}

/** Whether a cell has the form that its column has. Runs whose length varies may be longer by one than any
 * seen, and a fraction may be absent. */
export function hasForm(cell: string, { shapes, blank }: ColumnForm): boolean {
  if (cell.trim() === '') return blank !== 'never';
  if (shapes.length === 0) return true;
  const { shape, runs } = toShape(cell);
  return shapes.some(
    (known) =>
      (known.shape === shape || known.shape === `${shape}.0`) &&
      runs.every((run, index) => {
        const least = known.least[index]!;
        const most = known.most[index]!;
        return run >= least && run <= (most > least ? most + 1 : most);
      }),
  );
}

/** Words say nothing about a column: any text may stand there. */
function isTelling(shape: string): boolean {
  return shape !== '' && !/^[a字 ]+$/.test(shape);
}

/** Runs of digits and of letters as one character each, with their lengths: `MG-8769` is `a-0` with 2 and 4. */
function toShape(cell: string): { shape: string; runs: number[] } {
  if (cell.length > LONGEST_SHAPED) return { shape: '', runs: [] };
  let shape = '';
  const runs: number[] = [];
  for (const char of cell) {
    const kind = toClass(char);
    if ((kind === '0' || kind === 'a' || kind === '字') && shape.endsWith(kind)) runs[runs.length - 1]!++;
    else {
      shape += kind;
      if (kind === '0' || kind === 'a' || kind === '字') runs.push(1);
    }
  }
  return { shape, runs };
}

/** What a character is within a shape: a digit, a Latin letter, another letter, or itself. */
export function toClass(char: string): string {
  if (char >= '0' && char <= '9') return '0';
  if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')) return 'a';
  if (char < '\u0080') return char;
  return /\p{L}/u.test(char) ? '字' : char;
}
