import { createSignal } from 'solid-js';

/** How the dashboard is on screen. `full` and `present` have it alone there, the latter a page at a time. */
export type Mode = 'read' | 'arrange' | 'full' | 'present';

const [mode, put] = createSignal<Mode>('read');

export { mode };

export const isAlone = () => mode() === 'full' || mode() === 'present';

export function setMode(next: Mode): void {
  put(next);
  const isFull = document.fullscreenElement !== null;
  // where a browser refuses, the dashboard fills the window
  if (isAlone() && !isFull) void document.documentElement.requestFullscreen?.().catch(() => {});
  if (!isAlone() && isFull) void document.exitFullscreen().catch(() => {});
}
