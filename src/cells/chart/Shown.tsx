import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show, untrack } from 'solid-js';
import { toBehindSql } from '../../charts/spec/behind';
import type { Datum } from '../../charts/spec/chart';
import type { Zoom } from '../../charts/spec/look';
import type { SpotLine } from '../../charts/spec/picture';
import { chartWords } from '../../i18n/charts/charts';
import { formatCount, localeTag } from '../../i18n/format';
import { whenThere } from '../../lib/patience';
import { isSettled } from '../../run/state';
import { Button } from '../../ui/Button';
import { createVariable } from '../../ui/cssVariable';
import { isDark } from '../../ui/dark';
import { createAnswer } from '../steps/answer';
import { CellRows, toRowSource } from '../CellRows';
import type { CellViewProps } from '../view';
import type { ChartCell, ChartTold } from './compile';
import { toFromSql } from './compile';
import { isForced } from './forced';
import { Behind } from './Behind';
import { drawFitting } from './fitting';
import { Chips, sayChosen } from './Chips';
import { createLinking } from './linking';
import { drawCell, drawPart, isThinned, readCloser, readDrawn, withCondition } from './picture';
import type { PlateHandle } from './Plate';
import { Plate } from './Plate';
import { toProblemWords } from './problemWords';
import { createRoom } from './room';
import { Tools } from './Tools';

/** So long nothing else is done before what has become visible is asked for. */
const PAUSE_MS = 150;
/** From so many rows on, they are laid out in a task of their own. */
const MANY = 4000;

/** How high each cell's picture was, so that the page does not jump while the next one is drawn. */
const heights = new Map<string, number>();

