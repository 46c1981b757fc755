import { quoteName } from '../../../sql/quote';

/** Names for tables inside a step, none of which is the table that it reads. */
export function toFree(...taken: readonly string[]): (wanted: string) => string {
  return (wanted) => {
    let name = wanted;
    while (taken.some((one) => one.toLowerCase() === quoteName(name))) name += '_';
    return name;
  };
}
