import type { StepWords } from './told';

const units = {
  value: 'value',
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week (from Monday)',
  day: 'day',
  hour: 'hour',
};

const functions = {
  count: 'number of rows',
  present: 'number of values that are not missing',
  distinct: 'number of different values',
  sum: 'sum',
  mean: 'mean',
  median: 'median',
  quantile: 'quantile',
  mode: 'most frequent value',
  first: 'first row’s value',
  last: 'last row’s value',
  least: 'least',
  greatest: 'greatest',
  list: 'list of all values',
  joined: 'different values, joined by commas',
  share: 'share of the total',
  stddev: 'standard deviation',
};

/** Steps that choose, order and put together rows and columns of tables. */
export const relational = {
  choose: {
    name: 'Choose columns',
    help: 'Keeps the columns that you name, in your order; or leaves them out; or puts them first.',
    also: 'select drop remove delete reorder move columns order keep',
    says: (told) =>
      told.is('keep', 'these')
        ? `Keep the columns ${told.names('columns')}`
        : told.is('keep', 'others')
          ? `Leave out the columns ${told.names('columns')}`
          : `Put ${told.names('columns')} first`,
    fields: { keep: 'Keep' },
    choices: { keep: { these: 'these only', others: 'all others', all: 'all, these first' } },
  },
  rename: {
    name: 'Rename columns',
    help: 'Gives columns other names.',
    also: 'label header alias',
    says: (told) =>
      `Rename ${told.join(told.each('names').map((it) => `${it.name('from')} to ${it.name('to')}`))}`,
    fields: { names: 'Names', from: 'Column', to: 'is called' },
  },
  sort: {
    name: 'Sort rows',
    help: 'Puts rows in the order of one or more columns. Rows that are alike in them keep their order.',
    also: 'order by ascending descending arrange',
    says: (told) => {
      const sorts = told
        .each('order')
        .map((it) => (it.is('direction', 'down') ? `${it.name('column')} descending` : it.name('column')));
      return `Sort by ${told.join(sorts)}`;
    },
  },
  top: {
    name: 'Top rows',
    help: 'Keeps the first or last rows, or those with the greatest or least values, of all rows or of each group. Rows without a value are never among the greatest or least.',
    also: 'limit head tail first last largest smallest most per group',
    says: (told) => {
      const by = told.count('by') > 0 ? ` of each ${told.names('by')}` : '';
      if (told.is('of', 'first')) return `Keep the first ${told.text('rows')} rows${by}`;
      if (told.is('of', 'last')) return `Keep the last ${told.text('rows')} rows${by}`;
      const ties = told.is('ties', 'keep')
        ? ', and rows that tie with them'
        : ', the first of those that tie';
      return `Keep the ${told.text('rows')} rows${by} with the ${told.choice('of')} ${told.name('column')}${ties}`;
    },
    fields: { rows: 'Rows', of: 'Which', ties: 'Rows that tie with the last one' },
    choices: {
      of: { first: 'first', last: 'last', greatest: 'greatest', least: 'least' },
      ties: { keep: 'keep them too', cut: 'keep the first only' },
    },
  },
  sample: {
    name: 'Sample rows',
    help: 'Draws rows at random: the same ones each time, until you write another number to draw by. They stay in order.',
    also: 'random subset draw stratified',
    says: (told) => {
      const size = told.is('size', 'rows')
        ? `${told.text('rows')} rows`
        : `${told.text('percent')} % of the rows`;
      return `Draw ${size}${told.count('by') > 0 ? ` of each ${told.names('by')}` : ''} at random`;
    },
    fields: { size: 'How many', rows: 'Rows', percent: 'Per cent', seed: 'Number to draw by' },
    choices: { size: { rows: 'a number of rows', percent: 'a share of the rows' } },
  },

  union: {
    name: 'Add rows of another table',
    help: 'Puts the rows of another table under these, by the names of the columns. Where one table has no such column, the value is missing.',
    also: 'append union stack concat combine merge tables',
    says: (told) => {
      const origin =
        told.count('origin') > 0 ? `, and say where they are from in ${told.name('origin')}` : '';
      return `Add the rows of ${told.name('table')}${origin}`;
    },
    fields: {
      extra: 'Columns that only it has',
      types: 'Types that do not go together',
      origin: 'Column that says from which table',
    },
    choices: {
      extra: { add: 'add', leave: 'leave out' },
      types: { unify: 'become text', stop: 'stop here' },
    },
  },

  join: {
    name: 'Join a table',
    help: 'Puts the columns of another table beside the rows that they belong to, or keeps only rows that have a match there. Missing keys match nothing.',
    also: 'lookup vlookup xlookup merge combine match left inner full semi anti exists',
    says: (told) => {
      const keys = told.join(told.each('keys').map((it) => it.name('left')));
      const table = told.name('table');
      if (told.is('how', 'semi')) return `Keep rows that have a match in ${table} by ${keys}`;
      if (told.is('how', 'anti')) return `Keep rows that have no match in ${table} by ${keys}`;
      const what = told.count('take') > 0 ? `${told.names('take')} of ${table}` : table;
      const rows = told.is('how', 'inner')
        ? ', only rows that match'
        : told.is('how', 'full')
          ? ', all rows of both'
          : '';
      return `Join ${what} by ${keys}${rows}`;
    },
    fields: {
      keys: 'Rows belong together by',
      left: 'Column here',
      right: 'Column there',
      how: 'Rows',
      match: 'Texts match',
      several: 'Where several match',
      take: 'Columns to take',
      suffix: 'After names that are taken',
    },
    choices: {
      how: {
        left: 'all rows here',
        inner: 'only rows that match',
        full: 'all rows of both tables',
        semi: 'rows here that have a match, nothing taken',
        anti: 'rows here that have no match',
      },
      match: { exact: 'exactly', tidy: 'ignoring case and spaces' },
      several: { all: 'a row for each', first: 'the first only' },
    },
  },

  group: {
    name: 'Group rows',
    help: 'One row for each group, with counts, sums, means and more. Dates can be grouped by month, week and so on.',
    also: 'aggregate summarise summarize group by pivot total count sum average mean median',
    says: (told) => {
      const values = told.each('values').map((it) => {
        const of = it.count('column') > 0 && !it.is('function', 'count') ? ` of ${it.name('column')}` : '';
        return `${it.choice('function')}${of}`;
      });
      const by = told
        .each('by')
        .map((it) =>
          it.is('unit', 'value') ? it.name('column') : `${it.choice('unit')} of ${it.name('column')}`,
        );
      const what = values.length > 0 ? told.join(values) : 'number of rows';
      return by.length > 0 ? `Group by ${told.join(by)}: ${what}` : `All rows as one: ${what}`;
    },
    fields: { unit: 'By', values: 'Values', function: 'Function', quantile: 'Quantile (0 to 1)' },
    choices: { unit: units, function: functions },
  },

  each: {
    name: 'Values per group, on every row',
    help: 'Adds columns with what is known of each row’s group: its count, mean or share, the row’s rank, running totals, the value of the row before. Rows stay as they are.',
    also: 'window over partition rank lag lead running cumulative moving rolling transform total share difference shift',
    says: (told) => {
      const values = told
        .each('values')
        .map((it) => `${it.choice('function')}${it.count('column') > 0 ? ` of ${it.name('column')}` : ''}`);
      const by = told.count('by') > 0 ? ` by ${told.names('by')}` : '';
      const sorts = told.each('order').map((it) => it.name('column'));
      const inOrder = sorts.length > 0 ? `, in the order of ${told.join(sorts)}` : '';
      return `On every row: ${told.join(values)}${by}${inOrder}`;
    },
    fields: {
      values: 'Values',
      function: 'Function',
      away: 'Rows away',
      rows: 'Rows in the mean',
    },
    choices: {
      function: {
        count: 'number of rows',
        present: 'number of values that are not missing',
        sum: 'sum',
        mean: 'mean',
        median: 'median',
        least: 'least',
        greatest: 'greatest',
        share: 'share of the group’s sum',
        difference: 'difference to the mean',
        row: 'row number',
        rank: 'rank',
        dense: 'rank without gaps',
        'running-total': 'running total',
        'running-mean': 'running mean',
        'moving-mean': 'moving mean',
        previous: 'value of a row before',
        next: 'value of a row after',
        first: 'first row’s value',
        last: 'last row’s value',
        'cumulative-share': 'cumulative share',
      },
    },
  },

  compare: {
    name: 'Compare with a table',
    help: 'Shows by key which rows were added, removed or changed between two tables, with the values before. A key that stands several times is told and not compared beyond its first row.',
    also: 'diff difference changes versions reconcile audit',
    says: (told) => {
      const keys = told.join(told.each('keys').map((it) => it.name('left')));
      const than = told.is('older', 'there') ? 'an older' : 'a newer';
      return `Compare by ${keys} with ${told.name('table')}, ${than} table`;
    },
    fields: {
      keys: 'Rows belong together by',
      left: 'Column here',
      right: 'Column there',
      older: 'The older table',
      columns: 'Columns to compare',
      match: 'Keys match',
      tolerance: 'Numbers may differ by',
      show: 'Show',
      status: 'Column that says what happened',
    },
    choices: {
      older: { there: 'is the other one', here: 'is this one' },
      match: { exact: 'exactly', tidy: 'ignoring case and spaces' },
      show: { differences: 'differences only', all: 'all rows' },
    },
  },

  nearest: {
    name: 'Join the nearest in time',
    help: 'Puts beside each row the row of another table that is next before it, next after it or nearest, by date or number: the price that was valid, the visit before the order. All rows stay.',
    also: 'asof time join nearest previous next lookup valid price',
    says: (told) => {
      const keys = told.each('keys').map((it) => it.name('left'));
      const by = keys.length > 0 ? `, by ${told.join(keys)}` : '';
      return `Join the ${told.choice('which')} row of ${told.name('table')} by ${told.name('column')}${by}`;
    },
    fields: {
      other: 'Column there',
      which: 'Which row',
      keys: 'Only rows that share',
      left: 'Column here',
      right: 'Column there',
      match: 'Texts match',
      limit: 'No further away than',
      unit: 'Unit (for dates)',
      take: 'Columns to take',
      suffix: 'After names that are taken',
    },
    choices: {
      which: { previous: 'last one before', next: 'first one after', nearest: 'nearest' },
      match: { exact: 'exactly', tidy: 'ignoring case and spaces' },
      unit: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days' },
    },
  },
} satisfies Record<string, StepWords>;

/** What keeps these steps from fitting, by `why`. */
export const why: Readonly<Record<string, string>> = {
  'no-columns': 'This would leave no column.',
  'renamed-twice': 'The column “{column}” is renamed twice.',
  'union-nothing-shared': 'No column of “{table}” has the name of a column here.',
  'union-types': '“{column}” is {one} here and {other} there. Convert one of them, or let them become text.',
  'rank-order': 'A rank needs an order: choose the column by which rows are ranked.',
};

/** What a person should know of these steps though they work, by `why`. */
export const notes: Readonly<Record<string, string>> = {
  'union-missing': '“{table}” has no {columns}: missing in its rows.',
  'union-extra': 'Only “{table}” has {columns}: missing in the other rows.',
  'union-left': 'Left out, since only “{table}” has them: {columns}.',
  'key-types': '“{left}” ({one}) and “{right}” ({other}) are compared as text.',
  'compare-alone': 'Not compared, since only one of the tables has them: {columns}.',
};
