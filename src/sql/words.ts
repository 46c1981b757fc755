/** DuckDB 1.4's words that can't name a table without quotes, as `duckdb_keywords()` has them. */

const RESERVED =
  toSet(`all analyse analyze and any array as asc asymmetric both case cast check collate column constraint
  create default deferrable desc describe distinct do else end except false fetch for foreign from group having in initially
  intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary
  qualify references returning select show some summarize symmetric table then to trailing true union unique unpivot using
  variadic when where window with`);

/** Names of functions and types: they may not be aliases either. */
const FUNCTIONAL =
  toSet(`anti asof at authorization binary by collation columns concurrently cross freeze full generated
  glob ilike inner is isnull join left like map natural notnull outer overlaps positional right semi similar struct
  tablesample try_cast unpack verbose`);

/** Words with a grammar of their own when a bracket follows. */
const COLUMNAR =
  toSet(`between bigint bit boolean char character coalesce dec decimal exists extract float grouping
  grouping_id inout int integer interval national nchar none nullif numeric out overlay position precision real row setof
  smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest
  xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`);

/** Of these, the ones after which a value is complete. */
const VALUES = toSet('null true false end isnull notnull');

/** In lower case: whether a word without quotes is a part of the grammar rather than a name. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word) || FUNCTIONAL.has(word);
}

export function needsQuotes(word: string): boolean {
  return isReserved(word) || COLUMNAR.has(word);
}

/** Words that a value follows: what comes after one of them is not an alias. */
export function isBeforeValue(word: string): boolean {
  return (
    (isReserved(word) && !VALUES.has(word)) || word === 'between' || word === 'over' || word === 'escape'
  );
}

export function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
