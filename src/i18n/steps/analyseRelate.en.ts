import type { StepWords } from './told';

export const relate: Readonly<Record<string, StepWords>> = {
  compareGroups: {
    name: 'Compare groups',
    help: 'Whether a number differs between groups, or between two columns row by row, by how much, and how easily chance alone would do that.',
    how: 'Means: two groups by Welch’s t test, more by Welch’s and the one-way analysis of variance, pairs by Tukey–Kramer, or by Games and Howell (1976) where the groups do not vary alike (Brown and Forsythe, 1974). Ranks: Mann–Whitney and Wilcoxon, exact below 50 rows without ties; Kruskal–Wallis, pairs by Dunn (1964) with Holm’s correction. By itself, ranks are taken where a group below 30 rows is far from normal (Shapiro and Wilk, p < 0.01). Effects: Hedges’ g, eta, omega and epsilon squared, rank-biserial correlation.',
    also: 't test Welch ANOVA analysis of variance Tukey Mann–Whitney Wilcoxon Kruskal–Wallis Dunn significance difference means before after',
    says: (told) =>
      told.is('how', 'pairs')
        ? `Compare ${told.name('target')} with ${told.name('other')}, row by row`
        : `Compare ${told.name('target')} between groups by ${told.name('by')}`,
    fields: {
      how: 'Compare',
      target: 'Number',
      by: 'Groups',
      other: 'With',
      method: 'Method',
      confidence: 'Confidence, %',
    },
    choices: {
      how: { groups: 'groups of rows', pairs: 'two columns, row by row' },
      method: {
        auto: 'what suits the data',
        means: 'means (Welch, ANOVA, Tukey)',
        ranks: 'ranks (Mann–Whitney, Kruskal–Wallis, Dunn)',
      },
    },
  },
  crossTable: {
    name: 'Cross table',
    help: 'How often the values of two columns come together, and whether that is more than chance. Residuals beyond ±2 stand out.',
    how: 'Pearson’s chi-square, for two by two with Yates’s correction too, and the likelihood ratio G. Residuals are adjusted (Haberman, 1973): normal where nothing connects the columns. Where more than a fifth of the expected counts are below 5, or one below 1, Fisher’s exact test, by tables drawn at random where there are too many. Cramér’s V as it is, and corrected for bias (Bergsma, 2013).',
    also: 'crosstab contingency table chi-square chi squared independence association Fisher Cramér V G test odds ratio',
    says: (told) => `Cross ${told.name('down')} with ${told.name('across')}`,
    fields: {
      down: 'Down',
      across: 'Across',
      shape: 'Table',
      confidence: 'Confidence, %',
      seed: 'Seed',
    },
    choices: { shape: { long: 'a row for each pair of values', wide: 'counts, two-way' } },
  },
  abTest: {
    name: 'A/B test',
    help: 'Whether a variant of an experiment does better than the control, by how much, and how many rows it takes to see a change of this size.',
    how: 'Rates: z test, Fisher’s exact test where few hits are expected; interval of the difference by Newcombe (1998, method 10), of each rate by Wilson. Means: Welch’s t test. Several variants are corrected for by Holm (1979). Power and rows needed are for two groups of one size, both sides, and 80 % power (Fleiss, Levin and Paik, 2003; noncentral t).',
    also: 'ab test experiment conversion rate lift uplift power sample size control variant split test',
    says: (told) =>
      told.is('outcome', 'rate')
        ? `Compare how often ${told.name('target')} is a yes between ${told.name('variant')}`
        : `Compare the mean of ${told.name('target')} between ${told.name('variant')}`,
    fields: {
      variant: 'Variants',
      outcome: 'Outcome',
      target: 'Measured by',
      yes: 'Value that means yes (empty: yes, true, 1)',
      control: 'Control (empty: found by its name)',
      confidence: 'Confidence, %',
    },
    choices: { outcome: { rate: 'yes or no', mean: 'a number' } },
  },
};

/** What keeps an analysis from fitting. */
export const relateWhy = {
  'two-groups':
    'There must be two groups or more with two rows each; {groups} {groups|is|are} like that. Choose another column, or put small groups together.',
  'too-many-groups':
    'There are {groups} groups, and {limit} are the most that can be compared. Put some together first.',
  'no-spread': 'The values do not vary within the groups, so that nothing tells a difference from chance.',
  'cross-one-value': '“{column}” has a single value, so that there is nothing to cross.',
  'cross-large':
    'The table would have {rows} rows and {columns} columns: too many to be read. Choose columns with fewer values.',
  'ab-one-variant': 'An A/B test needs two variants or more; “{column}” has {variants}.',
  'ab-no-control': 'There is no variant “{control}”. Write the control as it stands in the column.',
  'ab-yes': 'Say in the step which value of “{column}” means yes: {values}.',
};

