import DOMPurify from 'dompurify';
import type { Config } from 'dompurify';
import { Marked } from 'marked';
import type { Tokens } from 'marked';
import './markdown.css';

export interface MarkdownOptions {
  /** How many characters from an offset are a hole that the page fills; 0 where none begins. */
  readHole?: (markdown: string, from: number) => number;
  /** What a hole begins with. */
  holeStart?: string;
  words: { image: string; imageRefused: string };
}

/** Tags that a person may write, without attributes. */
const WRITTEN_TAGS = 'b br del details em hr i ins kbd mark s small strong sub summary sup u'.split(' ');

/** What a text may hold. No classes and ids: a text must not look like the page around it, nor be taken for a part of it. */
const sanitizing = {
  ALLOWED_TAGS:
    `h1 h2 h3 h4 h5 h6 p br hr strong em b i u s del mark sub sup small kbd abbr code pre blockquote ul ol li
    table thead tbody tr th td a img span div details summary dl dt dd`.split(/\s+/),
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'align', 'start', 'open', 'data-hole', 'data-line'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ADD_URI_SAFE_ATTR: ['align', 'start', 'data-hole', 'data-line'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

/** Pictures that are in the text itself; all others would have to be asked for somewhere. */
const OWN_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;

/** Nobody reads a longer text in a cell, and laying it out would stop the page. */
const LONGEST = 1_000_000;

/** Marks of emphasis in one block. Pairs are looked for in a time that grows by the square: 40,000 took 12 s. */
const MOST_MARKS = 4000;

/**
 * A text laid out, without anything in it that could run, load or submit. A hole is a `span[data-hole]`, a heading has the
 * number of its line. Undefined where the text cannot be laid out.
 */
export function renderMarkdown(markdown: string, options: MarkdownOptions): DocumentFragment | undefined {
  if (markdown.length > LONGEST || isKnotted(markdown)) return undefined;
  const html = maybeHtml(markdown, options);
  if (html === undefined) return undefined;
  const fragment = DOMPurify.sanitize(html, sanitizing);
  for (const link of fragment.querySelectorAll('a')) {
    if (link.hasAttribute('href')) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer' });
    else link.replaceWith(...link.childNodes);
  }
  // the fragment belongs to a document that loads nothing, so what goes now was never asked for
  for (const image of fragment.querySelectorAll('img')) {
    if (!OWN_IMAGE.test(image.getAttribute('src') ?? '')) image.replaceWith(toRefusal(image, options));
  }
  return fragment;
}

function isKnotted(markdown: string): boolean {
  return markdown.split(/\n\s*\n/).some((block) => (block.match(/[*_~]/g)?.length ?? 0) > MOST_MARKS);
}

function maybeHtml(markdown: string, options: MarkdownOptions): string | undefined {
  const marked = createMarked(options);
  try {
    const tokens = marked.lexer(markdown);
    let line = 0;
    for (const token of tokens) {
      if (token.type === 'heading') Object.assign(token, { line });
      line += token.raw.split('\n').length - 1;
    }
    return marked.parser(tokens);
  } catch (error) {
    // thousands of quotes in one another are more than the stack holds
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function createMarked({ readHole, holeStart = '{{' }: MarkdownOptions): Marked {
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => toPlainTags(text),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      heading({ depth, tokens, line }: Tokens.Heading & { line?: number }) {
        const place = line === undefined ? '' : ` data-line="${line}"`;
        return `<h${depth}${place}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  });
  if (!readHole) return marked;
  marked.use({
    extensions: [
      {
        name: 'hole',
        level: 'inline',
        start: (source) => {
          const at = source.indexOf(holeStart);
          return at < 0 ? undefined : at;
        },
        tokenizer(source) {
          const length = readHole(source, 0);
          return length > 0 ? { type: 'hole', raw: source.slice(0, length) } : undefined;
        },
        renderer: ({ raw }) => `<span data-hole="${escapeText(raw)}"></span>`,
      },
    ],
  });
  return marked;
}

function toRefusal(image: HTMLImageElement, { words }: MarkdownOptions): HTMLElement {
  const note = image.ownerDocument.createElement('span');
  note.className = 'markdown-image';
  note.title = words.imageRefused;
  note.textContent = image.alt || words.image;
  return note;
}

/**
 * Tags as a person wrote them, those that are known and without attributes; all else is text. A sanitizer alone is not
 * enough: the browser reports each style and handler to the policy as soon as it reads them.
 */
function toPlainTags(html: string): string {
  return html
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .split(/(<\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?>)/i)
    .map((part, at) => {
      if (at % 2 === 0) return escapeText(part);
      const [, slash = '', tag = ''] = /^<(\/?)([a-z0-9]+)/i.exec(part) ?? [];
      if (tag.toLowerCase() === 'img') return `<img alt="${escapeText(findAlt(part))}">`;
      return WRITTEN_TAGS.includes(tag.toLowerCase()) ? `<${slash}${tag}>` : '';
    })
    .join('');
}

function findAlt(tag: string): string {
  return /\salt=(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? '';
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
