import type { StepWords } from './told';

/** Ways to learn, and to find clusters. */
export const methods = {
  baseline: 'always the same',
  linear: 'linear',
  ridge: 'ridge',
  lasso: 'lasso',
  polynomial: 'polynomial',
  bayes: 'naive Bayes',
  tree: 'decision tree',
  forest: 'random forest',
  boosting: 'gradient boosting',
  neighbours: 'nearest neighbours',
  svm: 'support vector machine',
  network: 'neural network',
  kmeans: 'k-means',
  hierarchical: 'by merging',
} as const;

export const predict: Readonly<Record<string, StepWords>> = {
  regression: {
    name: 'Linear regression',
    help: 'Predicts a number from other columns, and says how much each of them adds to it and how certain that is.',
    how: 'Least squares by Householder’s QR of centred columns, refined; from 50,000 rows on by corrected normal equations (Björck, 1987). p by Student’s t and F; vif is 1 ÷ (1 − R² of a column by the others). A text becomes a column of 0 and 1 for each value but the most common. Bounds of a prediction are those of a single new value. Unequal spread: Breusch and Pagan as Koenker (1981) has it; normality: Jarque and Bera (1987). rmse_baseline is the error of always saying the mean.',
    also: 'predict number least squares ols linear model trend coefficient r squared drivers',
    says: (told) => `Predict ${told.name('target')} from ${told.names('columns')}`,
    fields: { target: 'Number to predict', columns: 'From these columns', confidence: 'Confidence, %' },
  },
  classify: {
    name: 'Yes or no',
    help: 'Learns from the rows of which it is known which of two classes they are, says how likely each row is of the one, and tests itself on rows held back.',
    how: 'Logistic regression by Newton’s method on the likelihood (McCullagh and Nelder, 1989); p by Wald’s z. A text becomes a column of 0 and 1 for each value but the most common. Rows are held back at random, as large a share of each class. auc is the chance that a row of the class scores above one that is not; log_loss and brier (1950) are 0 for certainty that is right; baseline always says the more common class. Where a column splits rows without exception, a ridge of ½ × squares of the standardised coefficients is added.',
    also: 'predict class classification logistic regression churn probability score odds ratio roc auc confusion matrix accuracy precision recall',
    says: (told) =>
      told.text('positive')
        ? `How likely ${told.name('target')} is ${told.name('positive')}, from ${told.names('columns')}`
        : `Which ${told.name('target')} is likely, from ${told.names('columns')}`,
    fields: {
      target: 'Column of two values',
      positive: 'The value to look for (empty: the usual or rarer one)',
      columns: 'From these columns',
      held: 'Rows held back for the test, %',
      threshold: 'Say so from, %',
      seed: 'Seed of the split',
    },
  },
  learn: {
    name: 'Train a model',
    help: 'Predicts a number or a class from other columns. Compares linear models, trees, forests, boosting, neighbours, support vectors and neural networks on rows that they have not seen, takes the best, and keeps it: “Predict with a model” uses it on other tables.',
    how: 'Rows are held back at random (as large a share of each class) or as the last in time, and are not looked at before the end. On the others (10,000 at most, drawn with the seed) each way is judged by k-fold cross-validation: the error’s root mean square for numbers, the area under the ROC curve for classes (of several a plain mean of each against the rest). The best is fitted to all of them and judged on those held back, beside a baseline that always says the mean or the shares of the classes. Importance: how much worse the model does when a column’s values are dealt out anew (Breiman, 2001), five times. Trees: Breiman and others (1984); forest: Breiman (2001), 100 trees; boosting: Friedman (2001) on 255 bins, stopped early; ridge and lasso: strength by cross-validation; support vectors: SMO (Platt, 1998; Fan and others, 2005); neural network: one layer of 32 rectifiers, Adam (Kingma and Ba, 2015), stopped early. Texts become columns of 0 and 1; ways that need it scale columns to mean 0 and spread 1. A threshold by costs is the one that costs least in cross-validation (Elkan, 2001).',
    also: 'machine learning train fit predict model compare regression classification decision tree random forest gradient boosting xgboost knn nearest neighbours svm support vector neural network naive bayes ridge lasso polynomial churn score importance cross validation grid search auc roc confusion calibration threshold cost',
    says: (told) =>
      `Train a model of ${told.name('target')} on ${told.names('columns')} (${told.choice('method')})`,
    fields: {
      target: 'Column to predict',
      as: 'It is',
      columns: 'From these columns',
      method: 'Way',
      depth: 'Greatest depth of a tree',
      trees: 'Trees',
      neighbours: 'Neighbours',
      degree: 'Highest power',
      tune: 'Look for the best settings of each way',
      folds: 'Folds of the comparison',
      test: 'Rows to test on',
      time: 'Last by',
      held: 'Rows held back for the test, %',
      positive: 'Of two classes, the one to look for (empty: the usual or rarer one)',
      chances: 'The chance of each class too',
      alarm: 'What acting for nothing costs',
      missed: 'What missing one costs',
      seed: 'Seed',
    },
    choices: {
      as: { auto: 'as its values look', number: 'a number', class: 'a class' },
      method: { compare: 'compare all, take the best', ...methods },
      test: { random: 'at random', time: 'the last in time' },
    },
  },
  score: {
    name: 'Predict with a model',
    help: 'What a model that another cell has trained says of these rows, or to which of the clusters that it has found they belong. It reads the columns by their names.',
    how: 'The model stands in the table “model” behind the cell that trained it. Of clusters, rows are put on the scale of those that these were found in, and go with the nearest centre (k-means) or the nearest of the rows that were merged (hierarchical). Columns are read as they were there: numbers as numbers, and each text as the columns of 0 and 1 that it became. Of a row with a missing value, or with a text that the model has not seen, nothing is said.',
    also: 'apply score predict assign cluster segment model new data next month churn probability forecast use kept',
    says: (told) => `Predict with the model of ${told.name('model')}`,
    fields: {
      model: 'Cell with the model',
      chances: 'The chance of each class too',
      names: 'Columns that have another name here',
      name: 'Name in the model',
      column: 'Column here',
    },
  },
};

