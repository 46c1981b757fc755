import { quoteName } from '../../sql/quote';
import { choice, columns, flag } from '../field';
import type { SettingsOf } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { toSame } from '../write';
import { widths } from './reading/fold';
import { BLANK, INVISIBLE } from './reading/values';
import type { Conversion, Script } from './script/script';
import { loadScript, toConversion } from './script/script';
import { toConverted, toScriptQuestion, toScriptWrites } from './script/write';

const LINES = '[\\r\\n\\x{0B}\\x{0C}\\x{85}\\x{2028}\\x{2029}]+';
const ODD_BLANK = '[\\t\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}]';

const fields = {
  columns: columns({ families: ['text'] }),
  trim: flag(true),
  inner: flag(true),
  lines: flag(true),
  invisible: flag(true),
  case: choice(['keep', 'lower', 'upper', 'title', 'sentence']),
  width: choice(['keep', 'half', 'full']),
  script: choice(['keep', 'simplified', 'traditional']),
  accents: flag(false),
  empty: flag(false),
};

type Settings = SettingsOf<typeof fields>;

/** Texts without what nobody meant to write. */
export const tidy = toStep({
  step: 'tidy',
  family: 'clean',
  fields,
  suggest: ({ columns: all, column }) => ({
    columns: all
      .filter(({ name, type }) => type === 'VARCHAR' && (column === undefined || name === column))
      .map(({ name }) => name),
  }),
  load: ({ script }) => (script === 'keep' ? undefined : loadScript(script)),
  ask: ({ script, columns: names }, { from, loaded }) =>
    script === 'keep' ? undefined : toScriptQuestion(loaded as Script, from, names),

  make(settings, context) {
    const { from, columns: all } = context;
    const script = findConversion(settings, context);
    const works = [...(script ? toScriptWrites(script) : []), ...findWorks(settings)];
    const first = script && script.letters.length > 0 ? toConverted(script, settings.columns, context) : '';
    if (works.length === 0 && first === '') return toSame({ from, columns: all });
    // one within the other: what is written three times in the next would be written 3 × 3 × 3 times in the end
    const sql = works.reduce((inner, write) => {
      const set = settings.columns.map((name) => `${write(quoteName(name))} AS ${quoteName(name)}`);
      const source = inner === '' ? from : `(\n${inner}\n)`;
      return `SELECT * REPLACE (\n  ${set.join(',\n  ')}\n)\nFROM ${source}`;
    }, first);
    return { sql, changes: settings.columns, sameRows: true, columns: all };
  },
});

function findConversion({ script }: Settings, { loaded, found }: StepContext): Conversion | undefined {
  if (script === 'keep') return undefined;
  return toConversion(loaded as Script, (found[0] ?? []).map(String));
}

type Write = (text: string) => string;

/** What is done to each text, one after another. Looking whether there is anything to do takes a tenth of the time of doing it. */
function findWorks(settings: Settings): Write[] {
  const { trim, inner, lines, invisible, width, accents, empty } = settings;
  const works: Write[] = [];
  const only = (pattern: string, write: Write) =>
    works.push(
      (text) => `CASE WHEN regexp_matches(${text}, '${pattern}') THEN ${write(text)} ELSE ${text} END`,
    );
  const replace = (pattern: string, by: string) =>
    only(pattern, (text) => `regexp_replace(${text}, '${pattern}', '${by}', 'g')`);
  const blank = lines ? BLANK : '[\\t \\p{Zs}]';
  const form = settings.case;
  if (invisible) replace(INVISIBLE, '');
  if (width === 'half') only('[！-～\u3000]', (text) => toTranslated(text, widths.wide, widths.narrow));
  if (lines) replace(LINES, ' ');
  if (inner) only(`${blank}{2}|${ODD_BLANK}`, (text) => `regexp_replace(${text}, '${blank}+', ' ', 'g')`);
  if (trim) replace(`^${BLANK}+|${BLANK}+$`, '');
  if (form !== 'keep') works.push((text) => toCase(text, form));
  if (accents) only('[^ -~]', (text) => `strip_accents(${text})`);
  if (width === 'full') only('[!-~ ]', (text) => toTranslated(text, widths.narrow, widths.wide));
  if (empty) works.push((text) => `nullif(${text}, '')`);
  return works;
}

function toTranslated(text: string, from: string, to: string): string {
  return `translate(${text}, '${from.replaceAll("'", "''")}', '${to.replaceAll("'", "''")}')`;
}

function toCase(text: string, form: Exclude<Settings['case'], 'keep'>): string {
  switch (form) {
    case 'lower':
      return `lower(${text})`;
    case 'upper':
      return `upper(${text})`;
    case 'sentence':
      return `upper((${text})[1]) || lower((${text})[2:])`;
    case 'title': {
      // O'Brien has two capitals, don't has none
      const words = `regexp_extract_all(lower(${text}), '\\b[odl]''|[\\p{L}\\p{M}\\p{N}]+(?:[''’][\\p{L}\\p{M}]+)*|[^\\p{L}\\p{M}\\p{N}]+')`;
      return `array_to_string(list_transform(${words}, lambda word: upper(word[1]) || word[2:]), '')`;
    }
  }
}
