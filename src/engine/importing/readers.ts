/** The readers of files that not everybody has, each loaded when the first such file comes. */

export const loadJsonReader = async () => (await import('../../import/json/fromJson')).fromJson;

export async function loadColumnReader(kind: 'parquet' | 'arrow') {
  if (kind === 'parquet') return (await import('../../import/parquet/fromParquet')).fromParquet;
  return (await import('../../import/arrow/fromArrow')).fromArrow;
}
