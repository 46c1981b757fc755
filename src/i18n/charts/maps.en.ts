/** Words of maps. */
export const maps = {
  marks: {
    map: 'Map of regions',
    'map-points': 'Map of points',
  },
  slots: {
    region: 'Region',
    longitude: 'Longitude',
    latitude: 'Latitude',
  },
  labels: {
    atlas: 'Map',
    shape: 'Values as',
    classes: 'Colours begin',
    count: 'So many colours',
    scheme: 'Colours go',
    middle: 'Middle of the colours',
    names: 'Names in the picture',
    view: 'Shows',
    center: 'In the middle',
    name: 'Name in the table',
    region: 'Region',
    pairs: 'Names to be read as',
  },
  choices: {
    atlas: {
      auto: 'Chosen by itself',
      world: 'Countries of the world',
      china: 'China’s provinces',
      cities: 'China’s cities',
      states: 'States of the USA',
    },
    shape: { fill: 'Colours', bubble: 'Circles' },
    classes: {
      auto: 'As it fits',
      even: 'In even steps',
      quantiles: 'With as many regions each',
    },
    scheme: { auto: 'As it fits', 'one-way': 'From little to much', 'two-way': 'Away from a middle' },
    view: { auto: 'As it fits', all: 'The whole map', data: 'Where there are values' },
    center: {
      auto: 'As people are used to',
      atlantic: 'Europe and Africa',
      pacific: 'East Asia and the Pacific',
    },
  },
  picture: {
    noData: 'No value',
    longitude: 'Longitude',
    latitude: 'Latitude',
    name: (name: string, rows: string) => `“${name}” (${rows})`,
    comma: ', ',
    missed: (names: string, more: string, rows: string) =>
      `Not found on the map: ${names}${more && ` and ${more} more`}; rows: ${rows}.`,
    noPlace: (rows: string) => `Rows without a region: ${rows}; they are not drawn.`,
    nowhere: (rows: string) =>
      `Rows whose longitude and latitude are no place on Earth: ${rows}; they are not drawn.`,
    beyond: (places: string) => `Beyond this map: ${places}; they are not drawn.`,
    together: (points: string, squares: string) =>
      `${points} points are counted in ${squares} squares; the stronger its colour, the more lie in it.`,
    say: {
      regions: (title: string, regions: string, all: string, most: string, least: string) =>
        `Map of ${title} in ${regions} of ${all} regions: the most is ${most}, the least ${least}.`,
      points: (title: string, points: string) => `Map of ${points} points${title && `, by ${title}`}.`,
      density: (points: string) => `Map of where ${points} points lie.`,
      empty: (title: string) => `Map${title && ` of ${title}`}: there is nothing to draw.`,
    },
  },
};
