import type { StepWords } from './told';

export const reshape = {
  formula: {
    name: 'Formula column',
    help: 'Computes a column from the others, row by row: a new one, or in the place of one that is there.',
    also: 'expression calculate compute derive mutate assign new column',
    says: (told) =>
      told.is('as', 'replace')
        ? `${told.name('column')} becomes ${told.name('formula')}`
        : `Add ${told.name('name')} = ${told.name('formula')}`,
    fields: { as: 'Gives', formula: 'Formula', after: 'Put after' },
    choices: { as: { new: 'a new column', replace: 'new values for a column' } },
  },
  sql: {
    name: 'SQL',
    help: 'A query of your own. It reads the table so far as “this”, and other tables by their names.',
    also: 'query select custom code',
    says: () => 'Run a query of your own',
    fields: { query: 'Query' },
  },
  pivot: {
    name: 'Pivot',
    help: 'Makes a table of two sides: groups go down, the values of a column go across, and one figure stands where they meet.',
    also: 'cross table crosstab wide spread columns pivot table',
    says: (told) => {
      const what = told.is('function', 'count')
        ? 'Count rows'
        : `${told.choice('function')} of ${told.name('value')}`;
      const by = told.count('by') > 0 ? `${told.names('by')} × ` : '';
      return `${what} in ${by}${told.name('column')}`;
    },
    fields: {
      by: 'Rows',
      column: 'Columns',
      function: 'Figure',
      value: 'of',
      sort: 'Order of new columns',
      missing: 'Where that is missing',
      total: 'Add a total',
    },
    choices: {
      function: {
        sum: 'Sum',
        count: 'Number of rows',
        distinct: 'Different values',
        mean: 'Mean',
        median: 'Median',
        least: 'Least',
        greatest: 'Greatest',
        first: 'First value',
      },
      sort: { value: 'by value', first: 'as they first appear', frequent: 'most frequent first' },
      missing: { column: 'a column “missing”', 'leave-out': 'leave those rows out' },
    },
  },
  unpivot: {
    name: 'Unpivot',
    help: 'Turns columns into rows: one column holds their names, another their values.',
    also: 'melt long gather stack columns to rows',
    says: (told) =>
      `Turn ${told.is('which', 'others') ? 'all columns but ' : ''}${told.names('columns')} into rows of ${told.name('names')} and ${told.name('values')}`,
    fields: { which: 'Turn into rows', names: 'Names go to', values: 'Values go to' },
    choices: {
      which: { these: 'these columns', others: 'all but these' },
      missing: { keep: 'keep', 'leave-out': 'leave out' },
    },
  },
  split: {
    name: 'Split a column',
    help: 'Cuts a text at a delimiter, a pattern or at places, into columns or into rows.',
    also: 'separate delimiter text to columns explode cut',
    says: (told) => {
      const at = told.is('by', 'position')
        ? `after characters ${told.names('positions')}`
        : `at ${told.name(told.is('by', 'pattern') ? 'pattern' : 'delimiter')}`;
      const into = told.is('into', 'rows') && !told.is('by', 'position') ? 'rows' : 'columns';
      return `Split ${told.name('column')} ${at} into ${into}`;
    },
    fields: {
      by: 'Cut at',
      delimiter: 'Delimiter (\\n and \\t for line break and tab)',
      pattern: 'Pattern',
      positions: 'After how many characters, one a line',
      into: 'Into',
      count: 'How many columns (empty: as many as there are)',
      trim: 'Trim spaces around the parts',
      keep: 'Keep the column',
    },
    choices: {
      by: { delimiter: 'a delimiter', pattern: 'a pattern', position: 'places' },
      into: { columns: 'columns', rows: 'rows' },
    },
  },
  joinColumns: {
    name: 'Join columns',
    help: 'Puts the texts of several columns together as one.',
    also: 'concatenate concat merge columns combine unite paste',
    says: (told) => `Join ${told.names('columns')} as ${told.name('name')}`,
    fields: { delimiter: 'Between them', keep: 'Keep the columns' },
    choices: {
      missing: {
        skip: 'leave out, empty texts too',
        blank: 'as an empty text',
        missing: 'make all of it missing',
      },
    },
  },
  extract: {
    name: 'Extract',
    help: 'Takes a number, an e-mail address, a date or whatever fits a pattern out of a text, into a new column. Brackets in a pattern make a column each.',
    also: 'regex regular expression capture find number email phone url chinese letters',
    says: (told) =>
      `Take ${told.is('what', 'pattern') ? told.name('pattern') : told.choice('what')} out of ${told.name('column')}`,
    fields: {
      what: 'What',
      pattern: 'Pattern',
      take: 'Where there are several',
      delimiter: 'Between them',
      type: 'As',
      name: 'New column',
    },
    choices: {
      what: {
        number: 'a number',
        email: 'an e-mail address',
        phone: 'a phone number',
        url: 'a web address',
        date: 'a date',
        chinese: 'Chinese characters',
        letters: 'Latin letters',
        pattern: 'a pattern',
      },
      take: { first: 'the first', joined: 'all, joined', list: 'all, as a list' },
      type: { number: 'a number (up to 15 digits)', text: 'text, as it is written' },
    },
  },
  dateParts: {
    name: 'Date parts',
    help: 'Takes year, month, week, weekday and so on out of a date, or the age at another date. Weeks are ISO weeks and begin on Monday.',
    also: 'year month quarter week weekday day hour age extract datepart',
    says: (told) =>
      `Take ${told.join(told.each('parts').map((it) => it.choice('part')))} out of ${told.name('column')}`,
    fields: {
      parts: 'Parts',
      part: 'Part',
      name: 'New column',
      language: 'Names in',
      until: 'Age at',
      date: 'Date',
      end: 'Column of dates',
    },
    choices: {
      part: {
        year: 'year',
        quarter: 'quarter',
        month: 'month',
        week: 'ISO week',
        day: 'day',
        weekday: 'weekday (1 = Monday)',
        'weekday-name': 'name of the weekday',
        'month-name': 'name of the month',
        'day-of-year': 'day of the year',
        hour: 'hour',
        minute: 'minute',
        'year-month': 'year and month (2024-03)',
        'year-quarter': 'year and quarter (2024-Q1)',
        'year-week': 'year and week (2024-W09)',
        date: 'date without time',
        'start-of-week': 'first day of the week',
        'start-of-month': 'first day of the month',
        'start-of-quarter': 'first day of the quarter',
        'start-of-year': 'first day of the year',
        'end-of-month': 'last day of the month',
        'days-in-month': 'days in the month',
        'age-years': 'age in full years',
        'age-months': 'age in full months',
        'age-days': 'age in days',
      },
      language: { en: 'English', zh: 'Chinese' },
      until: { date: 'a date', column: 'the date in a column' },
    },
  },
  bins: {
    name: 'Bins',
    help: 'Puts numbers into ranges: of equal width, with equally many rows, or with edges of your own. “[0, 10)” is from 0 up to, but not with, 10.',
    also: 'bucket band cut qcut histogram ranges discretise group numbers',
    says: (told) => {
      if (told.is('how', 'edges')) return `Put ${told.name('column')} into bins at ${told.names('edges')}`;
      if (told.is('how', 'width')) return `Put ${told.name('column')} into bins of ${told.text('width')}`;
      const what = told.is('how', 'equal') ? 'of equal width' : 'of equally many rows';
      return `Put ${told.name('column')} into ${told.text('count')} bins ${what}`;
    },
    fields: {
      how: 'Bins',
      count: 'How many',
      width: 'Width',
      start: 'Counted from (empty: 0)',
      edges: 'Edges, one a line',
      outside: 'What lies outside',
      as: 'Shown as',
      labels: 'Names of the bins, one a line (empty: their ranges)',
      name: 'New column',
    },
    choices: {
      how: {
        equal: 'of equal width',
        quantile: 'with equally many rows',
        width: 'of a width of your own',
        edges: 'with edges of your own',
      },
      outside: { own: 'bins of its own, “< …” and “> …”', missing: 'missing' },
      as: { range: 'ranges', number: 'numbers, 1 for the lowest bin' },
    },
  },
  oneHot: {
    name: 'One-hot columns',
    help: 'Makes a column for each value of a column, which says in which rows it stands.',
    also: 'dummies dummy variables indicator encode get_dummies',
    says: (told) => `A column for each value of ${told.name('column')}`,
    fields: {
      as: 'Written as',
      prefix: 'Names begin with (else: the column’s name)',
      keep: 'Keep the column',
    },
    choices: {
      as: { number: '1 and 0', flag: 'true and false' },
      missing: {
        none: 'are none of the values',
        column: 'get a column of their own',
        missing: 'stay missing',
      },
    },
  },
  fillDates: {
    name: 'Fill gaps in dates',
    help: 'Adds a row for each day, week or month that has none, from the first date to the last. Rows are put in the order of groups and dates; weeks begin on Monday.',
    also: 'complete dates calendar missing days resample continuous time series asfreq',
    says: (told) => {
      const by = told.count('by') > 0 ? `, for each ${told.names('by')}` : '';
      return `Add rows for each ${told.choice('every')} without one in ${told.name('column')}${by}`;
    },
    fields: {
      every: 'A row for each',
      by: 'For each group of',
      range: 'From the first to the last date',
      place: 'New rows stand at',
      fill: 'Other columns of new rows',
      mark: 'Mark new rows in a column',
    },
    choices: {
      every: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year', hour: 'hour' },
      range: { group: 'of the group', all: 'of all rows' },
      place: { first: 'the first day', last: 'the last day' },
      fill: { missing: 'are missing', previous: 'are as before', zero: 'are 0 where they are numbers' },
    },
  },
  flatten: {
    name: 'Flatten',
    help: 'Takes lists and records apart: into columns, rows or text.',
    also: 'unnest explode expand struct list array json record nested',
    says: (told) => `Turn ${told.name('column')} into ${told.choice('into')}`,
    fields: {
      into: 'Into',
      empty: 'Empty lists',
      prefix: 'Names begin with (else: the column’s name)',
      delimiter: 'Between them',
      keep: 'Keep the column',
    },
    choices: {
      into: { columns: 'columns', rows: 'rows', text: 'text' },
      empty: { keep: 'keep their row', 'leave-out': 'leave their row out' },
    },
  },
  transpose: {
    name: 'Transpose',
    help: 'Turns a small table around: its rows become columns, its columns rows.',
    also: 'flip rotate swap rows and columns',
    says: (told) =>
      told.count('names') > 0
        ? `Turn rows into columns named by ${told.name('names')}`
        : 'Turn rows into columns',
    fields: { names: 'Names of the new columns from', name: 'Old names go to' },
  },
} satisfies Record<string, StepWords>;

