import { Problem } from '../../lib/problem';
import { isSameName, toPlain } from '../../sql/name';
import { quoteName, quoteText } from '../../sql/quote';
import { toTokens } from '../../sql/tokens';
import { toFamily } from '../../table/column';
import { toExpressionParts } from '../expression';
import { choice, column, columns, expression, list, table, text, value, values } from '../field';
import type { Loose, SettingsOf } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { checkNewName, checkSettings } from '../settings';
import type { StepContext } from '../step';
import { askPattern } from '../shape/groups';
import { toStep } from '../step';
import { findColumn } from '../write';
import { BLANK } from './reading/values';

const rules = ['present', 'type', 'range', 'pattern', 'one-of', 'unique', 'known', 'formula'] as const;
const of =
  (...wanted: (typeof rules)[number][]) =>
  ({ rule }: Loose) =>
    wanted.includes(rule as (typeof rules)[number]);

export const ruleFields = {
  rule: choice(rules),
  column: column({ when: (settings) => !of('formula')(settings) }),
  label: text({ otherwise: '' }),
  type: choice(['number', 'whole', 'date'], { when: of('type') }),
  least: value({ when: of('range') }),
  most: value({ when: of('range') }),
  pattern: text({ is: 'pattern', when: of('pattern') }),
  values: values({ when: of('one-of') }),
  with: columns({ optional: true, when: of('unique') }),
  table: table({ when: of('known') }),
  key: column({ of: 'table', when: of('known') }),
  formula: expression({ when: of('formula') }),
};

const fields = {
  rules: list(ruleFields),
  show: choice(['column', 'broken']),
  name: text({ is: 'name', otherwise: 'broken_rules' }),
};

export type Rule = SettingsOf<typeof ruleFields>;

/** Which rules each row breaks, in a column; or the rows alone that break one. */
export const validate = toStep({
  step: 'validate',
  family: 'clean',
  fields,
  suggest: ({ columns: all, column: name = all[0]?.name ?? '' }) => ({ rules: [{ column: name }] }),

  check({ rules: all, name }, context) {
    for (const rule of all) {
      const wrong = checkRule(rule, context);
      if (wrong) return wrong;
    }
    return checkNewName(context.columns, name);
  },

  ask({ rules: all }) {
    const patterns = all.flatMap(({ rule, pattern }) => (rule === 'pattern' ? [pattern] : []));
    return patterns.length > 0 ? askPattern(...patterns) : undefined;
  },

  make({ rules: all, show, name }, context) {
    const labels = all.map(
      (rule) => `CASE WHEN ${toBroken(rule, context)} THEN ${quoteText(toLabel(rule))} END`,
    );
    const sql = [
      `SELECT *,`,
      `  nullif(concat_ws(', ',\n    ${labels.join(',\n    ')}\n  ), '') AS ${quoteName(name)}`,
      `FROM ${context.from} AS it`,
    ].join('\n');
    const readsTwice = all.some(({ rule }) => rule === 'unique');
    if (show === 'column') return { sql, sameRows: true, readsTwice };
    return { sql: `SELECT *\nFROM (\n${sql}\n)\nWHERE ${quoteName(name)} IS NOT NULL`, readsTwice };
  },
});

/** What keeps a rule from being looked at, as it stands. */
export function findRuleProblem(rule: Rule, context: StepContext): Problem | undefined {
  return checkSettings(ruleFields, rule, context) ?? checkRule(rule, context);
}

/** A query of how many rows break a rule. */
export function toRuleCount(rule: Rule, context: StepContext): string {
  return `SELECT count(*)\nFROM ${context.from} AS it\nWHERE ${toBroken(rule, context)}`;
}

/** What breaks a rule most: values and how many rows have each; of a formula the columns that it reads. */
export function toRuleExamples(rule: Rule, context: StepContext, most: number): string {
  const names =
    rule.rule === 'formula' ? findReadColumns(rule.formula, context) : [rule.column, ...rule.with];
  const shown = names.map((name) => `CAST(it.${quoteName(name)} AS VARCHAR)`);
  const text = `concat_ws(', ', ${shown.length > 1 ? shown.map(toSeen).join(', ') : shown.join('')})`;
  const value = shown.length === 1 ? shown[0]! : text;
  return `SELECT ${value} AS "value", count(*) AS "rows"\nFROM ${context.from} AS it\nWHERE ${toBroken(rule, context)}\nGROUP BY 1\nORDER BY 2 DESC, 1\nLIMIT ${most}`;
}

