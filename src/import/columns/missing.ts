/** Words that often mean that a value is missing, in lower case. None is taken for that without being asked. */
const WORDS = new Set(
  (
    'na n/a n.a. n.a #n/a nan null (null) <null> <na> nil none \\n missing - -- --- — –– —— – . ? ?? / ' +
    '#null! #div/0! #value! #ref! #name? #num! 无 無 空 暂无 缺失 缺 未填 不详 未知 k.a. s.o. s/d n/d'
  ).split(' '),
);

export function maybeMissingWord(text: string): string | undefined {
  const word = text.length <= 16 ? text.trim().toLowerCase() : '';
  return WORDS.has(word) ? word : undefined;
}

/**
 * Tells which texts are missing values in a column that is not text: those given, with blanks around them or not. A column
 * of text keeps its blanks, and there only the very texts given are missing.
 */
export function createMissing(missing: readonly string[] = ['']): (text: string) => boolean {
  const texts = new Set(missing.map((text) => text.trim()));
  if (texts.size === 1 && texts.has('')) return (text) => text.trim() === '';
  return (text) => texts.has(text.trim());
}
