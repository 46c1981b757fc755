import './splitter.css';

export interface SplitterProps {
  label: string;
  width: number;
  min: number;
  max: number;
  /** Which side of the splitter the panel lies on that it sizes. */
  side: 'left' | 'right';
  onResize: (width: number) => void;
}

const STEP = 16;

/** The edge between two panels: drag it, or move it with the arrow keys. */
export function Splitter(props: SplitterProps) {
  const resize = (width: number) =>
    props.onResize(Math.round(Math.min(props.max, Math.max(props.min, width))));
  const toward = () => (props.side === 'left' ? 1 : -1);

  function onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const { currentTarget, clientX, pointerId } = event;
    const start = props.width;
    currentTarget.setPointerCapture(pointerId);
    const move = (moved: PointerEvent) => resize(start + (moved.clientX - clientX) * toward());
    const end = () => currentTarget.removeEventListener('pointermove', move);
    currentTarget.addEventListener('pointermove', move);
    currentTarget.addEventListener('lostpointercapture', end, { once: true });
    event.preventDefault();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    resize(props.width + direction * STEP * toward());
  }

  return (
    <div
      class={`splitter ${props.side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={props.width}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