/** What keeps these steps from fitting. */
export const why = {
  'formula-several':
    'A formula gives one value, but “{name}” makes it several. Write one formula a step, with commas only inside brackets.',
  'formula-aggregate':
    '“{name}” gives one value for many rows. Add “OVER ()” after its brackets, or use the step “Group rows” or “Values per group”.',
  'formula-rows': '“{name}” turns a row into several. Use the step “Flatten” for that.',
  'labels-many':
    '“{column}” has more than {most} different values, which are too many columns. Filter or group it first.',
  'split-positions': 'Write whole numbers from 1 on, each greater than the one before.',
  'split-many':
    '“{column}” has up to {count} parts, and {most} columns are the most. Say how many columns you want, or split into rows.',
  'bins-width': 'The width must be more than 0.',
  'bins-edges': 'Write two or more numbers as edges, each greater than the one before.',
  'bins-labels': 'There must be one name for each bin: one less than there are edges.',
  'bins-many': 'That would be more than {most} bins for “{column}”. Choose a greater width.',
  'dates-by': '“{column}” is the date itself. Choose other columns for the groups.',
  'dates-many':
    'There would be {count} days or periods, and {most} are the most. Look for a date that is far off, or choose a longer period.',
  'flatten-rows': '“{column}” holds records, which become columns or text. Only lists become rows.',
  'flatten-many': '“{column}” would make more than {most} columns. Turn it into rows instead.',
  'transpose-many': 'Only tables of up to {most} rows can be turned. Filter or group the rows first.',
  'transpose-nothing': 'There is no other column to turn.',
  'pivot-both': 'The column “{column}” cannot go down and across. Choose another one.',
  'pivot-nothing': '“{column}” has no value, so that there is no column. Choose rows, or another column.',
};

/** What is worth knowing though they work. */
export const notes = {
  'sql-not-this': 'The query does not read the table before it. Write “FROM this” where it should.',
  'bins-fewer': 'Many rows of “{column}” have the same value, so that there are only {count} bins.',
  'transpose-text':
    'The columns are of different types, so that some or all values are written in another way.',
  'unified-float':
    'Whole numbers and fractions stand in “{column}” together, so that numbers of more than 15 digits may be rounded.',
  'unified-text': 'The columns are of types that do not go together, so that “{column}” is text.',
};
