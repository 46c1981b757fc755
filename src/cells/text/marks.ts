/** A text that is being written, and what is selected in it. */
export interface Draft {
  text: string;
  from: number;
  to: number;
}

/** Puts marks around what is selected, `**` for one, or takes them away. */
export function toggleAround({ text, from, to }: Draft, mark: string): Draft {
  const size = mark.length;
  const isIn = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark;
  if (isIn && !isLonger(text, from - size, mark)) {
    return {
      text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size),
      from: from - size,
      to: to - size,
    };
  }
  return {
    text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to),
    from: from + size,
    to: to + size,
  };
}

/** Puts a mark before every line that is selected, `- ` for one, or takes it away where all have it. */
export function toggleLines({ text, from, to }: Draft, mark: string): Draft {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', Math.max(to, start));
  const end = next < 0 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const isMarked = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join('\n');
  const by = isMarked ? -mark.length : mark.length;
  return {
    text: text.slice(0, start) + changed + text.slice(end),
    from: Math.max(start, from + by),
    to: to + changed.length - (end - start),
  };
}

/** The next of `#`, `##`, `###` and none, for the line in which the selection begins. */
export function cycleHeading({ text, from, to }: Draft): Draft {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const marks = /^(#{1,6}) /.exec(text.slice(start, start + 8))?.[0] ?? '';
  const next = marks.length > 3 ? '' : marks === '' ? '# ' : `#${marks}`;
  const by = next.length - marks.length;
  return {
    text: text.slice(0, start) + next + text.slice(start + marks.length),
    from: Math.max(start, from + by),
    to: Math.max(start, to + by),
  };
}

export function insert({ text, from, to }: Draft, words: string): Draft {
  const at = from + words.length;
  return { text: text.slice(0, from) + words + text.slice(to), from: at, to: at };
}

/** `*` within `**` is not the same mark. */
function isLonger(text: string, at: number, mark: string): boolean {
  return mark.length === 1 && text[at - 1] === mark && text[at - 2] !== mark;
}
