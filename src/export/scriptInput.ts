import { toPlain } from '../sql/name';
import type { CellSpec } from '../workbook/cell';
import type { ScriptStatement } from './statements';

/** `SET VARIABLE since = DATE '2024-01-01'` as an input: of a plain value, not of what has to be computed. */
export function maybeInput({ sql, tokens }: ScriptStatement): CellSpec | undefined {
  const [set, variable, name, is] = tokens.map(({ from, to }) => sql.slice(from, to));
  if (set?.toLowerCase() !== 'set' || variable?.toLowerCase() !== 'variable' || is !== '=' || !name)
    return undefined;
  const value = sql.slice(tokens[3]!.to).trim();
  const control = maybeControl(value);
  return control && { kind: 'input', name: toPlain(name), ...control };
}

const TEXT = /^'((?:[^']|'')*)'$/;
const CAST = /^cast\s*\(\s*(.+?)\s+as\s+([a-z]+(?:\[\])?)\s*\)$/is;
const TYPED = /^(date|timestamp)\s+('(?:[^']|'')*')$/i;

const RANGE = /^\{\s*'min'\s*:\s*(.+?)\s*,\s*'max'\s*:\s*(.+?)\s*\}$/is;

type Control = Record<string, unknown>;

function maybeControl(value: string): Control | undefined {
  const range = RANGE.exec(value);
  if (range) return maybeRange(maybeControl(range[1]!), maybeControl(range[2]!));
  const cast = CAST.exec(value);
  if (cast) return maybeCast(cast[1]!, cast[2]!.toUpperCase());
  const typed = TYPED.exec(value);
  if (typed) return maybeCast(typed[2]!, typed[1]!.toUpperCase());
  if (/^(true|false)$/i.test(value)) return { control: 'switch', value: /^t/i.test(value) };
  if (/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value)) return { control: 'number', value: Number(value) };
  const text = maybeText(value);
  return text === undefined ? undefined : { control: 'text', value: text };
}

function maybeCast(inner: string, type: string): Control | undefined {
  if (type.endsWith('[]')) return maybeList(inner, type.slice(0, -2));
  const text = maybeText(inner) ?? inner;
  switch (type) {
    case 'DATE':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? { control: 'date', value: text } : undefined;
    case 'BIGINT':
    case 'INTEGER':
    case 'DOUBLE':
      return text.trim() !== '' && Number.isFinite(Number(text))
        ? { control: 'number', value: Number(text) }
        : undefined;
    case 'BOOLEAN':
      return /^(true|false)$/i.test(text) ? { control: 'switch', value: /^t/i.test(text) } : undefined;
    case 'VARCHAR':
      return { control: 'text', value: text };
    default:
      return undefined;
  }
}

/** Its ends are all that is known of its bounds. */
function maybeRange(min: Control | undefined, max: Control | undefined): Control | undefined {
  if (!min || !max || min['control'] !== max['control']) return undefined;
  if (min['control'] !== 'number' && min['control'] !== 'date') return undefined;
  const [from, to] = [min['value'], max['value']];
  return { control: 'range', of: min['control'], min: from, max: to, value: [from, to] };
}

function maybeList(inner: string, type: string): Control | undefined {
  const items = /^\[(.*)\]$/s.exec(inner)?.[1];
  if (items === undefined) return undefined;
  const values = [...items.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => text!.replaceAll("''", "'"));
  const of = type === 'DATE' ? 'date' : type === 'VARCHAR' ? 'text' : 'number';
  return { control: 'several', of, options: values, value: values };
}

function maybeText(written: string): string | undefined {
  return TEXT.exec(written)?.[1]?.replaceAll("''", "'");
}
