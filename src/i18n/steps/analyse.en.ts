import type { StepWords } from './told';

export const analyse: Readonly<Record<string, StepWords>> = {
  describe: {
    name: 'Describe numbers',
    help: 'How many values, how large, how far apart, how they lie: a row for each column, or for each column and group.',
    how: 'Variance over n − 1; quantiles by linear interpolation (type 7 of Hyndman and Fan, 1996); skewness and kurtosis as G1 and G2 (Joanes and Gill, 1998), 0 for a normal distribution; interval of the mean by Student’s t; mad is the median distance from the median.',
    also: 'statistics summary mean average median mode standard deviation variance quantile percentile skewness kurtosis confidence interval',
    says: (told) =>
      told.count('by') > 0
        ? `Describe ${told.names('columns')} for each ${told.name('by')}`
        : `Describe ${told.names('columns')}`,
    fields: { by: 'For each', confidence: 'Confidence, %' },
  },
  correlate: {
    name: 'Correlations',
    help: 'How far every two columns of numbers go together, from −1 to 1, and how easily chance alone would do that.',
    how: 'Over the rows that have a value in every chosen column. Pearson’s p by Student’s t with n − 2 degrees of freedom; Spearman by mean ranks; Kendall’s tau-b allows for ties (Kendall, 1945). Many pairs: each p is corrected for how many were looked at (Holm, 1979; Benjamini and Hochberg, 1995).',
    also: 'correlation pearson spearman kendall matrix relate relationship',
    says: (told) => `Correlate ${told.names('columns')}`,
    fields: { method: 'Method', adjustment: 'Allow for many pairs' },
    choices: {
      method: {
        pearson: 'Pearson: along a straight line',
        spearman: 'Spearman: by rank',
        kendall: 'Kendall: by pairs in order (tau-b)',
      },
      adjustment: {
        holm: 'Holm',
        'benjamini-hochberg': 'Benjamini–Hochberg',
        bonferroni: 'Bonferroni',
        none: 'no',
      },
    },
  },
};

/** What keeps an analysis from fitting. */
export const analyseWhy = {
  'two-columns': 'Choose at least two different columns.',
  'too-few-rows':
    'There are too few rows with values: {rows}, and {needed} {needed|is|are} needed. Take more rows, or columns with fewer missing values.',
  'constant-column': 'The column has the same value in every row, so that nothing can be said of it.',
  'not-finite': 'There are infinite values. Filter them out first.',
  'not-a-number': '“{column}” is not a number. Convert it first, or choose another column.',
  'not-text': '“{column}” is a number where a group is wanted.',
};

/** What was found, and what to know of it. */
export const analyseNotes = {
  described:
    '{columns} {columns|column|columns} over {rows} {rows|row|rows}; “{widest}” varies most for its size.',
  'described-groups':
    '{columns} {columns|column|columns} by group over {rows} {rows|row|rows}; “{widest}” varies most for its size.',
  'described-nothing': '“{column}” has no number in any row.',
  correlated: '“{one}” and “{other}” go together most: {value}, {p}.',
  'correlated-against': '“{one}” and “{other}” go against each other most: {value}, {p}.',
  'constant-column': '“{column}” has the same value in every row: it has no correlation.',
  'left-out-missing': '{count} of {of} rows are left out because a value is missing.',
  'left-out-not-finite': '{count} of {of} rows are left out because a number is infinite.',
};
