/** Words of charts that are made of shapes, and of what lies over a picture. */
export const figures = {
  marks: {
    pie: 'Pie chart',
    treemap: 'Treemap',
    funnel: 'Funnel',
    waterfall: 'Waterfall',
    bump: 'Bump chart',
    slope: 'Slope chart',
    candlestick: 'Candlesticks',
    intervals: 'Intervals',
    network: 'Network',
    tree: 'Tree',
    kpi: 'Large number',
    table: 'Table with bars',
  },
  slots: {
    inner: 'Within it',
    order: 'Order',
    open: 'First price',
    high: 'Highest price',
    low: 'Lowest price',
    close: 'Last price',
    start: 'Begins',
    end: 'Ends',
    source: 'From',
    target: 'To',
    node: 'Node',
    above: 'Node above',
    rule: 'What leads there',
    layers: 'Also drawn',
  },
  picture: {
    total: 'Total',
    rises: 'Rises',
    falls: 'Falls',
    open: 'First',
    high: 'Highest',
    low: 'Lowest',
    close: 'Last',
    rank: 'Place',
    lasts: 'Lasts',
    change: 'Change',
    links: 'Links',
    share: 'Share',
    ofFirst: (share: string) => `${share} of the first`,
    ofBefore: (share: string) => `${share} of the one before`,
    against: (change: string, moment: string) => `${change} against ${moment}`,
    days: (days: string) => `${days} ${days === '1' ? 'day' : 'days'}`,
    notes: {
      below: (groups: string) =>
        `Groups below zero: ${groups}; they are no part of a whole and are not drawn.`,
      unread: (groups: string) => `Groups without a number: ${groups}; they are not drawn.`,
      lastOf: (shown: string, groups: string) => `The last ${shown} of ${groups} spans of time are shown.`,
      firstOf: (shown: string, groups: string) => `The first ${shown} of ${groups} rows are shown.`,
      strongestOf: (shown: string, groups: string) => `The ${shown} strongest of ${groups} links are shown.`,
      backwards: (rows: string) => `Rows that end before they begin: ${rows}; they are not drawn.`,
      beyond: (places: string) => `Places after ${places} are not drawn.`,
      between: (moments: string) => `Moments between the two that are shown: ${moments}.`,
      apart: (nodes: string) =>
        `Nodes that hang on no other or on one another: ${nodes}; they are not drawn.`,
      differs: (names: string) => `Not the sum of what stands before: ${names}.`,
      unlabelled: (names: string) => `Without a name for lack of room: ${names}.`,
      log: (values: string) =>
        `On a logarithmic axis there is no zero and nothing below: ${values} not drawn.`,
      unplaced: (values: string) => `Not on the axis, so no line or remark is drawn: ${values}.`,
      outside: (values: string) => `Beyond the ends of the axis: ${values}.`,
    },
    say: {
      candles: (title: string, from: string, to: string, first: string, last: string) =>
        `${title} from ${from} (${first}) to ${to} (${last}).`,
      steps: (title: string, first: string, last: string, share: string) =>
        `${title}: from ${first} to ${last}, ${share} of the first.`,
      sums: (title: string, total: string, most: string, least: string) =>
        `${title}: ${total} together; most is added by ${most}, least by ${least}.`,
      ranks: (title: string, moment: string, first: string) => `${title}: first in ${moment} is ${first}.`,
      slopes: (title: string, from: string, to: string, rising: string, falling: string) =>
        `${title} from ${from} to ${to}: ${rising} rise, ${falling} fall.`,
      intervals: (title: string, rows: string, from: string, to: string) =>
        `${title}: ${rows}, from ${from} to ${to}.`,
      network: (title: string, names: string, links: string, strongest: string) =>
        `${title}: ${names} names and ${links} links; the strongest is ${strongest}.`,
      tree: (title: string, nodes: string, depth: string, leaves: string) =>
        `${title}: ${nodes} nodes, ${leaves} of them leaves, ${depth} levels.`,
      kpi: (what: string, value: string, moment: string, change: string) =>
        `${what}${moment && `, ${moment}`}: ${value}${change && `, ${change}`}.`,
    },
    mean: 'Mean',
    median: 'Median',
  },
};
