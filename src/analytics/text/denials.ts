/** Words that deny what follows. By themselves they say nothing of what a text is about; in a phrase they say what is wrong. */
export const denials: ReadonlySet<string> = new Set(
  `
  not no never none nobody nothing neither nor cannot without hardly
  不 没 沒 没有 沒有 未 无 無 别 別 莫 甭 非 不是 不会 不會 不能 不够 不夠 不太 并不 並不 毫无 毫無 没什么 沒什麼
  也不 都不 还不 還不 从不 從不 绝不 絕不 就不 又不 也没 也沒 都没 都沒 还没 還沒 从未 從未 并没有 並沒有 还没有 還沒有
  `
    .trim()
    .split(/\s+/),
);

export function isDenial(word: string): boolean {
  return denials.has(word) || word.endsWith("n't");
}
