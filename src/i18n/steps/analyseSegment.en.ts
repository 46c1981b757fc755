import type { StepWords } from './told';

export const segment: Readonly<Record<string, StepWords>> = {
  kmeans: {
    name: 'Clusters (k-means)',
    help: 'Puts rows that are like one another into clusters, and says what each cluster is like. Beside it: the tables centers, profile and, where the number is found, choice; and the model, with which “Predict with a model” puts rows of other tables into the same clusters.',
    how: 'Columns are divided by their standard deviations. k-means++ draws the first centres (Arthur and Vassilvitskii, 2007); centres then move to the means of their rows until nothing changes (Lloyd, 1982; bounds of Hamerly, 2010). Of more than 20,000 rows, starts are tried on a sample of so many. The number of clusters is that of the largest mean silhouette (Rousseeuw, 1987) on up to 2,000 rows; the elbow is where the curve of the inertia lies farthest below the line between its ends (Satopaa et al., 2011). Differences are from the mean of all rows, in standard deviations; high and low begin at 0.5.',
    also: 'segment customers group cluster k-means kmeans centroid silhouette elbow',
    says: (told) =>
      told.count('clusters') > 0
        ? `Put rows into ${told.text('clusters')} clusters by ${told.names('columns')}`
        : `Put rows into clusters by ${told.names('columns')}`,
    fields: {
      clusters: 'Clusters (empty: the number that separates best, 2 to 8)',
      scaled: 'Give each column the same weight, whatever its units',
      restarts: 'Starts, of which the best counts',
      seed: 'Number to draw by',
    },
  },
  hierarchical: {
    name: 'Clusters of clusters (hierarchical)',
    help: 'Begins with each row alone and merges the two clusters nearest to each other until as many are left as are wanted. Beside it: the tables centers, profile, merges (rows are 1 to n; merge m makes cluster n + m) and, where the number is found, choice; and the model, with which “Predict with a model” puts rows of other tables into the same clusters.',
    how: 'Columns are divided by their standard deviations. Nearest-neighbour chains (Murtagh, 1983) find the merges; distances follow Lance and Williams (1967), Ward’s (1963) as in SciPy. Every row is laid beside every other, so that of more than 5,000 rows so many are drawn, and each other row goes with the nearest of these. The number of clusters is that of the largest mean silhouette (Rousseeuw, 1987).',
    also: 'agglomerative hierarchical clustering dendrogram ward linkage tree segment',
    says: (told) =>
      told.count('clusters') > 0
        ? `Merge rows into ${told.text('clusters')} clusters by ${told.names('columns')}`
        : `Merge rows into clusters by ${told.names('columns')}`,
    fields: {
      clusters: 'Clusters (empty: the number that separates best, 2 to 8)',
      linkage: 'Nearness of two clusters',
      scaled: 'Give each column the same weight, whatever its units',
      seed: 'Number to draw by',
    },
    choices: {
      linkage: {
        ward: 'Ward (least difference within)',
        average: 'average (mean distance)',
        complete: 'complete (farthest rows)',
        single: 'single (nearest rows)',
      },
    },
  },
  dbscan: {
    name: 'Dense clusters (DBSCAN)',
    help: 'Puts rows that lie close together into clusters, of whatever shape and however many there are; rows that lie alone are in none. Beside it: the tables centers, profile and distances.',
    how: 'A row is a core where as many rows as asked for, itself among them, lie within the radius; cores within the radius of one another are one cluster, and a row at an edge goes with its nearest core (Ester, Kriegel, Sander and Xu, 1996). Without a radius it is taken where the curve of distances to the last of so many neighbours lies farthest below the line between its ends (Satopaa et al., 2011). Usual are twice as many rows as columns (Sander et al., 1998), at least 4 and at least the logarithm of the rows.',
    also: 'density clustering dbscan noise outliers epsilon hot spots',
    says: (told) => `Find dense clusters by ${told.names('columns')}`,
    fields: {
      radius: 'Radius (empty: where distances bend)',
      least: 'Rows within it that make a core (empty: the usual)',
      scaled: 'Give each column the same weight, whatever its units',
    },
  },
  odd: {
    name: 'Odd rows',
    help: 'How unlike the others each row is, as a whole or by any one of its columns, the oddest marked, and the column in which it lies farthest from the rest. A side of “mix” is a row that no column alone makes odd.',
    how: 'Isolation forest (Liu, Ting and Zhou, 2008): trees cut samples of 256 rows at random places of random columns; rows that few cuts set apart are odd, with a score of 2 to the power of −(mean cuts ÷ expected cuts). Local outlier factor (Breunig et al., 2000): the mean density of a row’s neighbours over its own, about 1 where it lies as they do. By column: distance from the mean in standard deviations (z), from the median in median deviations × 1.4826 (MAD: Hampel, 1974), or from the nearer quartile in quartile ranges (IQR: Tukey, 1977); where half of the values are the same, in standard deviations. A row counts by its farthest column, and a missing value is passed over. For the first two the column named is the one in which the row lies farthest from the median; below 2 median deviations it is a mix.',
    also: 'outliers anomalies anomaly detection fraud unusual isolation forest lof local outlier factor z score zscore mad iqr',
    says(told) {
      if (told.is('method', 'forest') || told.is('method', 'lof'))
        return `Mark the oddest ${told.text('share')} % of rows by ${told.names('columns')}`;
      const by = told.count('by') > 0 ? ` of its ${told.name('by')}` : '';
      return `Mark rows far from the others${by} in ${told.names('columns')}`;
    },
    fields: {
      method: 'Odd by',
      share: 'Rows to mark, %',
      times: 'How far (empty: 3.5 median deviations, 1.5 quartile ranges, 3 standard deviations)',
      neighbours: 'Neighbours',
      scaled: 'Give each column the same weight, whatever its units',
      trees: 'Trees',
      seed: 'Number to draw by',
    },
    choices: {
      method: {
        forest: 'as a whole: isolation forest',
        lof: 'as a whole: local outlier factor',
        mad: 'by column: from the median (MAD)',
        iqr: 'by column: from the quartiles (IQR)',
        z: 'by column: from the mean (z score)',
      },
    },
  },
  pca: {
    name: 'Principal components (PCA)',
    help: 'Draws many columns of numbers together into a few that hold most of what differs between rows: pc1 and pc2 make a map of the rows. Beside it: the tables loadings and explained.',
    how: 'Columns are centred and divided by their standard deviations; components are the eigenvectors of their correlations (Hotelling, 1933), by Jacobi’s rotations, with the largest weight positive. A loading is the correlation of a column with a component; a weight is what the column is multiplied by.',
    also: 'principal component analysis dimension reduction factor map biplot eigenvalue loadings',
    says: (told) => `Draw ${told.names('columns')} together into ${told.text('components')} components`,
    fields: {
      components: 'Components',
      scaled: 'Give each column the same weight, whatever its units',
    },
  },
};

