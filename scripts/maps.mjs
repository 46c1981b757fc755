// Makes the shapes and names of maps, src/charts/spec/maps/data, from packages of npm; run it by hand: `node scripts/maps.mjs`.
// src/charts/spec/maps/data/NOTICE.md says where each comes from and under which licence.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cityNames, countries, provinces, states } from './mapNames.mjs';

const packages = [
  'world-atlas@2.0.2',
  'us-atlas@3.0.1',
  'echarts@4.9.0',
  'i18n-iso-countries@7.14.0',
  'pinyin-pro@3.29.4',
  'topojson-client@3.1.0',
  'topojson-simplify@3.0.3',
  'd3-geo@3.1.1',
];

const folder = process.argv[2] ?? (await mkdtemp(path.join(tmpdir(), 'maps-')));
if (!process.argv[2]) execFileSync('npm', ['install', '--no-save', '--prefix', folder, ...packages]);
const require = createRequire(path.join(folder, 'node_modules', 'x.js'));
const { quantize } = require('topojson-client');
const { presimplify, sphericalTriangleArea } = require('topojson-simplify');
const { geoArea, geoConicEqualArea } = require('d3-geo');
const { pinyin } = require('pinyin-pro');
const target = path.join(import.meta.dirname, '../src/charts/spec/maps/data');

const read = async (/** @type {string} */ file) => JSON.parse(await readFile(require.resolve(file), 'utf8'));

/**
 * Lines with so much less detail as nobody sees at the sizes that are drawn; rings stay rings, however small.
 * Borders that two regions share stay the same for both.
 */
function simplify(topo, least) {
  const weighed = presimplify(topo, sphericalTriangleArea);
  const arcs = weighed.arcs.map((arc) => {
    const [first, last] = [arc[0], arc.at(-1)];
    const isRing = first[0] === last[0] && first[1] === last[1];
    const heavy = arc.map((point) => point[2]).sort((a, b) => b - a);
    // the ends weigh without end, and a ring needs two more
    const limit = isRing ? Math.min(least, heavy[Math.min(4, heavy.length - 1)]) : least;
    return arc
      .filter((point, at) => at === 0 || at === arc.length - 1 || point[2] >= limit)
      .map(([x, y]) => [x, y]);
  });
  return { ...weighed, arcs };
}

async function write(name, topo, { keep, least, steps }) {
  const { regions, ...others } = topo.objects;
  const geometries = regions.geometries.filter(({ id }) => id !== undefined && (!keep || keep.has(id)));
  const small = simplify(
    { ...topo, objects: { regions: { type: 'GeometryCollection', geometries }, ...others } },
    least,
  );
  await save(name, prune(small), steps);
}

/** With whole numbers for places, as differences. */
async function save(name, topo, steps = { scale: [GRID, GRID], translate: [0, 0] }) {
  const used = quantize(topo, steps);
  for (const shape of used.objects.regions.geometries) delete shape.properties;
  delete used.bbox;
  const text = JSON.stringify(used);
  await writeFile(path.join(target, `${name}.json`), `${text}\n`);
  console.log(name, used.objects.regions.geometries.length, 'regions', text.length, 'bytes');
}

/** Without arcs that no shape uses. */
function prune(topo) {
  const map = new Map();
  const renumber = (at) => {
    const index = at < 0 ? ~at : at;
    if (!map.has(index)) map.set(index, map.size);
    return at < 0 ? ~map.get(index) : map.get(index);
  };
  const walk = (arcs) => (Array.isArray(arcs) ? arcs.map(walk) : renumber(arcs));
  const objects = Object.fromEntries(
    Object.entries(topo.objects).map(([name, { geometries }]) => [
      name,
      { type: 'GeometryCollection', geometries: geometries.map((one) => ({ ...one, arcs: walk(one.arcs) })) },
    ]),
  );
  return { type: 'Topology', objects, arcs: [...map.keys()].map((index) => topo.arcs[index]) };
}

/** ECharts keeps coordinates as differences, in letters (zigzag, in 1/1024 of a degree). */
function decode(json) {
  const toRing = (text, [startX, startY]) => {
    let [x, y] = [startX, startY];
    const ring = [];
    for (let at = 0; at < text.length; at += 2) {
      const [dx, dy] = [text.charCodeAt(at) - 64, text.charCodeAt(at + 1) - 64].map(
        (code) => (code >> 1) ^ -(code & 1),
      );
      x += dx;
      y += dy;
      ring.push([x / 1024, y / 1024]);
    }
    const [first, last] = [ring[0], ring.at(-1)];
    if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
    return ring;
  };
  return json.features.map(({ properties, geometry: { type, coordinates, encodeOffsets } }) => {
    const polygons =
      type === 'Polygon'
        ? [coordinates.map((ring, at) => toRing(ring, encodeOffsets[at]))]
        : coordinates.map((rings, one) => rings.map((ring, at) => toRing(ring, encodeOffsets[one][at])));
    return { name: properties.name, id: properties.id, coordinates: polygons.map(rewind) };
  });
}