/** What keeps a model from fitting. */
export const predictWhy = {
  'target-among-columns': '“{column}” cannot be predicted from itself. Take it out of the columns.',
  'model-column':
    'The model needs the column “{column}”, which is not here. Say below which column it is, or train the model without it.',
  'no-model':
    'There is no model behind that cell. Choose a cell with the step “Train a model”, or with one of clusters.',
  'method-for-classes':
    '“{column}” is a number, and this way tells classes apart only. Take another way, or say that it is a class.',
  'method-for-numbers': '“{column}” has classes, and this way predicts numbers only. Take another way.',
  'too-many-classes':
    '“{column}” has {count} different values, and {most} classes at most can be told apart. Group them first.',
  'target-not-finite': 'What is to be predicted has values that are no finite numbers.',
  'one-time': 'All rows have the same time, so that none are the last. Hold rows back at random.',
  'too-many-rows':
    'This way takes {limit} rows at most, and there are {rows}. Take another way, or a sample of the rows.',
  'too-many-terms':
    'That would make {terms} terms, and {most} at most can be used. Take fewer columns, or a lower power.',
  'too-many-weights':
    'That would make {weights} weights, and {most} at most can be used. Take fewer columns, or group their values.',
  'too-many-combinations': '{count} combinations are too many: {limit} at most are tried.',
  'penalty-too-small':
    'The columns say the same as one another, and the penalty is too small to choose between them. Leave one of them out.',
  'nothing-in-common': 'The columns have nothing in common with what is to be predicted.',
  'constant-target': 'What is to be predicted is the same in every row.',
  'nothing-varies': 'None of the columns varies, so that nothing can be predicted from them.',
  'numbers-too-large': 'The numbers are too large to compute with. Divide them by 1,000 or more first.',
  'one-class':
    'What is to be predicted is the same in every row with values: there is nothing to tell apart.',
  'two-classes':
    '“{column}” has {count} different values, and two are told apart here. Filter the rows, or make a column of yes and no.',
  'no-such-class': '“{value}” is no value of “{column}”.',
  'too-many-values':
    '“{column}” has {count} different values, and {most} at most can be used. Group them, or leave the column out.',
};

