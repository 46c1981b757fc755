export interface EitherProps {
  label: string;
  first: string;
  second: string;
  isFirst: boolean;
  onChoose: (isFirst: boolean) => void;
}

/** One of two. */
export function Either(props: EitherProps) {
  return (
    <div class="seg either" role="group" aria-label={props.label}>
      <button type="button" aria-pressed={props.isFirst} onClick={() => props.onChoose(true)}>
        {props.first}
      </button>
      <button type="button" aria-pressed={!props.isFirst} onClick={() => props.onChoose(false)}>
        {props.second}
      </button>
    </div>
  );
}
