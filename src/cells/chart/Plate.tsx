import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  on,
  onCleanup,
  Show,
  untrack,
} from 'solid-js';
import type { Rendered } from '../../charts/render/render';
import { ROW } from '../../charts/spec/behind';
import type { Datum } from '../../charts/spec/chart';
import type { Zoom } from '../../charts/spec/look';
import type { Picture, SpotLine } from '../../charts/spec/picture';
import { createPointing } from '../../charts/spec/pointing';
import { chartWords } from '../../i18n/charts/charts';
import { formatCount } from '../../i18n/format';
import { isDark } from '../../ui/dark';
import { LegendKeys } from './LegendKeys';
import { Chosen, Region, Ring } from './Overlay';
import { Tip } from './Tip';
import { toAlong } from './tipLines';
import { createBrushing } from './brushing';
import type { Brush } from './linking';
import { createZooming } from './zooming';

export interface PlateHandle {
  focus: () => void;
}

export interface PlateProps {
  picture: Picture;
  /** How much larger it stands on the page than it was laid out. */
  scale: number;
  name: string;
  /** Drawn of rows of an earlier run. */
  old: boolean;
  zoom: Zoom | undefined;
  onZoom: (zoom: Zoom | undefined) => void;
  brush: Brush;
  /** Whether dragging chooses, not comes closer. */
  drags: boolean;
  /** What is chosen, for those who listen. */
  chosen: string;
  /** Shows or hides a group of the legend; with `alone`, all others. */
  onToggle: (name: string, alone: boolean) => void;
  /** Shows the rows behind a mark. */
  onBehind: (datum: Datum, lines: readonly SpotLine[]) => void;
  onReady: (handle: PlateHandle) => void;
  onHeight: (height: number) => void;
  onProblem: (error: unknown) => void;
}

/** Of what a person points at, and whether by keys, in which case it is said aloud. */
interface At {
  readonly spot: number;
  readonly byKey: boolean;
}