/** What was found, and what to know of it. */
export const predictNotes = {
  regressed:
    'The columns explain {share} % of how “{target}” varies. The clearest is “{column}”: 1 more of it goes with {estimate} ({p}).',
  'regressed-level':
    'The columns explain {share} % of how “{target}” varies. The clearest is “{column}”: where it is “{level}”, that goes with {estimate} ({p}).',
  'regressed-nothing':
    'The columns say nothing certain about “{target}”: chance alone would give as much ({p}).',
  'regressed-exactly': '“{target}” follows exactly from the columns: it may have been computed from them.',
  'regression-unequal':
    'The residuals spread unevenly (Breusch–Pagan, {p}): standard errors and p-values are rough.',
  'regression-not-normal':
    'The residuals are not normally distributed (Jarque–Bera, {p}): intervals of single predictions are rough.',
  classified:
    'Of {rows} rows held back, {share} % are told right ({baseline} % by always saying the same). AUC of “{target}” being “{value}”: {auc}.',
  'classified-untested':
    'Of the {rows} rows that it learned from, {share} % are told right ({baseline} % by always saying the same); no rows were held back. AUC of “{target}” being “{value}”: {auc}.',
  'classified-clearest':
    '“{column}” says it most clearly: 1 more of it multiplies the odds of “{value}” by {odds} ({p}).',
  'classified-clearest-level':
    '“{column}” says it most clearly: where it is “{level}”, the odds of “{value}” are {odds} times as high ({p}).',
  'classified-separated':
    '“{term}” splits rows without a single exception, so that its effect has no end. Coefficients are held back by a ridge, and have no p-values.',
  'feature-gives-away':
    '“{column}” alone gives “{target}” away. If it is known only afterwards, leave it out.',
  'feature-made-up': '“{term}” is left out: the columns before it say the same.',
  'feature-inflated':
    '“{term}” goes along with the other columns (VIF {value}), so that what each adds is uncertain. {count} {count|term is|terms are} like that.',
  'feature-constant': '“{column}” is left out: it has the same value in every row.',
  'feature-encoded': 'Values of “{column}” are compared with its most common one, “{base}”.',
  'feature-unseen':
    '{count} {count|row has|rows have} a text that no row to learn from has: nothing is predicted there.',
  'target-missing':
    '{count} {count|row has|rows have} no “{target}” to learn from: it is only predicted there.',
  'learned-number-held':
    'A {method} model tells “{target}” to within {error} on average, on {rows} rows held back (always saying the mean: {baseline}), and explains {share} % of how it varies.',
  'learned-number-crossed':
    'A {method} model tells “{target}” to within {error} on average, on {rows} rows in cross-validation (always saying the mean: {baseline}), and explains {share} % of how it varies.',
  'learned-class-held':
    'A {method} model tells “{target}” right in {share} % of {rows} rows held back ({baseline} % by always saying the same); AUC {auc}.',
  'learned-class-crossed':
    'A {method} model tells “{target}” right in {share} % of {rows} rows in cross-validation ({baseline} % by always saying the same); AUC {auc}.',
  'learned-nothing-number':
    'The columns do not tell “{target}”: the best model ({method}) is off by {error} on average on {rows} rows that it has not seen, and always saying the mean by {baseline}.',
  'learned-nothing-class':
    'The columns do not tell “{target}”: the best model ({method}) is right in {share} % of {rows} rows that it has not seen, and always saying the same in {baseline} %.',
  'learned-auc-weighted':
    'Each class against the rest: AUC {auc} on average, where classes count by their rows. The table classes has that of each, and roc the curves.',
  'learned-auc-class': '“{value}” against the rest: AUC {auc}.',
  'no-chances': 'The model tells no classes, so that there are no chances of them.',
  'learned-worth': '“{column}” counts most: without it the model would do worst.',
  'learned-threshold':
    'At these costs it pays to act from a chance of {share} % of “{value}” on: that costs {cost} in cross-validation, and {half} from 50 % on.',
  'learned-never-pays': 'At these costs it never pays to act on “{value}”.',
  'learned-sample':
    'The ways were compared on {count} of {of} rows, drawn at random; the best was fitted to all.',
  'learned-left-out': 'This way could not be tried here: {method}.',
  'scored-clusters':
    '{count} of {of} rows go with the nearest of {k} clusters, which were found in {rows} rows ({method}).',
  scored: 'The model ({method}, fitted to {rows} rows) says what “{target}” is in {count} of {of} rows.',
};