/** A ring that is wound the wrong way would be all of the Earth but its inside. */
function rewind(rings) {
  return rings.map((ring, at) => {
    const isLarge = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
    return (at === 0 ? isLarge : !isLarge) ? ring.toReversed() : ring;
  });
}

const GRID = 0.005;

/**
 * Each ring a line of its own: neighbours in these files share most points of a border but not all, and borders cut wherever they do
 * not agree would come to more lines than points. Where they agree, both sides are thinned to the same points. Rings that come to
 * nothing are left out, but for a region's largest.
 */
function toTopology(objects, least) {
  const arcs = [];
  const toArcs = (polygons) => {
    const thin = polygons.map((rings) => rings.map((ring) => toThin(ring, least)));
    const areas = thin.map(([ring]) => geoArea({ type: 'Polygon', coordinates: [ring] }));
    const largest = areas.indexOf(Math.max(...areas));
    return thin.flatMap((rings, at) => {
      if (at !== largest && areas[at] < 4 * least) return [];
      return [rings.filter((ring, one) => one === 0 || ring.length > 3).map((ring) => [arcs.push(ring) - 1])];
    });
  };
  const made = Object.entries(objects).map(([name, list]) => {
    const geometries = list.map(({ id, coordinates }) => ({
      type: 'MultiPolygon',
      id,
      arcs: toArcs(coordinates),
    }));
    return [name, { type: 'GeometryCollection', geometries }];
  });
  return { type: 'Topology', objects: Object.fromEntries(made), arcs };
}

function toThin(ring, least) {
  const { arcs } = simplify({ type: 'Topology', objects: {}, arcs: [ring] }, least);
  const rounded = arcs[0].map((point) => point.map((value) => Math.round(value / GRID) * GRID));
  const kept = rounded.filter(
    ([x, y], at) => at === 0 || x !== rounded[at - 1][0] || y !== rounded[at - 1][1],
  );
  return rewind([kept])[0];
}

/**
 * The islands of the South China Sea in a box of their own, as maps of China at this scale have them: after the outlines that ECharts
 * 4.9.0 draws (src/coord/geo/fix/nanhai.js), placed at the lower right of the conic projection that the page draws China in.
 */
async function toInset() {
  const source = await readFile(require.resolve('echarts/lib/coord/geo/fix/nanhai.js'), 'utf8');
  const outlines = JSON.parse(/var points = (\[.*\]);/.exec(source)[1]);
  const projection = geoConicEqualArea()
    .parallels([25, 47])
    .rotate([-105, 0])
    .center([0, 36])
    .scale(1000)
    .translate([0, 0]);
  const [left, top] = [projection([123.4, 24])[0], projection([120, 24.6])[1]];
  const size = 1.5;
  const toPlace = ([x, y]) => projection.invert([left + x * size, top + y * size]);
  // close to one another, because the sides of the box are to look straight
  const toFine = (ring) =>
    ring.flatMap((point, at) => {
      const next = ring[at + 1];
      if (!next) return [point];
      const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - point[0], next[1] - point[1]) / 16));
      return Array.from({ length: steps }, (_, step) => [
        point[0] + ((next[0] - point[0]) * step) / steps,
        point[1] + ((next[1] - point[1]) * step) / steps,
      ]);
    });
  return outlines.map((ring) => rewind([toFine(ring).map(toPlace)]));
}

async function makeWorld() {
  const topo = await read('world-atlas/countries-50m.json');
  const geometries = topo.objects.countries.geometries.map((one) => ({
    ...one,
    id: toCountry(one, codes),
  }));
  // Ashmore and Cartier are drawn as a part of Australia, whose number they have
  await write(
    'world',
    { ...topo, objects: { regions: { type: 'GeometryCollection', geometries } } },
    { least: 3e-6, steps: 1e4 },
  );
}

const codes = await read('i18n-iso-countries/codes.json');

function toCountry({ id, properties: { name } }) {
  const without = {
    Kosovo: 'XK',
    Somaliland: 'XS',
    'N. Cyprus': 'XN',
    'Siachen Glacier': 'XG',
    'Indian Ocean Ter.': undefined,
  };
  if (id === undefined) return without[name];
  if (name.startsWith('Ashmore')) return undefined;
  return codes.find(([, , number]) => number === id)?.[0];
}

