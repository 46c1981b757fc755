import type { Engine } from '../engine/engine';
import { rejectedColumns } from '../engine/engine';
import type { RowSource } from '../grid/rows';
import { locale, t } from '../i18n/i18n';
import type { SourceRecord } from '../storage/catalog';
import type { Value } from '../table/column';

type WhenAttached = (id: string) => Promise<void>;

/** A source's rows, as the grid reads them. */
export function toRowSource(source: SourceRecord, engine: Engine, whenAttached: WhenAttached): RowSource {
  const { id, columns, receipt } = source;
  return {
    key: id,
    columns,
    rowCount: receipt.loaded,
    async read(from, to, signal) {
      await whenAttached(id);
      return engine.read(id, 'rows', from, to, signal ? { signal } : {});
    },
  };
}

/** The records that a source left out, with the reader's reasons in the person's words. */
export function toRejectedSource(
  source: SourceRecord,
  engine: Engine,
  whenAttached: WhenAttached,
): RowSource {
  const { id, receipt } = source;
  return {
    key: `${id}/rejected/${locale()}`,
    columns: rejectedColumns.map(({ name, type }) => ({ name: t(`rejected.${toField(name)}`), type })),
    rowCount: receipt.rejected,
    async read(from, to, signal) {
      await whenAttached(id);
      const [line = [], column = [], reason = [], text = []] = await engine.read(
        id,
        'rejected',
        from,
        to,
        signal ? { signal } : {},
      );
      return [line, column, reason.map(toReasonWords), text];
    },
  };
}

function toField(name: string): 'line' | 'column' | 'reason' | 'text' {
  if (name === 'line' || name === 'column' || name === 'reason' || name === 'text') return name;
  throw new Error(`unknown column of rejected records: ${name}`);
}

/** The reader's own names for what is wrong with a record. */
const REASONS = {
  'MISSING COLUMNS': 'short',
  'TOO MANY COLUMNS': 'long',
  'UNQUOTED VALUE': 'quote',
  'LINE SIZE OVER MAXIMUM': 'tooLong',
  'INVALID ENCODING': 'encoding',
  'INVALID STATE': 'state',
  CAST: 'type',
} as const;

function toReasonWords(reason: Value): Value {
  const known = REASONS[reason as keyof typeof REASONS];
  return known ? t(`rejected.reasons.${known}`) : reason;
}
