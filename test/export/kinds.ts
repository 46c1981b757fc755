import { inputKind } from '../../src/cells/input/compile';
import { sqlKind } from '../../src/cells/sql/compile';
import { stepsKind } from '../../src/cells/steps/compile';
import { textKind } from '../../src/cells/text/compile';
import type { CellSpec } from '../../src/workbook/cell';
import { createWorkbook } from '../../src/workbook/document';
import { toCell } from '../../src/workbook/edits';
import type { RunKind, RunKinds } from '../../src/workbook/plan';

const all: Record<string, RunKind> = {
  sql: sqlKind as unknown as RunKind,
  steps: stepsKind as unknown as RunKind,
  input: inputKind as unknown as RunKind,
  text: textKind as unknown as RunKind,
};

export const kinds: RunKinds = { find: (kind) => all[kind] };

export const sql = (name: string, text: string): CellSpec => ({ kind: 'sql', name, sql: text });
export const text = (markdown: string): CellSpec => ({ kind: 'text', markdown });

export function toBook(...specs: CellSpec[]) {
  return createWorkbook({ title: 'Sales', cells: specs.map((spec, k) => toCell(spec, kinds, `c${k}`)) });
}
