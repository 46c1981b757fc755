export interface Part {
  text: string;
  isMark: boolean;
}

const UNSEEN = /^\s|\s$|[\n\r\t]/;

/** Whether a text has characters that nobody would see: spaces at its ends, line breaks, tabs. */
export function hasUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

/** The text cut into what is shown as it is and the marks that stand for what cannot be seen. */
export function toParts(text: string): Part[] {
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  const parts: Part[] = [];
  const add = (piece: string, isMark: boolean) => {
    const last = parts.at(-1);
    if (last?.isMark === isMark) last.text += piece;
    else parts.push({ text: piece, isMark });
  };
  for (const { 0: piece, index } of text.matchAll(/\r\n|\n|\r|\t|\s|[^\s]+/g)) {
    if (/^[\n\r]/.test(piece)) add('↵', true);
    else if (piece === '\t') add('→', true);
    else if (/^\s$/.test(piece) && (index < start || index >= end)) add('·', true);
    else add(piece, false);
  }
  return parts;
}
