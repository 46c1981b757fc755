/** Words for yes and no that stand for each other. */
export const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['on', 'off'],
  ['是', '否'],
  ['有', '无'],
  ['有', '無'],
  ['对', '错'],
  ['真', '假'],
  ['✓', '✗'],
  ['✔', '✘'],
  ['√', '×'],
  ['ja', 'nein'],
  ['ja', 'nee'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['si', 'no'],
  ['sì', 'no'],
  ['sim', 'não'],
  ['wahr', 'falsch'],
  ['vrai', 'faux'],
  ['はい', 'いいえ'],
];

const WORDS = new Set(PAIRS.flat());

/** A word for yes or no as the pairs have it. */
export function maybeYesNo(text: string): string | undefined {
  if (text.length > 16) return undefined;
  const word = text.trim().toLowerCase();
  return WORDS.has(word) ? word : undefined;
}
