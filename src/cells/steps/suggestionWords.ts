import { formatCount, formatFigure, localeTag } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import type { Suggestion } from '../../steps/suggest/suggestion';
import { fillIn } from './words';

const MOST_NAMES = 3;

/** What looks wrong, in a line. */
export function toSuggestionWords({ why, columns, count, looked, example, params }: Suggestion): string {
  const { suggest, personal } = stepWords();
  const shown = columns.slice(0, MOST_NAMES);
  if (columns.length > MOST_NAMES) shown.push(`+${columns.length - MOST_NAMES}`);
  const { kind } = params;
  return fillIn(suggest[why] ?? why, {
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatCount(value) : value,
      ]),
    ),
    ...(kind !== undefined && { kind: personal[kind] ?? kind }),
    columns: new Intl.ListFormat(localeTag()).format(shown),
    count: formatCount(count),
    looked: formatCount(looked),
    example: numeric.has(why) ? formatFigure(Number(example)) : example,
  });
}

/** Whose example is a number, and not a text as it is written. */
const numeric: ReadonlySet<Suggestion['why']> = new Set(['far', 'ages']);
