/** Longer texts are no number or date; a bound also keeps the work on a hostile cell small. */
const LONGEST = 64;

/** A short text as ASCII has it: full-width characters, kinds of blanks, minus signs, apostrophes; no blanks at its ends. */
export function maybeFold(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 126) return text.replace(FOREIGN, toAscii).trim();
  }
  return text.trim();
}

const FOREIGN = /[\uff01-\uff5e\u00a0\u2007\u2009\u202f\u3000\u2212\ufe63\u2019\uffe5\uffe1\uffe6]/g;

function toAscii(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  switch (code) {
    case 0x2212:
    case 0xfe63:
      return '-';
    case 0x2019:
      return "'";
    case 0xffe5:
      return '¥';
    case 0xffe1:
      return '£';
    case 0xffe6:
      return '₩';
    default:
      return ' ';
  }
}
