const ESCAPE = 0x1b;
const DOLLAR = 0x24;
/** The sets JIS C 6226-1978 and JIS X 0208-1983. */
const SETS = [0x40, 0x42];

/** Whether a text without a byte beyond ASCII turns to Japanese characters, as old mails do: ISO-2022-JP. */
export function createIso2022Check() {
  let matched = 0;
  const check = {
    isFound: false,
    push(bytes: Uint8Array): void {
      if (check.isFound) return;
      for (let at = 0; at < bytes.length; at++) {
        if (matched === 0) {
          at = bytes.indexOf(ESCAPE, at);
          if (at < 0) return;
          matched = 1;
        } else if (matched === 1) matched = bytes[at] === DOLLAR ? 2 : Number(bytes[at] === ESCAPE);
        else {
          check.isFound ||= SETS.includes(bytes[at]!);
          matched = Number(bytes[at] === ESCAPE);
        }
      }
    },
  };
  return check;
}
