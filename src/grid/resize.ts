export interface ResizeOptions {
  width: number;
  onWidth(width: number): void;
  onEnd(): void;
}

/** Follows a pointer that pulls a column's edge until it lets go. */
export function followResize(event: PointerEvent, { width, onWidth, onEnd }: ResizeOptions): void {
  if (event.button !== 0) return;
  const grip = event.currentTarget as HTMLElement;
  const start = event.clientX;
  let isMoved = false;
  const stop = new AbortController();
  const { signal } = stop;
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener(
    'pointermove',
    ({ clientX }) => {
      isMoved ||= Math.abs(clientX - start) > 2;
      if (isMoved) onWidth(width + clientX - start);
    },
    { signal },
  );
  const end = (): void => {
    stop.abort();
    if (isMoved) onEnd();
  };
  grip.addEventListener('pointerup', end, { signal });
  grip.addEventListener('pointercancel', end, { signal });
}
