export interface Stretch {
  from: number;
  to: number;
}

const FENCE = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*(`{3,}|~{3,})(.*)$/;

/** Where a text of Markdown is code: between fences, and between backticks within a paragraph. */
export function findCode(markdown: string): Stretch[] {
  const { fences, paragraphs } = findBlocks(markdown);
  const spans = paragraphs.flatMap((paragraph) => findSpans(markdown, paragraph));
  return [...fences, ...spans].sort((a, b) => a.from - b.from);
}

/** Code between fences, and the stretches without a blank line between. */
export function findBlocks(markdown: string): { fences: Stretch[]; paragraphs: Stretch[] } {
  const fences: Stretch[] = [];
  const paragraphs: Stretch[] = [];
  let fence: { mark: string; from: number } | undefined;
  let isOpen = false;
  for (const { from, to } of findLines(markdown)) {
    const text = markdown.slice(from, to);
    const [, mark = '', info = ''] = FENCE.exec(text) ?? [];
    if (fence) {
      if (!mark.startsWith(fence.mark) || info.trim() !== '') continue;
      fences.push({ from: fence.from, to });
      fence = undefined;
    } else if (mark && !(mark.startsWith('`') && info.includes('`'))) {
      fence = { mark, from };
      isOpen = false;
    } else if (text.trim() === '') isOpen = false;
    else if (isOpen) paragraphs.at(-1)!.to = to;
    else {
      paragraphs.push({ from, to });
      isOpen = true;
    }
  }
  if (fence) fences.push({ from: fence.from, to: markdown.length });
  return { fences, paragraphs };
}

/** Lines without their ends. */
export function* findLines(text: string): Generator<Stretch> {
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield { from, to };
    from = to + 1;
  }
}

/** Backticks open what the next run of as many closes; a run that nothing closes is plain text. */
function findSpans(markdown: string, { from, to }: Stretch): Stretch[] {
  const runs = [...markdown.slice(from, to).matchAll(/\\.|`+/gs)].filter(([run]) => run.startsWith('`'));
  const bySize = new Map<number, number[]>();
  for (const [n, run] of runs.entries()) {
    const same = bySize.get(run[0].length);
    if (same) same.push(n);
    else bySize.set(run[0].length, [n]);
  }
  for (const same of bySize.values()) same.reverse();
  const found: Stretch[] = [];
  for (let n = 0; n < runs.length; n++) {
    const same = bySize.get(runs[n]![0].length)!;
    while (same.length > 0 && same.at(-1)! <= n) same.pop();
    const closing = same.at(-1);
    if (closing === undefined) continue;
    found.push({ from: from + runs[n]!.index, to: from + runs[closing]!.index + runs[closing]![0].length });
    n = closing;
  }
  return found;
}
