import { For, Show } from 'solid-js';
import type { Spot } from '../../charts/render/render';
import type { Box } from './brushing';

/** Less than this is drawn as a ring around a point. */
const POINT = 2;

/** Shows which mark is meant: a frame around a bar, a ring around a point, a line across all that stand above one another. */
export function Ring(props: { spot: Spot; together: readonly Spot[]; scale: number; along: boolean }) {
  const isPoint = () => props.spot.w < POINT && props.spot.h < POINT;
  const s = () => props.scale;
  return (
    <svg class="plate-over" aria-hidden="true">
      <Show when={props.along && props.spot.panel}>
        {(panel) => (
          <line
            class="plate-cross"
            x1={props.spot.x * s()}
            x2={props.spot.x * s()}
            y1={panel().top * s()}
            y2={(panel().top + panel().height) * s()}
          />
        )}
      </Show>
      <For each={props.along ? props.together : []}>
        {(other) => (
          <circle
            class="plate-dot"
            cx={other.x * s()}
            cy={other.y * s()}
            r={3.5}
            fill={other.lines().find(({ color }) => color)?.color ?? 'var(--accent)'}
          />
        )}
      </For>
      <Show
        when={isPoint()}
        fallback={
          <Show when={!props.spot.contains}>
            <rect
              class="plate-ring"
              x={(props.spot.x - props.spot.w) * s() - 1}
              y={(props.spot.y - props.spot.h) * s() - 1}
              width={2 * props.spot.w * s() + 2}
              height={2 * props.spot.h * s() + 2}
              rx={2}
            />
          </Show>
        }
      >
        <circle class="plate-ring" cx={props.spot.x * s()} cy={props.spot.y * s()} r={7} />
      </Show>
    </svg>
  );
}

/** The part of the picture that is being drawn around, to come closer to. */
export function Region(props: { left: number; top: number; width: number; height: number }) {
  return (
    <svg class="plate-over" aria-hidden="true">
      <rect class="plate-region" x={props.left} y={props.top} width={props.width} height={props.height} />
    </svg>
  );
}

/** What is chosen, and what is being drawn across to choose it; in points of the picture. */
export function Chosen(props: { boxes: readonly Box[]; drawn: Box | undefined; scale: number }) {
  const toRect = (box: Box, name: string) => (
    <rect
      class={name}
      x={box.left * props.scale}
      y={box.top * props.scale}
      width={box.width * props.scale}
      height={box.height * props.scale}
    />
  );
  return (
    <Show when={props.boxes.length > 0 || props.drawn}>
      <svg class="plate-over" aria-hidden="true">
        <For each={props.boxes}>{(box) => toRect(box, 'plate-chosen')}</For>
        <Show when={props.drawn}>{(box) => toRect(box(), 'plate-drawn')}</Show>
      </svg>
    </Show>
  );
}
