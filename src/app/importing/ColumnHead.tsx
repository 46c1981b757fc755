import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Reading } from '../../import/columns/reading';
import type { InspectedColumn } from '../../import/inspection';
import type { MenuItem } from '../../ui/Menu';
import { Menu } from '../../ui/Menu';
import { TypeGlyph } from '../../ui/TypeGlyph';
import { toReadingWords, toWhyWords } from './readingWords';
import type { Session } from './session';
import { chooseReading, isSame, leaveOut, renameColumn, takeAsInFile } from './settings';

/** The head of a column: its name, which can be typed over, how it is read, which can be chosen, and why. */
export function ColumnHead(props: { session: Session; column: InspectedColumn; at: number }) {
  const words = () => toReadingWords(props.column.reading, props.column.type);
  const why = () => {
    const { why, misfits, alternatives } = props.column;
    const [other] = alternatives;
    const example = misfits.examples[0] ?? other?.examples?.[0];
    return toWhyWords(why, { example, nearest: other?.reading });
  };
  return (
    <th scope="col" classList={{ out: props.column.leftOut }}>
      <div class="column-head">
        <TypeGlyph type={props.column.type} />
        <input
          class="column-name"
          value={props.column.name}
          aria-label={t('importing.columnName', { at: String(props.at + 1) })}
          title={
            props.column.name === props.column.source
              ? props.column.name
              : t('receipt.named', { source: props.column.source })
          }
          spellcheck={false}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key !== 'Escape' || event.currentTarget.value === props.column.name) return;
            // the first Escape takes the typing back, the next one closes the dialog
            event.currentTarget.value = props.column.name;
            event.stopPropagation();
          }}
          onChange={({ currentTarget: { value } }) => {
            const { source } = props.column;
            props.session.edit((settings) => renameColumn(settings, source, value));
          }}
        />
      </div>
      <Menu
        label={t('importing.columnMenu', { name: props.column.name, reading: words() })}
        note={why()}
        inDialog
        triggerClass="column-reading"
        trigger={
          <>
            <span>{props.column.leftOut ? t('importing.leftOut') : words()}</span>
            <ChevronDown />
          </>
        }
        items={toItems(props.column, props.session)}
      />
      <div class="column-why" title={why()}>
        <Show when={toLossWords(props.column)} fallback={why()}>
          {(loss) => <span class="warn-text">{loss()}</span>}
        </Show>
      </div>
    </th>
  );
}

/** What the reading in force does to some of the values. */
function toLossWords({ misfits: { count }, zeros = 0 }: InspectedColumn): string {
  if (count > 0) return t('importing.misfits', count, formatCount(count));
  return zeros > 0 ? t('importing.zeros', zeros, formatCount(zeros)) : '';
}

function toHint({ misfits, zeros = 0 }: Choice): string | undefined {
  if (misfits > 0) return t('importing.misfitsHint', misfits, formatCount(misfits));
  return zeros > 0 ? t('importing.zerosHint', zeros, formatCount(zeros)) : undefined;
}

const TEXT: Reading = { type: 'VARCHAR' };

type Choice = Pick<InspectedColumn['alternatives'][number], 'reading' | 'misfits' | 'zeros'>;

/** Its reading, the others that some of its values have, text, and leaving it out. */
function toItems(
  { source, type, reading, alternatives, misfits, zeros, leftOut }: InspectedColumn,
  session: Session,
): MenuItem[] {
  const isOut: MenuItem = {
    label: t(leftOut ? 'importing.takeIn' : 'importing.leaveOut'),
    apart: true,
    run: () => session.edit((settings) => leaveOut(settings, source, !leftOut)),
  };
  const kind = session.kind();
  const isText = type === 'VARCHAR' && alternatives.length === 0;
  if (kind === 'duckdb' || (!reading && isText)) return [isOut];
  const own = reading ? [{ reading, misfits: misfits.count, zeros }] : [];
  const found: Choice[] = [...own, ...alternatives, { reading: TEXT, misfits: 0 }];
  const choices = found.filter(
    (item, at) => found.findIndex((other) => isSameReading(other.reading, item.reading)) === at,
  );
  const items = choices.map((item): MenuItem => {
    const hint = toHint(item);
    return {
      label: toReadingWords(item.reading, item.reading.type),
      hint,
      checked: reading !== undefined && isSameReading(item.reading, reading),
      run: () =>
        session.edit((settings) =>
          chooseReading(settings, source, item.reading, { accept: hint !== undefined }),
        ),
    };
  });
  // of a text nothing but its values says a type, and what lies in an archive may be one
  if (reading && (kind === 'text' || kind === 'archive')) return [...items, isOut];
  const asInFile: MenuItem = {
    label: t('importing.asInFile'),
    checked: reading === undefined,
    run: () => session.edit((settings) => takeAsInFile(settings, source)),
  };
  return [asInFile, ...items, isOut];
}

function isSameReading(a: Reading, b: Reading): boolean {
  return isSame({ columns: { a: { reading: a } } }, { columns: { a: { reading: b } } });
}