/** What keeps an analysis from fitting. */
export const segmentWhy = {
  'no-variation': 'Every row has the same values, so that nothing sets rows apart.',
  'too-few-different': 'There are too few rows that differ: {found}, and {needed} are needed.',
  'too-many-rows': 'There are {rows} rows, and at most {limit} can be taken. Draw a sample before this step.',
  'numbers-too-large': 'The numbers are too large to compute with. Divide them first.',
};

/** What was found, and what to know of it. */
export const segmentNotes = {
  clusters: '{rows} rows fall into {k} clusters, which account for {explained} % of their differences.',
  'clusters-chosen':
    '{rows} rows fall into {k} clusters, the number that separates best; they account for {explained} % of the differences.',
  'elbow-too': 'The elbow of the inertia says so too.',
  'elbow-other': 'The elbow of the inertia would be at {k} clusters: the table choice has both.',
  'merges-sampled':
    'The clusters are those of {sample} rows drawn from {rows}; each other row goes with the nearest of these.',
  'dense-found':
    '{rows} rows have {k} dense clusters; {noise} {noise|row is|rows are} in none ({percent} %).',
  'dense-whole': 'All {rows} rows are one dense cluster. A smaller radius may part it.',
  'dense-one':
    '{rows} rows are one dense cluster but for {noise} ({percent} %). A smaller radius may part it.',
  'dense-none':
    'Nowhere are {rows} rows dense enough for a cluster. Take a larger radius, or fewer rows for a core.',
  'radius-found':
    'A row is a core with {least} rows within {radius}, where the distances between neighbours bend.',
  'radius-found-scaled':
    'A row is a core with {least} rows within {radius} standard deviations, where the distances between neighbours bend.',
  'radius-given': 'A row is a core with {least} rows within {radius}.',
  'radius-given-scaled': 'A row is a core with {least} rows within {radius} standard deviations.',
  'cluster-high-low':
    'Cluster {cluster} ({size} {size|row|rows}, {percent} %): high in {high}; low in {low}.',
  'cluster-high': 'Cluster {cluster} ({size} {size|row|rows}, {percent} %): high in {high}.',
  'cluster-low': 'Cluster {cluster} ({size} {size|row|rows}, {percent} %): low in {low}.',
  'cluster-plain': 'Cluster {cluster} ({size} {size|row|rows}, {percent} %): near the mean in every column.',
  'clusters-others': '{count} smaller {count|cluster is|clusters are} in the table “profile”.',
  'clusters-apart': 'The clusters stand well apart: silhouette {silhouette}, of at most 1.',
  'clusters-touch': 'The clusters touch one another: silhouette {silhouette}, of at most 1.',
  'clusters-map-some':
    'The table “map” has {count} of {of} rows, one every so many: as many as a picture shows.',
  'clusters-overlap':
    'The clusters run into one another: silhouette {silhouette}, of at most 1. Take them as a way to divide the rows, not as groups that are there.',
  'column-without-say': '“{column}” has the same value in every row, and has no say in this.',
  'odd-high':
    '{count} of {rows} rows are marked as odd. The oddest, at {score} of 1, has {value} in “{column}”, far above the others.',
  'odd-low':
    '{count} of {rows} rows are marked as odd. The oddest, at {score} of 1, has {value} in “{column}”, far below the others.',
  'odd-mix':
    '{count} of {rows} rows are marked as odd. The oddest, at {score} of 1, is odd by how its values go together; no column alone says so.',
  'odd-lof-high':
    '{count} of {rows} rows are marked as odd. The oddest, {score} times as lonely as its neighbours, has {value} in “{column}”, far above the others.',
  'odd-lof-low':
    '{count} of {rows} rows are marked as odd. The oddest, {score} times as lonely as its neighbours, has {value} in “{column}”, far below the others.',
  'odd-lof-mix':
    '{count} of {rows} rows are marked as odd. The oddest is {score} times as lonely as its neighbours by how its values go together; no column alone says so.',
  'odd-z':
    '{count} of {rows} rows are marked as odd. The oddest has {value} in “{column}”, {distance} standard deviations from the mean.',
  'odd-mad':
    '{count} of {rows} rows are marked as odd. The oddest has {value} in “{column}”, {distance} median deviations from the median.',
  'odd-iqr':
    '{count} of {rows} rows are marked as odd. The oddest has {value} in “{column}”, {distance} quartile ranges beyond the quartiles.',
  'odd-z-none':
    'In {rows} rows no value is more than {times} standard deviations from the mean. The farthest, {value} in “{column}”, is at {distance}.',
  'odd-mad-none':
    'In {rows} rows no value is more than {times} median deviations from the median. The farthest, {value} in “{column}”, is at {distance}.',
  'odd-iqr-none':
    'In {rows} rows no value is more than {times} quartile ranges beyond the quartiles. The farthest, {value} in “{column}”, is at {distance}.',
  'odd-by-chance':
    'Chance alone would mark {percent} % of the rows, if the columns were normally distributed and had nothing to do with one another.',
  'odd-in-groups': 'Each row is compared with its own group by “{column}”; there are {groups}.',
  'odd-z-small':
    '{count} {count|row is|rows are} in groups too small for any value to be {times} standard deviations from the mean. MAD and IQR have no such limit.',
  'odd-infinite': '{count} infinite {count|value is|values are} passed over.',
  'odd-not-judged':
    '{count} {count|row is|rows are} not judged: without a number, or in a group of fewer than 3.',
  'odd-repeated':
    '{count} {count|row is|rows are} the same as {neighbours} others or more, so that rows near them seem lonelier than they are. Take more neighbours.',
  'odd-lof-hardly':
    'None stands out much: what is odd has a factor well above 1.5, and the usual is about 1.',
  'odd-none': 'No row of {rows} is odder than the others.',
  'odd-hardly': 'None stands out much: what is odd comes near 1, and the usual is about 0.5.',
  components:
    '{kept} {kept|component holds|components hold} {percent} % of what differs between {rows} rows.',
  'components-needed': 'It would take {needed} components to hold {percent} %.',
  'component-both': '{name} ({percent} %) is large where {high} is high and {low} is low.',
  'component-high': '{name} ({percent} %) is large where {high} is high.',
  'component-low': '{name} ({percent} %) is large where {low} is low.',
  'component-spread': '{name} ({percent} %) is made of all columns a little.',
};
