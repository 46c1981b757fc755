/** Pairs as OpenCC has them: `头发 頭髮|头里 頭裏`. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
