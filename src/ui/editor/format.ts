import { toTokens } from '../../sql/tokens';

/** The statement laid out anew; undefined where that would change more than its blanks. */
export async function maybeFormat(sql: string): Promise<string | undefined> {
  const { duckdb, formatDialect } = await import('sql-formatter');
  try {
    const formatted = formatDialect(sql, {
      dialect: duckdb,
      tabWidth: 2,
      keywordCase: 'preserve',
      paramTypes: { named: ['$'], numbered: ['$'], positional: true },
    });
    // it has no setting for this
    const short = formatted.replace(/^( *limit)\n +/gim, '$1 ');
    return [short, formatted].find((text) => toWords(text) === toWords(sql));
  } catch (error) {
    // all that it throws is that it cannot read the text
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function toWords(sql: string): string {
  return toTokens(sql)
    .filter(({ kind }) => kind !== 'space')
    .map(({ from, to }) => sql.slice(from, to).trim())
    .join('\n');
}