/** A list of values shows where one of them is missing. */
function toSeen(sql: string): string {
  return `coalesce(${sql}, '–')`;
}

const MOST_READ = 4;

function findReadColumns(sql: string, { columns: all }: StepContext): string[] {
  const words = toTokens(sql).map(({ from, to }) => toPlain(sql.slice(from, to)));
  const read = all.filter(({ name }) => words.some((word) => isSameName(word, name)));
  return (read.length > 0 ? read : all).slice(0, MOST_READ).map(({ name }) => name);
}

function checkRule(rule: Rule, { columns: all }: StepContext): Problem | undefined {
  if (rule.rule === 'formula') {
    const { problem, mayReorder } = toExpressionParts(rule.formula);
    return (
      problem ?? (mayReorder ? new Problem('step-misfit', { params: { why: 'rule-of-a-row' } }) : undefined)
    );
  }
  const found = findColumn(all, rule.column)!;
  if ((rule.rule === 'type' || rule.rule === 'pattern') && toFamily(found.type) !== 'text')
    return new Problem('step-family', { params: { column: found.name, type: found.type } });
  if (rule.rule === 'one-of')
    return rule.values.map((given) => checkGiven(given, found)).find((wrong) => wrong !== undefined);
  if (rule.rule !== 'range') return undefined;
  if (rule.least === '' && rule.most === '')
    return new Problem('step-misfit', { params: { why: 'no-limit' } });
  return [rule.least, rule.most]
    .filter((given) => given !== '')
    .map((given) => checkGiven(given, found))
    .find((wrong) => wrong !== undefined);
}

function toLabel({ label, rule, column: name, formula }: Rule): string {
  if (label !== '') return label;
  return rule === 'formula' ? formula.trim() : `${name} ${rule}`;
}

const FORMS = {
  number: '[-+]?(\\d+([.]\\d*)?|[.]\\d+)([eE][-+]?\\d+)?',
  whole: '[-+]?\\d+',
  date: '\\d{4}-\\d{2}-\\d{2}',
};

/** True where a rule is broken. A missing value breaks none but the one that it must be there. */
function toBroken(rule: Rule, { from, columns: all, tables }: StepContext): string {
  if (rule.rule === 'formula') return `(\n      ${rule.formula.trim()}\n    ) IS FALSE`;
  const found = findColumn(all, rule.column)!;
  const it = `it.${quoteName(found.name)}`;
  switch (rule.rule) {
    case 'present':
      return toFamily(found.type) === 'text' && found.type === 'VARCHAR'
        ? `coalesce(regexp_full_match(${it}, '${BLANK}*'), true)`
        : `${it} IS NULL`;
    case 'type': {
      const form = `NOT regexp_full_match(CAST(${it} AS VARCHAR), '${FORMS[rule.type]}')`;
      return rule.type === 'date'
        ? `(${form} OR ${it} IS NOT NULL AND TRY_CAST(${it} AS DATE) IS NULL)`
        : form;
    }
    case 'range': {
      const limits = [
        ...(rule.least === '' ? [] : [`${it} < ${toGivenSql(rule.least, found)}`]),
        ...(rule.most === '' ? [] : [`${it} > ${toGivenSql(rule.most, found)}`]),
      ];
      return `(${limits.join(' OR ')})`;
    }
    case 'pattern':
      return `NOT regexp_full_match(CAST(${it} AS VARCHAR), ${quoteText(rule.pattern)})`;
    case 'one-of':
      return `${it} NOT IN (${rule.values.map((given) => toGivenSql(given, found)).join(', ')})`;
    case 'unique': {
      const names = [found.name, ...rule.with].map(quoteName);
      if (names.length === 1)
        return `${it} IN (SELECT ${names[0]!} FROM ${from} GROUP BY ALL HAVING count(*) > 1)`;
      const key = (prefix: string) => `(${names.map((name) => `${prefix}${name}`).join(', ')})`;
      const present = names.map((name) => `it.${name} IS NOT NULL`).join(' AND ');
      return `(${present} AND ${key('it.')} IN (SELECT ${key('')} FROM ${from} GROUP BY ${names.join(', ')} HAVING count(*) > 1))`;
    }
    case 'known': {
      const key = findColumn(tables.get(rule.table)!, rule.key)!;
      const text =
        key.type === found.type ? (sql: string) => sql : (sql: string) => `CAST(${sql} AS VARCHAR)`;
      const known = text(quoteName(key.name));
      return `${text(it)} NOT IN (SELECT ${known} FROM ${quoteName(rule.table)} WHERE ${known} IS NOT NULL)`;
    }
  }
}
