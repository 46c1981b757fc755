import type { Column, Family } from '../table/column';

/** What a step can be told, described once: the form, the check, the saved form and the console's help follow from it. */
export type Field =
  | ColumnField
  | ColumnsField
  | ChoiceField
  | NumberField
  | TextField
  | FlagField
  | ValueField
  | ValuesField
  | ExpressionField
  | QueryField
  | TableField
  | ListField;

export interface Fields {
  readonly [name: string]: Field;
}

interface Common {
  /** Asked only where the settings so far make it matter; where it does not, its value is left alone and not checked. */
  readonly when?: (settings: Loose) => boolean;
  /** May be left empty. */
  readonly optional?: boolean;
}

/** Settings of a step whose kind is not known. */
export type Loose = Readonly<Record<string, unknown>>;

/** One column, of the table so far or of the one that another setting names. */
export interface ColumnField extends Common {
  readonly kind: 'column';
  readonly families?: readonly Family[];
  readonly of?: string;
}

/** Columns in the order in which they were chosen. Where it is optional, none means what the step says it means. */
export interface ColumnsField extends Common {
  readonly kind: 'columns';
  readonly families?: readonly Family[];
  readonly of?: string;
}

/** One of a few words; the first is what it is unless something else is said. */
export interface ChoiceField<C extends string = string> extends Common {
  readonly kind: 'choice';
  readonly choices: readonly [C, ...C[]];
  /** Whether a choice suits the columns so far; the form offers no others. */
  readonly suits?: (choice: string, settings: Loose, columns: readonly Column[]) => boolean;
}

export interface NumberField extends Common {
  readonly kind: 'number';
  readonly otherwise?: number;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

export interface MaybeNumberField extends NumberField {
  readonly optional: true;
}

export interface TextField extends Common {
  readonly kind: 'text';
  readonly otherwise?: string;
  /** What the text is: a column that comes to be, a pattern, the name of a secret of the device, or any text. */
  readonly is?: 'name' | 'pattern' | 'secret';
  /** The setting whose column has values that it may be. */
  readonly like?: string;
}

export interface FlagField extends Common {
  readonly kind: 'flag';
  readonly otherwise: boolean;
}

/** A value as it is typed, or one of the workbook's inputs. */
export interface ValueField extends Common {
  readonly kind: 'value';
  /** The setting whose column says of what type it is. */
  readonly like?: string;
}

/** Texts, one a line. */
export interface ValuesField extends Common {
  readonly kind: 'values';
  readonly like?: string;
}

/** A piece of SQL over the columns of the table so far. */
export interface ExpressionField extends Common {
  readonly kind: 'expression';
}

/** A whole query, which reads the table so far as `this`. */
export interface QueryField extends Common {
  readonly kind: 'query';
}

/** Another table: a source, or a cell. */
export interface TableField extends Common {
  readonly kind: 'table';
  /** It is that of a cell behind which a table of this name and with these columns stands. */
  readonly beside?: { readonly name: string; readonly columns: readonly string[] };
}

/**
 * Any number of the same: conditions, keys, pairs. One that is given as a text alone is its first setting; what the others say of the
 * step's own settings (`of`, `like`, `when`) is seen too.
 */
export interface ListField<F extends Fields = Fields> extends Common {
  readonly kind: 'list';
  readonly fields: F;
}

/** A value that is typed, or an input of the workbook. */
export type Given = string | { readonly input: string };

/** The settings that fields describe. */
export type SettingsOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

type ValueOf<F extends Field> =
  F extends ChoiceField<infer C>
    ? C
    : F extends ListField<infer G>
      ? readonly SettingsOf<G>[]
      : F extends ColumnsField | ValuesField
        ? readonly string[]
        : F extends MaybeNumberField
          ? number | null
          : F extends NumberField
            ? number
            : F extends FlagField
              ? boolean
              : F extends ValueField
                ? Given
                : string;

type Options<F> = Omit<F, 'kind' | 'optional'> & Pick<Common, 'optional'>;

export const column = (options?: Options<ColumnField>): ColumnField => ({ kind: 'column', ...options });
export const columns = (options?: Options<ColumnsField>): ColumnsField => ({ kind: 'columns', ...options });
export const choice = <const C extends string>(
  choices: readonly [C, ...C[]],
  options?: Omit<ChoiceField, 'kind' | 'choices'>,
): ChoiceField<C> => ({ kind: 'choice', choices, ...options });
export const number = (options?: Omit<NumberField, 'kind' | 'optional'>): NumberField => ({
  kind: 'number',
  ...options,
});
/** A number that may be left empty, which is null. */
export const maybeNumber = (options?: Omit<NumberField, 'kind' | 'optional'>): MaybeNumberField => ({
  kind: 'number',
  optional: true,
  ...options,
});
export const text = (options?: Options<TextField>): TextField => ({ kind: 'text', ...options });
export const flag = (otherwise = false, options?: Common): FlagField => ({
  kind: 'flag',
  otherwise,
  ...options,
});
export const value = (options?: Options<ValueField>): ValueField => ({ kind: 'value', ...options });
export const values = (options?: Options<ValuesField>): ValuesField => ({ kind: 'values', ...options });
export const expression = (options?: Common): ExpressionField => ({ kind: 'expression', ...options });
export const query = (options?: Common): QueryField => ({ kind: 'query', ...options });
export const table = (options?: Options<TableField>): TableField => ({ kind: 'table', ...options });
export const list = <const F extends Fields>(fields: F, options?: Common): ListField<F> => ({
  kind: 'list',
  fields,
  ...options,
});

/** Whether the settings make a field matter. */
export function isAsked(field: Field, settings: Loose): boolean {
  return field.when?.(settings) ?? true;
}
