import { distributions } from './distributions.en';
import { figures } from './figures.en';
import { lines } from './lines.en';
import { maps } from './maps.en';
import { making } from './making.en';
import { plate } from './plate.en';
import { together } from './together.en';

export const charts = {
  making,
  plate: plate.plate,
  together: together.together,
  marks: {
    ...figures.marks,
    ...distributions.marks,
    ...maps.marks,
    bar: 'Bar chart',
    line: 'Line chart',
    area: 'Area chart',
    point: 'Point chart',
  } as Readonly<Record<string, string>>,
  slots: {
    ...figures.slots,
    ...maps.slots,
    ...lines.slots,
    x: 'Across',
    y: 'Value',
    color: 'Colour',
    facet: 'Small multiples',
    rows: 'Multiples, down',
    tooltip: 'Said on hover',
    size: 'Size',
    label: 'Label',
  } as Readonly<Record<string, string>>,
  picture: {
    more: plate.more,
    others: 'Others',
    missing: '(missing)',
    yes: 'Yes',
    no: 'No',
    rows: 'Rows',
    aggregates: {
      count: (column: string) => (column ? `${column}, rows with a value` : 'Rows'),
      sum: (column: string) => `${column}, sum`,
      mean: (column: string) => `${column}, mean`,
      median: (column: string) => `${column}, median`,
      least: (column: string) => `${column}, least`,
      greatest: (column: string) => `${column}, greatest`,
      distinct: (column: string) => `${column}, different values`,
      share: (column: string) => (column ? `${column}, share` : 'Share of rows'),
      stddev: (column: string) => `${column}, standard deviation`,
    },
    generated: {
      measures: {
        count: (column: string) => (column ? `Rows with ${column}` : 'Rows'),
        sum: (column: string) => `Sum of ${column}`,
        mean: (column: string) => `Mean of ${column}`,
        median: (column: string) => `Median of ${column}`,
        least: (column: string) => `Least ${column}`,
        greatest: (column: string) => `Greatest ${column}`,
        distinct: (column: string) => `Different values of ${column}`,
        share: (column: string) => (column ? `Share of ${column}` : 'Share of rows'),
        stddev: (column: string) => `Standard deviation of ${column}`,
      },
      by: (measures: readonly string[], groups: readonly string[]) => toBy(toList(measures), groups),
      spread: (column: string, groups: readonly string[]) => toBy(`Distribution of ${column}`, groups),
      against: (y: string, x: string) => `${y} against ${x}`,
      unit: (unit: string) => unit.toLowerCase(),
    },
    units: {
      year: 'Year',
      quarter: 'Quarter',
      month: 'Month',
      week: 'Week',
      day: 'Day',
      hour: 'Hour',
      minute: 'Minute',
      second: 'Second',
      'month-of-year': 'Month of the year',
      weekday: 'Day of the week',
      'hour-of-day': 'Hour of the day',
      none: 'As it is',
    },
    figures: figures.picture,
    distributions: distributions.picture,
    maps: maps.picture,
    lines: lines.picture,
    marks: {
      ...figures.marks,
      ...distributions.marks,
      ...maps.marks,
      bar: 'Bar chart',
      line: 'Line chart',
      area: 'Area chart',
      point: 'Point chart',
    } as Readonly<Record<string, string>>,
    say: {
      empty: (kind: string, what: string) => `${kind} of ${what}: there is nothing to draw.`,
      with: (name: string, value: string) => `${name} (${value})`,
      groups: (kind: string, what: string, along: string, groups: string) =>
        `${kind} of ${what}${along && ` by ${along}`}, ${groups} ${groups === '1' ? 'group' : 'groups'}.`,
      extremes: (kind: string, what: string, along: string, most: string, least: string, groups: string) =>
        `${kind} of ${what}${along && ` by ${along}`}: of ${groups} the largest is ${most}, the smallest ${least}.`,
      trend: (said: {
        kind: string;
        what: string;
        from: string;
        to: string;
        first: string;
        last: string;
        change: string | undefined;
        rises: boolean;
        most: string;
      }) =>
        `${said.kind} of ${said.what} from ${said.from} (${said.first}) to ${said.to} (${said.last})${
          said.change === undefined ? '' : `, ${said.rises ? 'up' : 'down'} ${said.change}`
        }; highest ${said.most}.`,
    },
    told: {
      cut: (shown: string, groups: string) => `The ${shown} largest of ${groups} groups are shown.`,
      together: (shown: string, left: string) =>
        `The ${shown} largest groups are shown; the other ${left} stand together as “Others”.`,
      missing: (rows: string) => `Rows without a value on an axis: ${rows}; they are not drawn.`,
      endless: (values: string) => `Infinite values, or no numbers: ${values}; they are not drawn.`,
      thinned: (to: string, from: string) =>
        `Of ${from} points the ${to} are drawn that can be seen at this size.`,
      nothing: 'There is nothing to draw.',
    },
  },
};

const toList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
const toBy = (what: string, groups: readonly string[]): string =>
  groups.length === 0 ? what : `${what} by ${toList(groups)}`;
