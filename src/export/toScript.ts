import { Problem } from '../lib/problem';
import { toVariable } from '../sql/bound';
import { fold } from '../sql/name';
import { quoteName } from '../sql/quote';
import { toSeed } from '../sql/seed';
import { toQuery } from '../sql/statement';
import { toTokens } from '../sql/tokens';
import type { Cell } from '../workbook/cell';
import { findGiver } from '../workbook/cell';
import type { Workbook } from '../workbook/document';
import type { Node } from '../workbook/graph';
import { toGraph } from '../workbook/graph';
import type { Ask, PlanContext, RunKinds } from '../workbook/plan';
import type { ScriptSource } from './scriptSource';
import { toSourceStatement } from './scriptSource';

/**
 * `secret`: it hides values by a secret of the device, which no file may have. `computed`: no query does what it does. `other`: it
 * has a mistake, or is no query.
 */
export type LeftOutReason = 'secret' | 'computed' | 'other';

/** The sentences of a script, which are comments. */
export interface ScriptWords {
  head: (title: string) => string;
  inputs: string;
  sources: string;
  cells: string;
  /** The script reads an export, because the file was read in a way that only Quire knows. */
  exported: (source: string, file: string, from: string) => string;
  /** A cell that is not in the script, and why. */
  leftOut: (name: string, why: LeftOutReason) => string;
  random: string;
}

export interface ScriptParts {
  workbook: Workbook;
  sources: readonly ScriptSource[];
  kinds: RunKinds;
  words: ScriptWords;
  /** For cells whose query depends on tables as they are; those that it cannot answer for are left out. */
  ask: Ask;
  onLeftOut?: (name: string) => void;
}

/** A workbook as one script for DuckDB, to be run beside the original files: each cell a table of its name. */
export async function toScript({ sources, ...parts }: ScriptParts): Promise<string> {
  const { workbook, kinds, words } = parts;
  const { nodes } = toGraph(workbook, { kinds, sources: sources.map(({ name }) => name) });
  const read = new Set(
    [...nodes.values()].flatMap((node) => node.reads.flatMap(({ source }) => source ?? [])),
  );
  const cells = await toCells(parts, nodes);
  const isRandom = cells.some(({ random }) => random);
  return [
    toNote(words.head(workbook.title)),
    ...(isRandom ? [`${toNote(words.random)}\n${seedMark}${workbook.seed}\nSET threads = 1;`] : []),
    ...toInputs(workbook, kinds, words),
    ...toSources(
      sources.filter(({ name }) => read.has(name)),
      words,
    ),
    ...(cells.length > 0 ? [toNote(words.cells)] : []),
    ...cells.map(({ text }) => text),
    '',
  ].join('\n\n');
}

/** What Quire itself says in a script begins with this, and is no text of the workbook. */
export const noteMark = '--: ';
/** By which the seed of a script is found again. */
export const seedMark = `${noteMark}seed `;

/** Functions and clauses that draw random numbers. */
const RANDOM = /^(random|setseed|sample|tablesample|shuffle)$/i;

interface ScriptCell {
  text: string;
  random: boolean;
}

/**
 * In the order in which each finds what it reads, texts before the cell that they stand before. The query is put as the
 * engine puts it, so that columns of the same name get the same ones.
 */
async function toCells(
  parts: Omit<ScriptParts, 'sources'>,
  nodes: ReadonlyMap<string, Node>,
): Promise<ScriptCell[]> {
  const { workbook, kinds } = parts;
  const context = toContext(workbook, kinds);
  const before = new Map<string, string[]>();
  let texts: string[] = [];
  for (const cell of workbook.cells) {
    if (typeof (cell as { markdown?: unknown }).markdown === 'string') texts.push(toBlock(cell));
    else if (nodes.has(cell.id)) {
      before.set(cell.id, texts);
      texts = [];
    }
  }
  const written: ScriptCell[] = [];
  for (const node of nodes.values()) {
    const heads = before.get(node.cell.id) ?? [];
    written.push(...heads.map((text) => ({ text, random: false })), ...(await toCell(node, context, parts)));
  }
  return [...written, ...texts.map((text) => ({ text, random: false }))];
}

async function toCell(
  { cell, fault }: Node,
  context: PlanContext,
  { workbook: { seed }, kinds, words, ask, onLeftOut }: Omit<ScriptParts, 'sources'>,
): Promise<ScriptCell[]> {
  const kind = kinds.find(cell.kind);
  if (kind?.gives !== 'table') return [];
  let why = 'other' as LeftOutReason;
  const findSecret = () => {
    why = 'secret';
    return undefined;
  };
  const leaveOut = (): ScriptCell[] => {
    onLeftOut?.(cell.name ?? '');
    return [{ text: toNote(words.leftOut(cell.name ?? '', why)), random: false }];
  };
  if (fault || !cell.name) return leaveOut();
  try {
    const asked = kind.toPlan(cell, { ...context, findSecret });
    const plan = asked.do === 'ask' ? await asked.toPlan({ ask }) : asked;
    if (plan.do !== 'keep' || why === 'secret') return leaveOut();
    const query = toQuery(plan.sql);
    const random = isRandom(query);
    const table = `CREATE OR REPLACE TABLE ${quoteName(cell.name)} AS SELECT * FROM (\n${query.trim()}\n);`;
    return [{ text: random ? `${toSeed(seed)};\n${table}` : table, random }];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'step-unrun') why = 'computed';
    return leaveOut();
  }
}

function toInputs(workbook: Workbook, kinds: RunKinds, words: ScriptWords): string[] {
  const variables = workbook.cells.flatMap((cell) => {
    const value = cell.name && kinds.find(cell.kind)?.toValue?.(cell);
    return value ? [`${toVariable(fold(cell.name!), value)};`] : [];
  });
  return variables.length > 0 ? [`${toNote(words.inputs)}\n${variables.join('\n')}`] : [];
}

function toSources(sources: readonly ScriptSource[], words: ScriptWords): string[] {
  if (sources.length === 0) return [];
  const statements = sources.map((source) => {
    const { sql, exported } = toSourceStatement(source);
    const note = exported ? `${toNote(words.exported(source.name, exported.file, exported.from))}\n` : '';
    return `${note}${sql};`;
  });
  return [toNote(words.sources), ...statements];
}

function toContext(workbook: Workbook, kinds: RunKinds): PlanContext {
  return {
    findValue(name) {
      const cell = findGiver(workbook.cells, name, 'value', kinds);
      return cell && kinds.find(cell.kind)?.toValue?.(cell);
    },
    findColumns: () => undefined,
  };
}

function isRandom(sql: string): boolean {
  return toTokens(sql).some(({ kind, from, to }) => kind === 'word' && RANDOM.test(sql.slice(from, to)));
}

function toNote(text: string): string {
  return toComment(text, noteMark);
}

function toBlock(cell: Cell): string {
  return toComment((cell as unknown as { markdown: string }).markdown, '-- ');
}

/** Each line by itself, so that nothing in a text can end the comment. */
function toComment(text: string, mark: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `${mark}${line}`.trimEnd())
    .join('\n');
}