/** The picture on the page, and what is said of the mark that is pointed at, by mouse or by keys. */
export function Plate(props: PlateProps) {
  const [rendered, setRendered] = createSignal<Rendered & { picture: Picture }>();
  const [at, setAt] = createSignal<At>();
  const words = () => chartWords().plate;
  const { onHeight, onProblem } = untrack(() => props);
  const keys = createUniqueId();
  let stage!: HTMLDivElement;
  let canvas!: HTMLDivElement;

  createEffect(
    on([() => props.picture, isDark, () => props.scale], ([picture, dark, scale]) => {
      let isGone = false;
      onCleanup(() => (isGone = true));
      const draw = async () => {
        const { render } = await import('../../charts/render/render');
        if (isGone) return;
        const drawn = render(picture, { document, dark });
        const { svg } = drawn;
        const [width, height] = [picture.width * scale, Number(svg.getAttribute('height')) * scale];
        svg.setAttribute('width', String(width));
        svg.setAttribute('height', String(height));
        // what it shows is said by what stands around it
        svg.setAttribute('aria-hidden', 'true');
        canvas.replaceChildren(svg);
        // the mark that keys have gone to, where it is still there
        const before = untrack(at);
        const row = before?.byKey ? untrack(spot)?.datum[ROW] : undefined;
        const same = row === undefined ? -1 : drawn.spots.findIndex(({ datum }) => datum[ROW] === row);
        setAt(same < 0 ? undefined : { spot: same, byKey: true });
        setRendered({ ...drawn, picture });
        onHeight(height);
      };
      draw().catch(onProblem);
    }),
  );

  const pointing = createMemo(() => createPointing(rendered()?.spots ?? []));
  const isAlong = () => rendered()?.picture.pointing === 'along';
  const spot = () => rendered()?.spots[at()?.spot ?? -1];
  const together = () => {
    const here = at();
    return here && isAlong()
      ? pointing()
          .column(here.spot)
          .map((one) => rendered()!.spots[one]!)
      : [];
  };
  const lines = createMemo((): readonly SpotLine[] => {
    const one = spot();
    if (!one) return [];
    return isAlong()
      ? toAlong(
          together().map((other) => other.lines()),
          together().indexOf(one),
        )
      : one.lines();
  });
  const zooming = createZooming({
    stage: () => stage,
    rendered,
    scale: () => props.scale,
    zoom: () => props.zoom,
    onZoom: (zoom) => props.onZoom(zoom),
  });

  const brushing = createBrushing({
    stage: () => stage,
    rendered,
    scale: () => props.scale,
    pointing,
    isAlong,
    brush: untrack(() => props.brush),
    drags: () => props.drags,
  });

  function toPlace({ clientX, clientY }: { clientX: number; clientY: number }) {
    const box = canvas.getBoundingClientRect();
    return { x: (clientX - box.left) / props.scale, y: (clientY - box.top) / props.scale };
  }

  function point(event: PointerEvent | MouseEvent): number | undefined {
    const { x, y } = toPlace(event);
    return isAlong() ? pointing().findAlong(x, y)?.at : pointing().find(x, y);
  }

  function onPointerMove(event: PointerEvent): void {
    if (brushing.onMove(event) || zooming.onMove(event)) return void setAt(undefined);
    const found = point(event);
    if (found !== at()?.spot) setAt(found === undefined ? undefined : { spot: found, byKey: false });
  }

  function behind(found: number | undefined): void {
    const one = found === undefined ? undefined : rendered()?.spots[found];
    if (one) props.onBehind(one.datum, one.lines());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const chosen = brushing.onKey(event, at()?.spot);
    if (chosen !== undefined) {
      if (chosen !== null) setAt({ spot: chosen, byKey: true });
      return done();
    }
    if (zooming.onKey(event)) return done();
    if (/^(Arrow|Home$|End$|Page)/.test(event.key) && !event.shiftKey) {
      const next = pointing().step(at()?.spot, event.key, isAlong());
      if (next === undefined) return;
      setAt({ spot: next, byKey: true });
      done();
    } else if ((event.key === 'Enter' || event.key === ' ') && at() && !event.shiftKey) {
      behind(at()!.spot);
      done();
    } else if (event.key === 'Escape' && at()) {
      setAt(undefined);
      event.preventDefault();
    }
  }

  /** Said when a key has gone to a mark. */
  const said = () => {
    const here = at();
    if (!here?.byKey || !spot()) return '';
    const place = words().place(formatCount(here.spot + 1), formatCount(rendered()!.spots.length));
    return [...lines().map(({ name, text }) => `${name}: ${text}`), place].join('; ');
  };

  return (
    <div
      class="plate"
      classList={{ old: props.old, zoomable: zooming.can() || brushing.can() }}
      aria-busy={rendered()?.picture !== props.picture}
    >
      <div
        class="plate-stage"
        ref={(element) => {
          stage = element;
          props.onReady({ focus: () => stage.focus() });
        }}
        tabIndex={0}
        role="application"
        aria-roledescription={words().chart}
        aria-label={[`${props.name}.`, props.picture.says, props.picture.more].filter(Boolean).join(' ')}
        aria-describedby={keys}
        aria-keyshortcuts="T"
        onPointerDown={(event) => brushing.onDown(event) || zooming.onDown(event)}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          brushing.onUp();
          zooming.onUp();
        }}
        onPointerCancel={() => {
          brushing.onCancel();
          zooming.onCancel();
        }}
        onClick={brushing.onClick}
        onPointerLeave={() => !at()?.byKey && setAt(undefined)}
        onDblClick={(event) => behind(point(event))}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
      >
        <div class="plate-canvas" ref={canvas} />
        <Show when={spot()}>
          {(one) => <Ring spot={one()} together={together()} scale={props.scale} along={isAlong()} />}
        </Show>
        <Chosen boxes={brushing.marked()} drawn={brushing.region()} scale={props.scale} />
        <Show when={zooming.region()}>{(region) => <Region {...region()} />}</Show>
        <Show when={spot()}>
          {(one) => <Tip spot={one()} lines={lines()} scale={props.scale} stage={stage} along={isAlong()} />}
        </Show>
      </div>
      <LegendKeys
        legend={rendered()?.legend ?? []}
        scale={props.scale}
        onToggle={(name, alone) => props.onToggle(name, alone)}
      />
      <p class="hidden-text" id={keys}>
        {words().keys} {brushing.can() ? chartWords().together.keys : ''}
      </p>
      <p class="hidden-text" role="status">
        {said()}
      </p>
      <p class="hidden-text chosen-said" role="status">
        {props.chosen}
      </p>
    </div>
  );
}
