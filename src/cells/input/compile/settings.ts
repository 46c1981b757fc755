import type { Cell } from '../../../workbook/cell';

export const controls = ['slider', 'number', 'list', 'several', 'date', 'range', 'text', 'switch'] as const;

export type Control = (typeof controls)[number];

/** What the options of a list are to a query: `'7'` is text, 7 is a number. */
export type OptionType = 'text' | 'number' | 'date';

/** Written by hand, or the values of a column. */
export type Options = readonly string[] | { readonly table: string; readonly column: string };

export interface SliderSettings {
  readonly control: 'slider';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
}

export interface NumberSettings {
  readonly control: 'number';
  readonly min?: number;
  readonly max?: number;
  /** Without one, any number will do. */
  readonly step?: number;
  readonly value: number;
}

export interface ListSettings {
  readonly control: 'list';
  readonly options: Options;
  readonly of: OptionType;
  /** Null: nothing is chosen, and a query sees NULL. */
  readonly value: string | null;
}

export interface SeveralSettings {
  readonly control: 'several';
  readonly options: Options;
  readonly of: OptionType;
  /** Nothing chosen is the empty list: `city IN $cities` is true of no row. */
  readonly value: readonly string[];
}

export interface DateSettings {
  readonly control: 'date';
  readonly min?: string;
  readonly max?: string;
  readonly value: string | null;
}

export interface NumberRangeSettings {
  readonly control: 'range';
  readonly of: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: readonly [number, number];
}

export interface DateRangeSettings {
  readonly control: 'range';
  readonly of: 'date';
  readonly min: string;
  readonly max: string;
  /** Whole days. */
  readonly step: number;
  readonly value: readonly [string, string];
}

export interface TextSettings {
  readonly control: 'text';
  readonly value: string;
}

export interface SwitchSettings {
  readonly control: 'switch';
  readonly value: boolean;
}

export type InputSettings =
  | SliderSettings
  | NumberSettings
  | ListSettings
  | SeveralSettings
  | DateSettings
  | NumberRangeSettings
  | DateRangeSettings
  | TextSettings
  | SwitchSettings;

/** A value that a person sets, which queries read as `$name`. */
export type InputCell = Cell & {
  readonly kind: 'input';
  readonly name: string;
  /** Shown in place of the name. */
  readonly label?: string;
} & InputSettings;
