/** Words of what lines and bars have along them. */
export const lines = {
  slots: { lower: 'Reaches from', upper: 'Reaches to', marked: 'Marked where true' },
  labels: {
    panels: 'Several measures',
    axes: 'Axes of small multiples',
    diagonal: 'Line where both are the same',
    under: 'Area under the line',
    drawn: 'Drawn as',
    mirror: 'Both ways round',
  },
  choices: {
    axes: { auto: 'As it fits', same: 'One for all', own: 'Each its own' },
    panels: { together: 'In one picture', apart: 'Each in a panel of its own' },
    drawn: { bars: 'Bars', dots: 'Dots' },
  },
  picture: {
    band: (from: string, to: string) => `The band reaches from ${from} to ${to}.`,
    reach: (from: string, to: string) => `The thin lines reach from ${from} to ${to}.`,
    marked: (column: string, count: string) => `Marked: where ${column} is true (${count}).`,
    noDiagonal: 'There is no line where both are the same: it needs numbers on both axes that meet.',
    under: (said: string) => `Area under the line: ${said}.`,
    noUnder: 'The area under the line is not known: it needs numbers on both axes, and all points drawn.',
    ownScales: 'The small multiples are of very different sizes: each has an axis of its own.',
    mirrored: 'Every pair stands on both sides of the diagonal.',
    sizes: (what: string, most: string) => `Circles: as large in area as ${what}; the largest is ${most}.`,
    evenScale: 'Bars upon one another have no logarithmic axis: it is even.',
  },
};
