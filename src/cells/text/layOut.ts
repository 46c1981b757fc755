import { localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CellState } from '../../run/state';
import { renderMarkdown } from '../../ui/markdown';
import { findParts, readPart } from './compile/parts';
import { isFormat, toValueText } from './format';

/** A text laid out, with holes where its values belong; undefined where it cannot be. */
export function layOut(markdown: string): DocumentFragment | undefined {
  return renderMarkdown(markdown, {
    readHole: (markdown, from) => (readPart(markdown, from)?.to ?? from) - from,
    words: { image: t('texts.image'), imageRefused: t('texts.imageRefused') },
  });
}

/** Puts the value into a hole: as text, whatever it holds. */
export function fillHole(hole: HTMLElement, state: CellState): void {
  const { kind, text, title } = toFilling(hole.dataset['hole'] ?? '', state);
  hole.className = `text-value ${kind}`;
  hole.textContent = text;
  hole.title = title;
}

/** The text as it is written, with its values in place of their names, each made what Markdown takes for a text. */
export function fillMarkdown(markdown: string, state: CellState, escape: (text: string) => string): string {
  return findParts(markdown).reduceRight(
    (done, { from, to }) =>
      done.slice(0, from) + escape(toFilling(markdown.slice(from, to), state).text) + done.slice(to),
    markdown,
  );
}

interface Filling {
  kind: 'known' | 'old' | 'pending' | 'unknown';
  text: string;
  /** What a person is told who points at it. */
  title: string;
}

/** What stands in place of `{{total.revenue}}`. */
function toFilling(written: string, { status, fetched }: CellState): Filling {
  const part = readPart(written, 0);
  const at = part ? (fetched?.columns.findIndex(({ name }) => name === part.key) ?? -1) : -1;
  const isOld = status !== 'done';
  if (!part) return { kind: 'unknown', text: written, title: '' };
  if (part.format !== undefined && !isFormat(part.format))
    return { kind: 'unknown', text: written, title: t('texts.unknownFormat', part.format) };
  if (at >= 0) {
    const words = { missing: t('grid.missing'), yes: t('grid.yes'), no: t('grid.no') };
    const value = fetched!.values[at]?.[0] ?? null;
    const { format } = part;
    const text = toValueText(value, fetched!.columns[at]!, { locale: localeTag(), words, format });
    return { kind: isOld ? 'old' : 'known', text, title: written };
  }
  if (isOld) return { kind: 'pending', text: '…', title: t('texts.pending', written) };
  return { kind: 'unknown', text: written, title: t('texts.unknown', written.slice(2, -2).trim()) };
}
