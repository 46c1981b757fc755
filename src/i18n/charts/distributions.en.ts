/** Words of charts that show how values lie, and how they hang together. */
export const distributions = {
  marks: {
    histogram: 'Histogram',
    box: 'Box plot',
    violin: 'Violin plot',
    ridge: 'Ridge plot',
    heat: 'Heat map',
    calendar: 'Calendar',
    pareto: 'Pareto chart',
    regression: 'Regression',
  },
  labels: { counted: 'Counted as', written: 'Values in the picture' },
  choices: {
    counted: { rows: 'Rows', share: 'Shares' },
    written: { auto: 'Where there is room', always: 'Always', never: 'Never' },
    band: { '95': '95 % confidence', '99': '99 % confidence', none: 'None' },
  },
  picture: {
    between: (from: string, to: string) => `${from} to ${to}`,
    share: 'Share',
    together: 'Share, added up',
    median: 'Median',
    quartiles: 'Quartiles',
    whiskers: 'Whiskers',
    ends: 'Least and greatest',
    mean: 'Mean',
    rows: 'Rows',
    outlier: 'Outlier',
    outliers: 'Outliers',
    bandwidth: 'Bandwidth',
    points: 'Points',
    years: (shown: string, all: string) => `The last ${shown} of ${all} parts of the calendar are shown.`,
    notAdded: 'Only sums and counts add up: there is no line of shares for means, medians and their like.',
    negative: 'There are values below zero, of which no share of a whole can be taken.',
    boxes:
      'Boxes: the middle half, with the median; quartiles lie between values by linear interpolation. Whiskers: the furthest values within 1.5 times the box.',
    outliersShown: (shown: string, all: string) =>
      `Of ${all} outliers the ${shown} that lie furthest are drawn.`,
    kernel: (widths: string) =>
      `Density by a Gaussian kernel, bandwidth by Silverman’s rule of thumb: ${widths}. Each is as wide as there is room for.`,
    ridges: (widths: string) =>
      `Density by a Gaussian kernel, bandwidth by Silverman’s rule of thumb: ${widths}.`,
    inPowers: 'Densities are of the logarithm.',
    density: (points: string) => `Each square shows how many of ${points} points lie in it.`,
    mixed: 'A square has the colour of which it has most points.',
    fit: (said: { name: string; equation: string; explained: string; rows: string }) =>
      `${said.name && `${said.name}: `}${said.equation}; R² ${said.explained}, ${said.rows} rows.`,
    band: (share: string) =>
      `The band: ${share} confidence of the mean, by least squares of all rows, drawn or not.`,
    tooLarge: 'No line: the values are too large to be squared.',
    noFit: (groups: string) => `No line, as it takes two values of x: ${groups}.`,
    histogram: (said: {
      kind: string;
      what: string;
      rows: string;
      from: string;
      to: string;
      mode: string;
      share: string;
    }) =>
      `${said.kind} of ${said.what}: ${said.rows} from ${said.from} to ${said.to}; most (${said.share}) lie from ${said.mode}.`,
    pareto: (said: {
      kind: string;
      what: string;
      shown: string;
      groups: string;
      share: string;
      first: readonly string[];
      more: boolean;
    }) =>
      `${said.kind} of ${said.what}: ${said.shown} of ${said.groups} groups come to ${said.share}: ${said.first.join(', ')}${said.more ? ' …' : ''}.`,
    spread: (said: { kind: string; what: string; groups: string; highest: string; lowest: string }) =>
      `${said.kind} of ${said.what}, ${said.groups} groups: the highest median has ${said.highest}, the lowest ${said.lowest}.`,
    spreadOne: (said: {
      kind: string;
      what: string;
      rows: string;
      median: string;
      from: string;
      to: string;
    }) =>
      `${said.kind} of ${said.what}, ${said.rows} rows: median ${said.median}, the middle half from ${said.from} to ${said.to}.`,
    dense: (said: { kind: string; x: string; y: string; points: string; where: string }) =>
      `${said.kind} of ${said.y} by ${said.x}: ${said.points} points, densest about ${said.where}.`,
    regression: (said: { kind: string; x: string; y: string; fits: readonly string[] }) =>
      `${said.kind} of ${said.y} by ${said.x}. ${said.fits.join(' ')}`,
    fine: (said: { kind: string; x: string; y: string; points: string; least: string; greatest: string }) =>
      `${said.kind} of ${said.y} by ${said.x}: ${said.points} rows, the least ${said.least}, the greatest ${said.greatest}.`,
    thinnedLine: (drawn: string, all: string) =>
      `Of ${all} rows ${drawn} are drawn, of which the line looks the same: the first, the last, the least and the greatest of each column of points.`,
  },
};