/** What a chart shows, as a picture or as a table, with what can be done with it. */
export function Shown(props: CellViewProps<ChartCell>) {
  const [hidden, setHidden] = createSignal<ReadonlySet<string>>(new Set());
  const [zoom, setZoom] = createSignal<Zoom>();
  const [isTable, setTable] = createSignal(false);
  const [behind, setBehind] = createSignal<{ sql: string; lines: readonly SpotLine[] }>();
  const [failed, setFailed] = createSignal(false);
  const { id } = untrack(() => props.cell);
  const [height, setHeight] = createSignal(heights.get(id));
  let root!: HTMLDivElement;
  let plate: PlateHandle | undefined;
  const fills = () => props.fills ?? false;
  const room = createRoom(() => root, { fills });
  const words = () => chartWords().plate;
  const { engine, findValue } = untrack(() => props.surroundings);

  onMount(() => {
    props.onReady({
      focus: () =>
        root.querySelector<HTMLElement>(isTable() ? '.chart-table [role="grid"]' : '.plate-stage')?.focus(),
    });
  });

  /** Rows and what they were asked for as: both change together when the cell has run. */
  const asked = createMemo(
    () => {
      const { result, told } = props.state;
      return result && told ? { id: result.id, told: told as ChartTold } : undefined;
    },
    undefined,
    { equals: (a, b) => a?.id === b?.id && a?.told === b?.told },
  );
  // what was come closer to, and what was hidden, is of the picture before
  createEffect(
    on(
      () => props.cell.mark + JSON.stringify(props.cell),
      () => setFailed(false),
    ),
  );
  createEffect(
    on(
      () => [toFromSql(props.cell), props.cell.mark, ...slotsOf(props.cell)].join('\n'),
      () => {
        setHidden(new Set<string>());
        setZoom();
        setBehind();
      },
      { defer: true },
    ),
  );
  const kept = createAnswer(
    () => asked(),
    (wanted, signal) => readDrawn(engine, wanted, signal),
    onProblem,
  );
  const closer = createAnswer(
    () => {
      const [drawn, span] = [kept(), zoom()];
      return drawn && span && isThinned(drawn) ? { drawn, zoom: span, cell: props.cell } : undefined;
    },
    async (wanted, signal) => {
      await pause(PAUSE_MS);
      signal.throwIfAborted();
      return readCloser(engine, { findValue, pixels: room().width, ...wanted }, signal);
    },
    onProblem,
  );
  const drawn = () => closer() ?? kept();
  const question = createMemo(() => {
    const [rows, { width, height: tall, scale }] = [drawn(), room()];
    const span = zoom();
    if (!rows || width === 0) return undefined;
    const look = {
      width: Math.floor(width / scale),
      dark: isDark(),
      hidden: hidden(),
      ...(span && { zoom: span }),
      ...(props.entitled && { entitled: true }),
      ...(isForced() && { patterns: true }),
    };
    return { cell: props.cell, rows, look, tall: fills() ? tall / scale : 0, locale: localeTag() };
  });
  const linking = createLinking({
    cell: () => props.cell,
    surroundings: untrack(() => props.surroundings),
    kept,
    drawn,
    zoom,
    pixels: () => room().width,
    isNew: () => props.state.status === 'done',
    isBusy: () => !isSettled(props.state),
  });
  const [drags, setDrags] = createSignal(true);
  const picture = createAnswer(
    () => question(),
    async ({ cell, rows, look, tall }, signal) => {
      if (rows.rows.length > MANY) await pause(0);
      signal.throwIfAborted();
      return tall > 0 ? drawFitting(cell, rows, { look, tall }) : drawCell(cell, rows, look);
    },
    () => setFailed(true),
  );

  /** Only the rows that are chosen elsewhere, in the frame of all. */
  const shown = createMemo(() => {
    const [whole, part, asked] = [picture(), linking.part(), question()];
    return whole && part && asked ? drawPart(whole, part, asked) : whole;
  });

  function onProblem(error: unknown): void {
    props.surroundings.onProblem(error);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((done) => setTimeout(done, ms));
  }

  function toggle(name: string, alone: boolean): void {
    const all = picture()?.legend?.flatMap((item) => (item.name === undefined ? [] : [item.name])) ?? [];
    setHidden((before) => {
      const others = new Set(all.filter((other) => other !== name));
      if (alone) return isSame(before, others) ? new Set<string>() : others;
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      // of nothing no picture can be made
      return all.every((other) => next.has(other)) ? new Set<string>() : next;
    });
  }

  function showBehind(datum: Datum, lines: readonly SpotLine[]): void {
    const rows = linking.part()?.drawn ?? drawn();
    if (!rows) return;
    const { columns, values } = rows;
    const made = { ...rows.made, chart: withCondition(rows.made.chart, linking.where()) };
    const sql = toBehindSql(datum, { from: toFromSql(props.cell), made, columns, values });
    if (sql) setBehind({ sql, lines });
  }

  function switchTable(): void {
    const wanted = isTable() ? '.plate-stage' : '.chart-table [role="grid"]';
    setTable(!isTable());
    // rows are there when they have been seen
    whenThere(() => root.querySelector<HTMLElement>(wanted) ?? undefined)
      .then((found) => found?.focus())
      .catch(onProblem);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      target.closest('input, select, textarea, [role="menu"]')
    )
      return;
    if (event.key === 't' || event.key === 'T') {
      event.preventDefault();
      event.stopPropagation();
      switchTable();
    } else if (event.key === 'Escape' && event.defaultPrevented && !behind() && !zoom()) {
      // only what was pointed at is let go of
      event.stopPropagation();
    } else if (event.key === 'Escape' && (behind() || isTable() || zoom())) {
      event.stopPropagation();
      if (behind()) {
        setBehind();
        plate?.focus();
      } else if (isTable()) switchTable();
      else setZoom();
    } else if (event.key === 'Escape' && linking.clearAll()) event.stopPropagation();
  }

  const said = createMemo<string>((before) => sayChosen(linking.own(), linking.brush, before), '');
  /** Whether a drag can choose as well as come closer; there is no box between axes of small multiples. */
  const canBoth = () => {
    const { zooms, brushes, scales = {} } = picture() ?? {};
    return linking.brush.can() && zooms && brushes && !(linking.brush.isBox() && 'fx' in scales);
  };
  const isOld = () => props.state.status !== 'done';
  const isEmpty = () => kept() !== undefined && kept()!.rows.length === 0;
  const whyEmpty = () => {
    const { told } = kept()!.made;
    if (told.rows !== undefined && told.rows > 0)
      return told.missing === told.rows ? words().emptyMissing(formatCount(told.rows)) : words().empty;
    const { where } = props.cell as ChartCell & { where?: string };
    return where ? words().emptyWhere : words().emptyRows;
  };
  const isWaiting = () => {
    const { status, result } = props.state;
    return (
      status === 'running' || status === 'waiting' || (status === 'done' && result !== undefined && !failed())
    );
  };

  onCleanup(() => height() !== undefined && !fills() && heights.set(id, height()!));

  return (
    <div
      class="chart-shown"
      classList={{
        table: isTable(),
        scrolls: fills() && (isTable() || behind() !== undefined || (height() ?? 0) > room().height + 1),
      }}
      ref={root}
      onKeyDown={onKeyDown}
    >
      <Show when={props.state.status === 'failed' && props.state.problem}>
        {(problem) => (
          <p class="note warn" role="alert">
            {toProblemWords(problem())}
          </p>
        )}
      </Show>
      <Show when={failed()}>
        <p class="note warn" role="alert">
          {words().drawing}
        </p>
      </Show>
      <Show
        when={picture() && isOld() && props.state.status !== 'running' && props.state.status !== 'waiting'}
      >
        <p class="chart-old">
          {props.state.status === 'failed' ? words().old : words().stale}
          <Show when={props.state.status === 'stale' || props.state.status === 'stopped'}>
            <Button small tone="quiet" onClick={() => props.run()}>
              {words().run}
            </Button>
          </Show>
        </p>
      </Show>
      <Show when={props.state.result}>
        {(result) => (
          <Tools
            cell={props.cell}
            picture={picture}
            isZoomed={zoom() !== undefined}
            drags={canBoth() ? drags() : undefined}
            isTable={isTable()}
            readOnly={props.readOnly}
            onWhole={() => setZoom()}
            onDrags={setDrags}
            onTable={switchTable}
            onPatterns={(patterns) => props.change({ patterns })}
            onData={() =>
              props.surroundings.exportRows(props.cell.name, async () => {
                const shared = await engine.shareResult({ name: '', of: result().id });
                if (!shared) throw new Error(`no rows: ${result().id}`);
                return shared;
              })
            }
            onProblem={onProblem}
          />
        )}
      </Show>
      <Show when={isTable() && props.state.result}>
        {(result) => (
          <div class="chart-table">
            <CellRows
              source={toRowSource(result(), engine)}
              name={props.cell.name}
              old={isOld()}
              surroundings={props.surroundings}
            />
          </div>
        )}
      </Show>
      <div
        class="chart-picture"
        hidden={isTable()}
        ref={(element) =>
          createVariable(
            element,
            '--least-height',
            () => `${picture() || !isWaiting() || fills() ? 0 : (height() ?? 320)}px`,
          )
        }
      >
        <Show when={props.surroundings.selections}>
          {(selections) => (
            <Chips selections={selections()} applied={linking.applied()} own={linking.own()} over={fills()} />
          )}
        </Show>
        <Show when={isEmpty()}>
          <p class="chart-empty" role="status">
            <strong>{words().empty}</strong> {whyEmpty() === words().empty ? '' : whyEmpty()}
          </p>
        </Show>
        <Show
          when={!isEmpty() && shown()}
          fallback={
            <Show when={!isEmpty() && isWaiting()}>
              <p class="chart-wait" role="status">
                {words().waiting}
              </p>
            </Show>
          }
        >
          {(found) => (
            <Plate
              picture={found()}
              scale={room().scale}
              name={props.cell.name}
              old={isOld()}
              zoom={zoom()}
              onZoom={setZoom}
              brush={linking.brush}
              drags={drags()}
              chosen={said()}
              onToggle={toggle}
              onBehind={showBehind}
              onReady={(handle) => (plate = handle)}
              onHeight={setHeight}
              onProblem={onProblem}
            />
          )}
        </Show>
      </div>
      <Show when={behind()} keyed>
        {(wanted) => (
          <Behind
            {...wanted}
            surroundings={props.surroundings}
            name={props.cell.name}
            onKeep={
              props.readOnly
                ? undefined
                : () => {
                    setBehind();
                    props.surroundings.add(
                      { kind: 'sql', name: `${props.cell.name}_rows`, sql: wanted.sql },
                      props.cell.id,
                    );
                  }
            }
            onClose={() => {
              setBehind();
              plate?.focus();
            }}
          />
        )}
      </Show>
    </div>
  );
}

const slotsOf = (cell: ChartCell) =>
  ['x', 'y', 'color', 'facet', 'rows', 'where'].map((slot) =>
    JSON.stringify((cell as unknown as Record<string, unknown>)[slot]),
  );

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one));
