import { Problem } from '../lib/problem';
import { isSameName } from '../sql/name';
import { findReferences } from '../sql/references';
import { toTokens } from '../sql/tokens';

const AGGREGATES = new Set(
  (
    'any_value approx_count_distinct approx_quantile approx_top_k arbitrary arg_max arg_max_null arg_min arg_min_null argmax argmin ' +
    'array_agg avg bit_and bit_or bit_xor bitstring_agg bool_and bool_or corr count count_if countif covar_pop covar_samp entropy ' +
    'favg first fsum group_concat histogram histogram_exact kahan_sum kurtosis kurtosis_pop last list listagg mad max max_by mean ' +
    'median min min_by mode product quantile quantile_cont quantile_disc regr_avgx regr_avgy regr_count regr_intercept regr_r2 ' +
    'regr_slope regr_sxx regr_sxy regr_syy reservoir_quantile sem skewness stddev stddev_pop stddev_samp string_agg sum ' +
    'sum_no_overflow sumkahan var_pop var_samp variance'
  ).split(' '),
);
const ROWS = new Set(['unnest', 'generate_subscripts']);

/** What a piece of SQL holds that the step around it must know. */
export interface ExpressionParts {
  problem?: Problem;
  /** Windows and queries, after which the engine may give rows in another order. */
  mayReorder: boolean;
  /** How often it reads the table so far by a query of its own. */
  reads: number;
}

/** Looks at a piece of SQL that is to give one value for each row. */
export function toExpressionParts(sql: string): ExpressionParts {
  const tokens = toTokens(sql)
    .filter(({ kind }) => kind !== 'space' && kind !== 'comment')
    .map(({ kind, from, to }) => ({ kind, text: sql.slice(from, to).toLowerCase() }));
  const texts = tokens.map(({ text }) => text);
  const reads = findReferences(`SELECT ${sql}`).tables.filter(
    ({ name, schema }) => !schema && isSameName(name, 'this'),
  ).length;
  const mayReorder = texts.includes('over') || texts.includes('select') || texts.includes('from');
  const problem = findProblem();
  return { mayReorder, reads, ...(problem && { problem }) };

  function findProblem(): Problem | undefined {
    if (tokens.length === 0) return new Problem('step-required', { params: { setting: 'formula' } });
    const open: number[] = [];
    // a query in brackets may hold aggregates and rows of its own
    const queries = new Set<number>();
    for (const [at, text] of texts.entries()) {
      if (/^[([{]$/.test(text)) {
        open.push(at);
        if (/^(select|from|with)$/.test(texts[at + 1] ?? '')) queries.add(at);
      } else if (/^[)\]}]$/.test(text) && open.pop() === undefined) return toSyntax(text);
      else if (text === ';' || (text === ',' && open.length === 0)) return toMisfit('formula-several', text);
      if (open.some((place) => queries.has(place)) || texts[at + 1] !== '(') continue;
      if (ROWS.has(text)) return toMisfit('formula-rows', text);
      if (text === 'columns') return toMisfit('formula-several', text);
      if (AGGREGATES.has(text) && !isWindow(at + 1)) return toMisfit('formula-aggregate', text);
    }
    return open.length > 0 ? toSyntax('(') : undefined;
  }

  function isWindow(at: number): boolean {
    const end = findEnd(at);
    if (texts[end + 1] === 'filter' && texts[end + 2] === '(') return texts[findEnd(end + 2) + 1] === 'over';
    return texts[end + 1] === 'over';
  }

  function findEnd(at: number): number {
    let depth = 0;
    for (let end = at; end < texts.length; end++) {
      if (texts[end] === '(') depth++;
      if (texts[end] === ')' && --depth === 0) return end;
    }
    return texts.length;
  }
}

function toMisfit(why: string, name: string): Problem {
  return new Problem('step-misfit', { params: { why, name } });
}

function toSyntax(detail: string): Problem {
  return new Problem('sql-syntax', { params: { detail } });
}
