import type { Vector } from 'apache-arrow';
import type { SettingsOf } from '../../steps/field';
import { choice } from '../../steps/field';
import { toFieldName } from '../columns';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { toRawText } from '../../table/format';
import { toTypeParts, toWireType } from '../../table/wire';
import { toParquetValues } from '../values';
import type { Format, Loss, WriteFormat } from './format';

const fields = {
  large: choice(['text', 'number']),
  missing: choice(['null', 'left-out']),
};

export type JsonSettings = SettingsOf<typeof fields>;

const common: Omit<Format<typeof fields>, 'name' | 'ending' | 'type'> = {
  fields,
  plan: ({ type }) => {
    const wire = toWireType(type);
    return wire === type ? undefined : wire;
  },
  losses: findLosses,
};

export const json: Format<typeof fields> = {
  ...common,
  name: 'json',
  ending: 'json',
  type: 'application/json',
};

export const ndjson: Format<typeof fields> = {
  ...common,
  name: 'ndjson',
  ending: 'ndjson',
  type: 'application/x-ndjson',
};

/** Types whose values are text in JSON. */
const TEXTUAL = /^(DATE|TIME|TIMESTAMP|INTERVAL|UUID|BLOB|BIT|ENUM)\b/;
const LARGE = /\b(BIGINT|UBIGINT|HUGEINT|UHUGEINT|BIGNUM|DECIMAL)\b/;

function findLosses(columns: readonly Column[], { large }: JsonSettings): Loss[] {
  const losses: Loss[] = [];
  const textual = columns.filter(({ type }) => TEXTUAL.test(type)).map(({ name }) => name);
  const wide = columns.filter(({ type }) => LARGE.test(type)).map(({ name }) => name);
  const floating = columns.filter(({ type }) => /\b(FLOAT|DOUBLE)\b/.test(type)).map(({ name }) => name);
  if (textual.length > 0) losses.push({ code: 'as-text', columns: textual });
  if (wide.length > 0)
    losses.push({ code: large === 'text' ? 'large-as-text' : 'large-as-number', columns: wide });
  if (floating.length > 0) losses.push({ code: 'not-finite', columns: floating });
  return losses;
}

const ROWS_AT_ONCE = 10_000;
const encoder = new TextEncoder();

export const writeJson: WriteFormat<JsonSettings> = (tables, context) =>
  writeObjects(tables, context, { begin: '[\n', between: ',\n', end: '\n]\n' });

export const writeNdjson: WriteFormat<JsonSettings> = (tables, context) =>
  writeObjects(tables, context, { begin: '', between: '\n', end: '\n' });

async function writeObjects(
  [table]: Parameters<WriteFormat<JsonSettings>>[0],
  { settings, push }: Parameters<WriteFormat<JsonSettings>>[1],
  { begin, between, end }: { begin: string; between: string; end: string },
): Promise<void> {
  const { columns } = table!;
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const writers = columns.map(({ type }) => toWriter(type, settings));
  let isFirst = true;
  await push(encoder.encode(begin));
  for await (const batch of table!.batches()) {
    const values = columns.map((_, k) => toParquetValues(batch.getChildAt(k) as Vector));
    for (let from = 0; from < batch.numRows; from += ROWS_AT_ONCE) {
      const rows: string[] = [];
      for (let row = from; row < Math.min(batch.numRows, from + ROWS_AT_ONCE); row++) {
        let text = '';
        for (let k = 0; k < keys.length; k++) {
          const value = values[k]![row];
          if (value === null && settings.missing === 'left-out') continue;
          text += `${text && ','}${keys[k]}${writers[k]!(value)}`;
        }
        rows.push(`{${text}}`);
      }
      await push(encoder.encode((isFirst ? '' : between) + rows.join(between)));
      isFirst = false;
    }
  }
  if (!isFirst || end !== '\n') await push(encoder.encode(end));
}

type Writer = (value: unknown) => string;

/** How a value of a type stands in JSON. */
function toWriter(type: string, settings: JsonSettings): Writer {
  const write = toPresent(type, settings);
  return (value) => (value === null || value === undefined ? 'null' : write(value));
}

function toPresent(type: string, settings: JsonSettings): Writer {
  const parts = toTypeParts(type);
  switch (parts.kind) {
    case 'list': {
      const item = toWriter(parts.item, settings);
      return (value) => `[${Array.from(value as ArrayLike<unknown>, item).join(',')}]`;
    }
    case 'map': {
      const key = toPresent(parts.key, settings);
      const item = toWriter(parts.item, settings);
      const toKey = (text: string) => (text.startsWith('"') ? text : JSON.stringify(text));
      return (value) =>
        `{${(value as { key: unknown; value: unknown }[]).map((pair) => `${toKey(key(pair.key))}:${item(pair.value)}`).join(',')}}`;
    }
    case 'struct': {
      const inner = parts.fields.map((field) => {
        const name = toFieldName(field.name);
        return { name, key: `${JSON.stringify(name)}:`, write: toWriter(field.type, settings) };
      });
      return (value) =>
        `{${inner.map(({ name, key, write }) => key + write((value as Record<string, unknown>)[name])).join(',')}}`;
    }
    case 'plain':
      return toPlainWriter(type, settings);
  }
}

function toPlainWriter(type: string, { large }: JsonSettings): Writer {
  const isExact = (value: number) => Number.isSafeInteger(value);
  if (toFamily(type) !== 'number') return (value) => toText(value);
  const toNumber = (text: string, exact: boolean) => (exact || large === 'number' ? text : `"${text}"`);
  return (value) => {
    if (typeof value === 'bigint') return toNumber(String(value), isExact(Number(value)));
    if (typeof value === 'string') return toNumber(value, hasFewDigits(value));
    const number = value as number;
    if (!Number.isFinite(number)) return `"${String(number)}"`;
    if (Object.is(number, -0)) return '-0.0';
    return type === 'FLOAT' ? toRawText(number, { name: '', type }) : String(number);
  };
}

/** Whether a double has all digits of a decimal. */
function hasFewDigits(text: string): boolean {
  return text.replace(/^-?0*\.?0*|\.|-/g, '').length <= 15;
}

function toText(value: unknown): string {
  return typeof value === 'boolean' ? String(value) : JSON.stringify(String(value));
}
