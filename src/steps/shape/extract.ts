import { toFreeName } from '../../lib/freeName';
import { quoteText } from '../../sql/quote';
import { choice, column, text } from '../field';
import { toStep } from '../step';
import { findColumn, toAdded } from '../write';
import { toDelimiter } from './delimiter';
import { askPattern, findGroups } from './groups';
import { toTextSql } from './labels';

// The engine's patterns (RE2) cannot look behind: what may not stand before a sign is taken along, and cut off again.
const NUMBER =
  '(?:^|[^\\p{L}\\p{N}_)+\\-])[+\\-](?:\\d{1,3}(?:,\\d{3})+\\b|\\d+)(?:\\.\\d+)?|(?:\\d{1,3}(?:,\\d{3})+\\b|\\d+)(?:\\.\\d+)?';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';

const presets = {
  number: NUMBER,
  email:
    '[A-Za-z0-9._%+\\-]+@[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9\\-]+)*\\.[A-Za-z]{2,}',
  phone: [
    '(?:\\+|\\b)86[- ]?1[3-9]\\d(?:[- ]?\\d{4}){2}\\b',
    '\\b1[3-9]\\d(?:[- ]?\\d{4}){2}\\b',
    '\\b0\\d{2,3}[- ]?\\d{7,8}\\b',
    '\\+\\d{1,3}(?:[- .]?\\(?\\d{1,4}\\)?){2,5}\\b',
    '\\(\\d{3}\\) ?\\d{3}[- .]\\d{4}\\b',
    '\\b\\d{3}[- .]\\d{3}[- .]\\d{4}\\b',
  ].join('|'),
  url: '(?:https?://|www\\.)[^\\s<>"\'，。；、！？（）【】《》]*[^\\s<>"\'，。；、！？（）【】《》.,;:!?)]',
  date: [
    `\\b\\d{4}年${MONTH}月(?:${DAY}日)?`,
    `\\b\\d{4}[-/.]${MONTH}[-/.]${DAY}\\b`,
    `\\b\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}\\b`,
    `\\b${MONTH}月${DAY}日`,
  ].join('|'),
  chinese: '\\p{Han}+',
  letters: '\\p{Latin}+',
} as const;

/** What fits a pattern, taken out of a text. */
export const extract = toStep({
  step: 'extract',
  family: 'shape',
  fields: {
    column: column(),
    what: choice(['number', 'email', 'phone', 'url', 'date', 'chinese', 'letters', 'pattern']),
    pattern: text({ is: 'pattern', when: ({ what }) => what === 'pattern' }),
    take: choice(['first', 'joined', 'list']),
    delimiter: text({ otherwise: ' ', optional: true, when: ({ take }) => take === 'joined' }),
    type: choice(['number', 'text'], { when: ({ what, take }) => what === 'number' && take === 'first' }),
    name: text({ is: 'name', optional: true }),
  },
  suggest: ({ columns, column: name = columns.find(({ type }) => type === 'VARCHAR')?.name }) =>
    name === undefined ? {} : { column: name },

  ask: ({ what, pattern }) => (what === 'pattern' ? askPattern(pattern) : undefined),

  make({ column: of, what, pattern, take, delimiter, type, name }, context) {
    const it = toTextSql(findColumn(context.columns, of)!);
    const source = what === 'pattern' ? pattern : presets[what];
    const groups = what === 'pattern' ? findGroups(pattern) : [];
    const wanted = name || `${of}_${what}`;
    const added: Record<string, string> = {};
    const taken = context.columns.map((column) => column.name);
    const add = (free: string, sql: string) => {
      added[toFreeName(free, [...taken, ...Object.keys(added)])] = sql;
    };
    if (groups.length <= 1) add(wanted, toTaken(groups.length));
    else for (const [at, group] of groups.entries()) add(group || `${wanted}_${at + 1}`, toTaken(at + 1));
    return toAdded(context, added, { after: of });

    function toTaken(group: number): string {
      const args = `${it}, ${quoteText(source)}${group === 0 ? '' : `, ${group}`}`;
      const tidy = (found: string) =>
        what === 'number' ? `regexp_replace(${found}, '^[^+\\-\\d]', '')` : found;
      if (take === 'first') {
        const found = `nullif(${tidy(`regexp_extract(${args})`)}, '')`;
        return what === 'number' && type === 'number'
          ? `TRY_CAST(replace(${found}, ',', '') AS DOUBLE)`
          : found;
      }
      const all = `regexp_extract_all(${args})`;
      const list = what === 'number' ? `list_transform(${all}, lambda part: ${tidy('part')})` : all;
      return take === 'list' ? list : `nullif(array_to_string(${list}, ${toDelimiter(delimiter)}), '')`;
    }
  },
});
