import type { StepWords } from './told';

const into = (told: Parameters<StepWords['says']>[0]) =>
  told.count('name') > 0 ? ` as ${told.name('name')}` : '';

/** Steps that put other values in the place of those that are there. */
export const values = {
  dropMissing: {
    name: 'Drop what is missing',
    help: 'Drops rows in which something is missing, or columns of which too much is.',
    also: 'dropna null blank empty rows columns remove',
    says(told) {
      const of = told.count('columns') > 0 ? told.names('columns') : 'all columns';
      return told.is('what', 'rows')
        ? `Drop rows where ${told.choice('where')} of ${of} is missing`
        : `Drop columns with more than ${told.name('share')} % missing`;
    },
    fields: {
      what: 'Drop',
      where: 'Missing in',
      share: 'More missing than, in %',
      blank: 'A blank text is missing too',
    },
    choices: { what: { rows: 'rows', columns: 'columns' }, where: { any: 'any', all: 'every one' } },
  },
  tidy: {
    name: 'Tidy text',
    help: 'Takes away blanks at the ends, doubled blanks, line breaks and what cannot be seen; changes case, width, accents and the Chinese script where you say so.',
    also: 'trim strip whitespace spaces lower upper title case capitalise fullwidth halfwidth accents clean simplified traditional chinese script',
    says(told) {
      const form = told.is('case', 'keep') ? '' : `, ${told.choice('case')}`;
      const script = told.is('script', 'keep') ? '' : `, ${told.choice('script')}`;
      return `Tidy ${told.names('columns')}${form}${script}`;
    },
    fields: {
      trim: 'Take away blanks at the ends',
      inner: 'Doubled blanks become one',
      lines: 'Line breaks become blanks',
      invisible: 'Take away what cannot be seen',
      case: 'Case',
      width: 'Width of letters and digits',
      script: 'Chinese script',
      accents: 'Take accents away',
      empty: 'An empty text becomes missing',
    },
    choices: {
      case: {
        keep: 'as it is',
        lower: 'lower case',
        upper: 'UPPER CASE',
        title: 'Each Word',
        sentence: 'First letter only',
      },
      width: { keep: 'as it is', half: 'half: ABC 123', full: 'full: ＡＢＣ　１２３' },
      script: { keep: 'as it is', simplified: 'simplified: 头发', traditional: 'traditional: 頭髮 (Taiwan)' },
    },
  },
  replace: {
    name: 'Find and replace',
    help: 'Puts one text in the place of another: of a part, of whole values, or of what a pattern finds.',
    also: 'substitute regex pattern change find',
    says(told) {
      const other = told.is('clear', true) && told.is('how', 'whole') ? 'nothing' : told.name('with');
      return `Replace ${told.name('find')} by ${other} in ${told.names('columns')}`;
    },
    fields: {
      how: 'Find',
      find: 'What',
      with: 'Replace by',
      clear: 'Make it missing',
      anyCase: 'In any case',
    },
    choices: { how: { part: 'a part of the text', whole: 'whole values', pattern: 'a pattern' } },
  },
  map: {
    name: 'Map values',
    help: 'Puts other values in the place of those you list, or of those that another table lists in two columns. Where the new value is left empty, it becomes missing.',
    also: 'recode lookup vlookup translate codes dictionary',
    says(told) {
      const by = told.is('by', 'table')
        ? `by ${told.name('key')} → ${told.name('into')} of ${told.name('table')}`
        : `by ${told.count('pairs')} pairs`;
      return `Map ${told.name('column')} ${by}${into(told)}`;
    },
    fields: {
      by: 'By',
      pairs: 'Pairs',
      from: 'Value',
      to: 'Becomes',
      key: 'Its column of values',
      into: 'Its column of new values',
      others: 'Values not listed',
      other: 'Value for them',
      loose: 'Case and spaces do not count',
      name: 'New column (or in place)',
    },
    choices: {
      by: { pairs: 'a list', table: 'another table' },
      others: { keep: 'stay', clear: 'become missing', value: 'become one value' },
    },
  },
  units: {
    name: 'Convert units',
    help: 'Multiplies numbers by a factor and adds an offset, or by the rate of the unit or currency in a column beside.',
    also: 'currency exchange rate factor scale multiply kg lb fahrenheit',
    says(told) {
      const by = told.is('by', 'unit')
        ? `by the rate of ${told.name('unit')}`
        : `× ${told.name('factor')}${told.text('offset') === '0' ? '' : ` + ${told.name('offset')}`}`;
      return `Convert ${told.names('columns')} ${by}${into(told)}`;
    },
    fields: {
      by: 'By',
      factor: 'Factor',
      offset: 'Offset',
      unit: 'Column of units',
      rates: 'Rates',
      others: 'A unit without a rate',
      name: 'New column (or in place)',
    },
    choices: {
      by: { factor: 'one factor', unit: 'the unit of each row' },
      others: { stop: 'stops the steps here', clear: 'makes the number missing' },
    },
  },
  outliers: {
    name: 'Outliers',
    help: 'Finds numbers far from the others, of the table or of their group, and marks them, draws them in to the limit, clears them, or drops their rows.',
    also: 'winsorize clip cap iqr zscore mad anomaly extreme percentile',
    says(told) {
      const by = told.count('by') > 0 ? ` by ${told.names('by')}` : '';
      return `Outliers of ${told.names('columns')}${by}: ${told.choice('do')} (${told.choice('find')})`;
    },
    fields: {
      find: 'Limits',
      times: 'Times the spread',
      percent: 'Per cent at each end',
      least: 'At least',
      most: 'At most',
      do: 'Do',
    },
    choices: {
      find: {
        iqr: 'quartiles (IQR)',
        z: 'standard deviations (z)',
        mad: 'median deviations (MAD)',
        percent: 'percentiles',
        hand: 'by hand',
      },
      do: {
        flag: 'mark them',
        cap: 'draw them in to the limit',
        clear: 'clear them',
        drop: 'drop their rows',
      },
    },
  },
} satisfies Record<string, StepWords>;

export const valuesWhy = {
  'rule-of-a-row':
    'A rule looks at one row at a time. Compute windows and queries in a formula column before.',
  'pair-twice': '“{value}” is listed twice, with more than one outcome. Keep one of them.',
  'group-itself': 'The column “{column}” cannot be its own group.',
  'no-limit': 'Write at least one of the two limits.',
  'limits-crossed': 'The lower limit {least} is above the upper one, {most}.',
  'one-name': 'Only one column can be called “{name}”. Leave the name empty, or choose one column.',
  'no-rate': 'There is no rate for the unit “{value}”. Add one, or let such numbers be missing.',
};

export const valuesNotes = {
  'all-dropped': 'More than {share} % is missing of every column, so that none is dropped.',
  dropped: 'Dropped: {columns}',
};
