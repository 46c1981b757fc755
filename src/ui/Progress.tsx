import { createVariable } from './cssVariable';
import './progress.css';

export interface ProgressProps {
  label: string;
  value: number;
  max: number;
}

export function Progress(props: ProgressProps) {
  const share = () => (props.max > 0 ? Math.min(1, props.value / props.max) : 0);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share() * 100)}
      ref={(element) => createVariable(element, '--share', () => String(share()))}
    >
      <i />
    </div>
  );
}
