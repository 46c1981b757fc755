import type { PartPatch } from '../workbook/report';
import type { DraftCell } from './template';

type Settings = Readonly<Record<string, unknown>>;

export const text = (markdown: string, part?: PartPatch): DraftCell =>
  toCell({ kind: 'text', markdown }, part);

/** What others are made of: folded up, and not in the report. */
export const chain = (name: string, from: string, steps: readonly Settings[]): DraftCell =>
  toCell({ kind: 'steps', name, from, steps, collapsed: true }, { left: true });

export const query = (name: string, sql: string, part: PartPatch = { left: true }): DraftCell =>
  toCell({ kind: 'sql', name, sql, ...(part.left && { collapsed: true }) }, part);

/** A table that a reader should see. */
export const table = (
  name: string,
  from: string,
  steps: readonly Settings[],
  part: PartPatch = {},
): DraftCell => toCell({ kind: 'steps', name, from, steps }, part);

export const chart = (
  name: string,
  from: string,
  mark: string,
  settings: Settings,
  part?: PartPatch,
): DraftCell => toCell({ kind: 'chart', name, from, mark, ...settings }, part);

export const input = (name: string, control: string, settings: Settings): DraftCell =>
  toCell({ kind: 'input', name, control, ...settings });

/** What is there or not, by what the person has. */
export const when = (is: unknown, ...cells: readonly DraftCell[]): readonly DraftCell[] => (is ? cells : []);

function toCell(spec: DraftCell['spec'], part?: PartPatch): DraftCell {
  return part ? { spec, part } : { spec };
}
