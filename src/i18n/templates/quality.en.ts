import { cards } from './cards.en';
export const quality = {
  ...cards.of.quality,
  tables: { table: 'Table to look at' },
  columns: {
    key: 'Key',
    email: 'E-mail',
    phone: 'Phone',
    date: 'Date',
    figure: 'Amount or other number',
    place: 'Category, such as the city',
    group: 'Another category',
  },
  names: {
    blanks: 'blank_words',
    asOf: 'as_of',
    times: 'how_far',
    numbered: 'rows_numbered',
    read: 'rows_read',
    once: 'rows_once',
    columns: 'columns',
    limits: 'limits',
    usual: 'usual_numbers',
    far: 'far_numbers',
    spellings: 'spellings',
    months: 'rows_by_month',
    freshness: 'freshness',
    faults: 'faults',
    checks: 'checks',
    scores: 'scores',
    states: 'states',
    figures: 'figures',
    doubles: 'doubles',
    scoreFigure: 'score_figure',
    rowsFigure: 'faulty_figure',
    filledFigure: 'missing_figure',
    againFigure: 'repeated_figure',
    scoreChart: 'score_chart',
    firstChart: 'first_chart',
    firstTable: 'mend_first',
    missingChart: 'missing_chart',
    columnTable: 'column_table',
    doubleTable: 'double_table',
    stateChart: 'state_chart',
    placeChart: 'category_chart',
    groupChart: 'other_category_chart',
    spellingTable: 'spelling_table',
    numberChart: 'number_chart',
    outlierTable: 'outlier_table',
    monthChart: 'month_chart',
    mend: 'rows_with_faults',
    rowChart: 'fault_chart',
    rowTable: 'rows_to_mend',
  },
  fields: {
    row: 'Row',
    again: 'Repeated',
    first: 'Same as row',
    kind: 'Aspect',
    score: 'Score',
    check: 'What is wrong',
    column: 'Column',
    value: 'Value',
    looked: 'Rows looked at',
    found: 'Rows with it',
    share: 'Share, in %',
    todo: 'What to do',
    rows: 'Rows',
    filled: 'Filled',
    missing: 'Missing',
    missingShare: 'Missing, in %',
    different: 'Different values',
    state: 'State',
    usual: 'Usual spelling',
    month: 'Month',
    faults: 'Faults',
  },
  kinds: {
    complete: 'Completeness',
    unique: 'Uniqueness',
    valid: 'Validity',
    uniform: 'Uniformity',
    plausible: 'Plausibility',
  },
  checks: {
    again: 'Row that is there twice',
    repeated: 'Key of several rows',
    missing: 'Missing',
    email: 'No e-mail address',
    phone: 'No phone number',
    unreadDate: 'Cannot be read as a date',
    unreadFigure: 'Cannot be read as a number',
    implausible: 'In the future, or before 1900',
    outlier: 'Far from the others',
    spelling: 'Spelled otherwise',
    script: 'In another script',
  },
  todo: {
    again: 'Keep one of them: step “Remove duplicates”.',
    repeated: 'Look which row is the right one, and why the others have its key.',
    missing: 'Ask for it where it comes from, or say there that it may be missing.',
    email: 'Correct it, or leave it empty; step “E-mail addresses” finds them.',
    phone: 'Correct it, or leave it empty; step “Phone numbers” finds them.',
    unreadDate: 'Write it as 2024-03-05; step “Unify dates” reads most ways.',
    unreadFigure: 'Write digits only; step “Convert type” reads most ways.',
    implausible: 'Look it up where it comes from: often a day or a year was mistyped.',
    outlier: 'Look whether it is real. If not, correct it; if so, leave it.',
    spelling: 'Give each thing one name: step “Merge spellings”.',
    script: 'Choose one language, and map the others: step “Map values”.',
  },
  states: { usable: 'Usable', wrong: 'Not usable', missing: 'Missing' },
  ways: { usual: 'As usual', spelling: 'Spelled otherwise', script: 'In another script' },
  asOfLabel: 'As of (empty: today)',
  blanksLabel: 'Words that mean “nothing”',
  blanks: 'N/A, NA, #N/A, null, none, unknown, -, --, ?, 无, 未知, 暂无',
  timesLabel: 'Far off from (times the spread)',
  captions: {
    first: 'What to mend, in order',
    columns: 'How full each column is',
    doubles: 'Rows that say again what another says',
    spellings: 'Ways of writing that are not the usual one',
    outliers: 'Numbers far from the others',
    rows: 'Rows with something to mend',
  },
  joint: { is: ': ', begin: ' (', end: ')', next: '; ' },
  nothingWrong: 'nothing that this report looks at',
  head: (
    figures: string,
  ) => `**{{${figures}.score}} of 100.** The table has {{${figures}.rows}} rows and {{${figures}.columns}} columns; {{${figures}.faulty}} rows ({{${figures}.share | 0.0%}}) have something to mend.

Mend first: **{{${figures}.first}}**.`,
  figures: {
    score: 'Score, of 100',
    faulty: 'Rows to mend',
    missing: 'Values missing, in %',
    again: 'Rows that are there twice',
  },
  figureHints: {
    score: 'mean of the aspects below',
    faulty: 'with at least one fault',
    missing: 'of all values of the table',
    again: 'in every column',
  },
  wholeRow: 'whole row',
  scoreChart: 'The score by aspect',
  firstHead: `## What to mend first

What concerns most rows stands first. Each line says what helps; a step is added below any table, or proposed where the table is shown.`,
  firstChart: 'Rows concerned, by what is wrong',
  missingHead: `## Is everything there?

The longer a bar, the more of the column is missing. A column that is nearly empty is either not used any more or not asked for: say which.`,
  missingChart: 'Missing values by column, in %',
  doublesHead: (figures: string) => `## Is anything there twice?

{{${figures}.again}} rows repeat another row in every column; {{${figures}.repeated}} rows share their key with a row that differs.`,
  doublesPeople: (figures: string) =>
    `{{${figures}.shared}} rows share an e-mail address or a phone number with another row. Where a row is a person, these may be the same person: “Clean a customer list” marks them.`,
  validHead: `## Can it be used?

An e-mail address or a phone number that has the right form, a date or a number that can be read and is possible.`,
  stateChart: 'Usable, not usable and missing',
  uniformHead: `## Is one thing called by one name?

Bars of several colours are things that are written in several ways. What differs only in case, width, blanks, accents or an ending such as 市 is taken as one; what is written in another script than most is shown on its own.`,
  placeChart: 'Values of the category, as written',
  plausibleHead: (figures: string) => `## Is it plausible?

{{${figures}.outliers}} numbers lie outside {{${figures}.low}} to {{${figures}.high}}. The picture shows those within. A number that is far out may be real; it should be looked at, since sums and means hang on it.`,
  numberChart: 'Usual numbers',
  freshHead: (freshness: string) => `## Is it fresh?

The newest row is of {{${freshness}.last}}, {{${freshness}.days}} days before {{${freshness}.as_of}}. The oldest is of {{${freshness}.first}}. A month with few rows may be one of which a file is missing.`,
  monthChart: 'Rows by month',
  rowChart: 'Rows by the number of their faults',
  rowsHead: `## Rows to mend

The rows with most faults first, each with its number in the file (the first row below the header is 1).`,
  notes: `## How this was counted

Each aspect counts alike in the score, which is their mean: completeness is the share of values that are filled, over all columns; the others are the mean, over their checks, of the share of rows without the fault. How fresh the table is does not count, since old rows may be right.

A row that repeats another in every column is a fault of its own; all other checks look at it once. Empty texts, and the words that mean “nothing”, are missing. A missing value is only missing: it breaks no other rule. In tables of more than half a million rows, different values are counted about, give or take some per cent.`,
  notesNumber:
    'Numbers are far from the others where they lie further from the middle half of all, that between the quartiles, than so many times its width: the slider says how many. Where they are all above zero and lie mostly at the low end, as amounts do, their logarithms are compared. With fewer than 8 numbers none is far out.',
};
