import { createEffect, For, on, Show } from 'solid-js';
import type { Spot } from '../../charts/render/render';
import type { SpotLine } from '../../charts/spec/picture';

const GAP = 12;

/** What is said of the mark that is pointed at, beside it. A screen reader is told elsewhere. */
export function Tip(props: {
  spot: Spot;
  lines: readonly SpotLine[];
  scale: number;
  stage: HTMLElement;
  along: boolean;
}) {
  let root!: HTMLDivElement;
  createEffect(
    on([() => props.spot, () => props.lines, () => props.scale], ([spot, , scale]) => {
      // of a country, where most of it is
      const { x, y, w, h } = spot.tip
        ? { x: spot.x + spot.tip.dx, y: spot.y + spot.tip.dy, w: 0, h: 0 }
        : spot;
      const { offsetWidth: width, offsetHeight: height } = root;
      const [room, tall] = [props.stage.clientWidth, props.stage.clientHeight];
      const [left, right] = [(x - Math.min(w, 30)) * scale, (x + Math.min(w, 30)) * scale];
      const isRight = right + GAP + width <= room || left - GAP - width < 0;
      const at = isRight ? Math.min(right + GAP, room - width) : left - GAP - width;
      const top = (y - (props.along ? 0 : Math.min(h, 40))) * scale - height / 2;
      root.style.left = `${Math.max(0, at)}px`;
      root.style.top = `${Math.max(0, Math.min(top, tall - height))}px`;
    }),
  );
  return (
    <div class="plate-tip" ref={root} aria-hidden="true">
      <For each={props.lines}>
        {(line) => (
          <div class="plate-line">
            <span class="plate-name">
              <Show when={line.color}>
                {(color) => (
                  <svg class="plate-swatch" viewBox="0 0 10 10">
                    <rect width="10" height="10" rx="2" fill={color()} />
                  </svg>
                )}
              </Show>
              {line.name}
            </span>
            <bdi class="plate-value">{line.text}</bdi>
          </div>
        )}
      </For>
    </div>
  );
}