/** What was found, and what to know of it. */
export const relateNotes = {
  'compare-two-means-differ':
    '“{target}” is {difference} higher in “{most}” than in “{least}” on average: {mostMiddle} against {leastMiddle}, {p}.',
  'compare-two-means-alike':
    'No difference of “{target}” is shown between “{most}” and “{least}”: {mostMiddle} against {leastMiddle} on average, {p}.',
  'compare-two-ranks-differ':
    '“{target}” tends to be higher in “{most}” than in “{least}”: medians {mostMiddle} and {leastMiddle}, {p}.',
  'compare-two-ranks-alike':
    'No difference of “{target}” is shown between “{most}” and “{least}”: medians {mostMiddle} and {leastMiddle}, {p}.',
  'compare-paired-means-differ':
    '“{most}” is {difference} higher than “{least}” on average, row by row: {mostMiddle} against {leastMiddle}, {p}.',
  'compare-paired-means-alike':
    'No difference between “{most}” and “{least}” is shown row by row: {mostMiddle} against {leastMiddle} on average, {p}.',
  'compare-paired-ranks-differ':
    '“{most}” and “{least}” differ row by row: medians {mostMiddle} and {leastMiddle}, {p}.',
  'compare-paired-ranks-alike':
    'No difference between “{most}” and “{least}” is shown row by row: medians {mostMiddle} and {leastMiddle}, {p}.',
  'compare-more-means-differ':
    '“{target}” differs between the {groups} groups, {p}: from {leastMiddle} on average in “{least}” to {mostMiddle} in “{most}”.',
  'compare-more-means-alike':
    'No difference of “{target}” is shown between the {groups} groups, {p}: they go from {leastMiddle} on average in “{least}” to {mostMiddle} in “{most}”.',
  'compare-more-ranks-differ':
    '“{target}” differs between the {groups} groups, {p}: medians go from {leastMiddle} in “{least}” to {mostMiddle} in “{most}”.',
  'compare-more-ranks-alike':
    'No difference of “{target}” is shown between the {groups} groups, {p}: medians go from {leastMiddle} in “{least}” to {mostMiddle} in “{most}”.',
  'compare-pairs': '{apart} of {pairs} pairs of groups differ, allowing for many pairs ({method}).',
  'compare-by': 'Tested by: {test}.',
  'compare-ranks-chosen': 'Ranks are compared, as the few values of “{group}” do not look normal ({p}).',
  'compare-not-normal':
    'The few values of “{group}” do not look normal ({p}): a comparison of ranks is safer.',
  'compare-spread-differs': 'The groups do not vary alike ({p}), for which Welch and Games–Howell allow.',
  'compare-single': '{count} {count|group|groups} of a single row {count|is|are} shown, but not tested.',
  'cross-related':
    '“{down}” and “{across}” go together, {p}, Cramér’s V {strength}; most of all “{downValue}” and “{acrossValue}”: {count} {count|row|rows}, where chance alone would give {expected}.',
  'cross-unrelated': 'No connection between “{down}” and “{across}” is shown, {p}.',
  'cross-expected-low':
    'In {share} % of the cells fewer than 5 rows are expected (the least is {least}), so that chi-square is less exact.',
  'cross-expected-exact':
    'In {share} % of the cells fewer than 5 rows are expected (the least is {least}), so p is of Fisher’s exact test.',
  'cross-expected-drawn':
    'In {share} % of the cells fewer than 5 rows are expected (the least is {least}), so p is of Fisher’s test, by {draws} tables drawn at random.',
  'ab-rate-more':
    '“{variant}” does better than “{control}”: {value} % against {base} %, {difference} points more (the difference is between {low} and {high}), {p}.',
  'ab-rate-less':
    '“{variant}” does worse than “{control}”: {value} % against {base} %, {difference} points less (the difference is between {low} and {high}), {p}.',
  'ab-rate-open':
    'No difference is shown between “{variant}” and “{control}”: {value} % against {base} %, {p}. To show a change of this size with 80 % power takes {needed} rows in each.',
  'ab-rate-same': '“{variant}” and “{control}” have the same rate, {value} %.',
  'ab-mean-more':
    '“{variant}” is higher than “{control}”: {value} against {base} on average, {difference} more (the difference is between {low} and {high}), {p}.',
  'ab-mean-less':
    '“{variant}” is lower than “{control}”: {value} against {base} on average, {difference} less (the difference is between {low} and {high}), {p}.',
  'ab-mean-open':
    'No difference is shown between “{variant}” and “{control}”: {value} against {base} on average, {p}. To show a change of this size with 80 % power takes {needed} rows in each.',
  'ab-mean-same': '“{variant}” and “{control}” have the same mean, {value}.',
  'ab-uneven':
    'The variants differ more in size than chance makes likely ({p}). If they were to be of one size, see first how rows were assigned.',
};