async function makeStates() {
  const topo = await read('us-atlas/states-10m.json');
  const known = new Map(states.map(([postal, number]) => [number, postal]));
  const geometries = topo.objects.states.geometries.map((one) => ({ ...one, id: known.get(one.id) }));
  await write(
    'states',
    { ...topo, objects: { regions: { type: 'GeometryCollection', geometries } } },
    { least: 2e-7, steps: 1e4 },
  );
}

async function makeChina() {
  const inset = await toInset();
  const regions = decode(await read('echarts/map/json/china.json'));
  const sea = [{ id: 'sea', coordinates: inset }];
  await save('china', toTopology({ regions, inset: sea }, 2e-7));
  const list = (await toCities()).map(({ code, coordinates }) => ({ id: code, coordinates }));
  await save('cities', toTopology({ regions: list, inset: sea }, 3e-7));
}

/** Cities with the codes and full names that the maps of their provinces have: 合肥, 340100, 合肥市. */
async function toCities() {
  const folder = path.join(path.dirname(require.resolve('echarts/map/json/china.json')), 'province');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const whole = ['beijing', 'tianjin', 'shanghai', 'chongqing', 'xianggang', 'aomen', 'taiwan'].map(
    (name) => `${name}.json`,
  );
  const parts = await Promise.all(
    files
      .filter((file) => !whole.includes(file))
      .map(async (file) => (await read(`echarts/map/json/province/${file}`)).features.filter(({ id }) => id)),
  );
  const known = parts.flat().map(({ id, properties }) => [String(id), properties.name]);
  return decode(await read('echarts/map/json/china-cities.json')).map(({ name, coordinates }) => {
    const city = known.find(([, full]) => full.startsWith(name));
    const province = provinces.find((one) => one[3] === name);
    if (!city && !province) throw new Error(`city without a code: ${name}`);
    return { name, coordinates, code: city?.[0] ?? province[0], full: city?.[1] ?? province[4] };
  });
}

/** What each region is called, in both languages, and under which other names and codes it is found. */
async function makeNames() {
  const en = (await read('i18n-iso-countries/langs/en.json')).countries;
  const zh = (await read('i18n-iso-countries/langs/zh.json')).countries;
  const shapes = JSON.parse(await readFile(path.join(target, 'world.json'), 'utf8')).objects.regions
    .geometries;
  const drawn = new Set(shapes.map(({ id }) => id));
  const world = codes
    .filter(([two]) => drawn.has(two))
    .map(([two, three, number]) => {
      const own = countries[two] ?? [];
      const [short, shortZh] = ['en', 'zh'].map((locale) =>
        new Intl.DisplayNames(locale, { type: 'region', style: 'short' }).of(two),
      );
      const traditional = ['zh-Hant', 'zh-Hant-HK'].map((locale) =>
        new Intl.DisplayNames(locale, { type: 'region', style: 'short' }).of(two),
      );
      const long = ['en', 'zh'].map((locale) => new Intl.DisplayNames(locale, { type: 'region' }).of(two));
      const others = [en[two], zh[two], short, shortZh, ...traditional, ...own].flat();
      return toEntry(two, [own[0] || long[0], own[1] || long[1], three, number, ...others]);
    });
  const extra = [
    ['XS', 'Somaliland', '索马里兰'],
    ['XN', 'Northern Cyprus', '北塞浦路斯'],
    ['XG', 'Siachen Glacier', '锡亚琴冰川'],
  ].map(([id, ...names]) => toEntry(id, names));
  const toPinyin = (/** @type {string} */ text) =>
    pinyin(text, { toneType: 'none', type: 'array', v: true }).join('');
  const toTitle = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);
  const all = {
    world: [...world, ...extra],
    china: provinces.map(([code, iso, english, name, ...others]) =>
      toEntry(code, [english, name, code.slice(0, 2), `CN-${iso}`, `CN-${code.slice(0, 2)}`, ...others]),
    ),
    cities: (await toCities()).map(({ code, name, full }) =>
      toEntry(code, [
        cityNames[name] ?? toTitle(toPinyin(name)),
        name,
        code.slice(0, 4),
        full,
        toPinyin(name),
      ]),
    ),
    states: states.map(([postal, number, english, name, ...others]) =>
      toEntry(postal, [english, name, number, `US-${postal}`, ...others]),
    ),
  };
  await writeFile(path.join(target, 'names.json'), `${JSON.stringify(all)}\n`);
  console.log('names', JSON.stringify(all).length);
}

/** @param {string} id @param {(string | undefined)[]} names */
const toEntry = (id, names) => [id, ...new Set(names.filter((name) => name && name !== id))];

await makeWorld();
await makeStates();
await makeChina();
await makeNames();
if (!process.argv[2]) await rm(folder, { recursive: true });
