import type { Engine } from '../engine/engine';
import { rejectedColumns, unreadColumns } from '../engine/engine';
import type { RowSource } from '../grid/rows';
import { locale, t } from '../i18n/i18n';
import type { RejectReason } from '../import/text/records';
import type { SourceRecord } from '../storage/catalog';
import type { Column, Value } from '../table/column';

type WhenAttached = (id: string) => Promise<void>;

/** A source's rows, as the grid reads them. */
export function toRowSource(source: SourceRecord, engine: Engine, whenAttached: WhenAttached): RowSource {
  const { id, columns, receipt } = source;
  const key = `${id}/${receipt.loaded}`;
  return {
    key,
    columns,
    rowCount: receipt.loaded,
    glances: { engine, id, key, whenReady: () => whenAttached(id) },
    async read(from, to, signal) {
      await whenAttached(id);
      return engine.read(id, 'rows', from, to, signal ? { signal } : {});
    },
  };
}

/** What is not among a source's rows: its rejected records, or its values that were not readable. */
export function toListSource(
  source: SourceRecord,
  kind: 'rejected' | 'unread',
  engine: Engine,
  whenAttached: WhenAttached,
): RowSource {
  const { id, receipt } = source;
  return {
    key: `${id}/${kind}/${receipt[kind]}/${locale()}`,
    columns: toListColumns(kind),
    rowCount: receipt[kind],
    async read(from, to, signal) {
      await whenAttached(id);
      const values = await engine.read(id, kind, from, to, signal ? { signal } : {});
      const reasons =
        kind === 'rejected' ? listColumns.rejected.findIndex(({ name }) => name === 'reason') : -1;
      return values.map((column, index) => (index === reasons ? column.map(toReasonWords) : column));
    },
  };
}

const listColumns = { rejected: rejectedColumns, unread: unreadColumns };

function toListColumns(kind: 'rejected' | 'unread'): Column[] {
  return listColumns[kind].map(({ name, type }) => ({ name: t(`rejected.${toField(name)}`), type }));
}

const fields = ['line', 'column', 'reason', 'text', 'value'] as const;

function toField(name: string): (typeof fields)[number] {
  const field = fields.find((other) => other === name);
  if (!field) throw new Error(`unknown column of a list: ${name}`);
  return field;
}

/** The words of each reason that our reader gives; anything else is shown as it is. */
const REASONS: Record<RejectReason, true> = {
  'too-many-fields': true,
  'over-border': true,
  'not-json': true,
};

function toReasonWords(reason: Value): Value {
  return typeof reason === 'string' && reason in REASONS
    ? t(`rejected.reasons.${reason as RejectReason}`)
    : reason;
}
