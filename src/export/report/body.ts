import { escapeHtml } from '../formats/html';
import type { Block, ChartBlock, ReportContent, ReportHeading, TableBlock } from './content';
import { toLookOf } from './fit';
import { withOwnIds } from './tones';

export interface BodyOptions {
  /** A picture as it stands in the page; otherwise the light one. */
  toPicture?: (block: ChartBlock, id: string) => string;
}

/** What stands in a report, as HTML without styles and scripts: the same in the page and in the file. */
export function toBody(content: ReportContent, { toPicture = toLight }: BodyOptions = {}): string {
  const notes: string[] = [];
  const write = (block: Block) => toBlock(block, { notes, toPicture });
  const blocks = group(content.blocks)
    .map((blocks) => (blocks.length > 1 ? toPair(blocks, write) : write(blocks[0]!)))
    .join('\n');
  return [
    content.look.header && `<p class="running top" dir="auto">${escapeHtml(content.look.header)}</p>`,
    toHead(content),
    content.look.contents && toContents(content),
    `<div class="blocks">\n${blocks}\n</div>`,
    notes.length > 0 && toNotes(notes, content),
    content.sources.length > 0 && toSources(content),
    content.look.footer && `<p class="running end" dir="auto">${escapeHtml(content.look.footer)}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function toHead({ look, logo, title, subtitle, author, asOf, filters, words }: ReportContent): string {
  const facts = [author, asOf].filter(Boolean).map((text) => `<span dir="auto">${escapeHtml(text)}</span>`);
  const values = filters.map(
    ({ name, value }) => `<span dir="auto"><b>${escapeHtml(name)}</b> ${escapeHtml(value)}</span>`,
  );
  return [
    `<header class="head${look.cover ? ' cover' : ''}">`,
    logo && `<img class="logo" alt="" src="${escapeHtml(logo)}">`,
    `<h1 class="title" dir="auto">${escapeHtml(title)}</h1>`,
    subtitle && `<p class="subtitle" dir="auto">${escapeHtml(subtitle)}</p>`,
    `<p class="facts">${facts.join('<span aria-hidden="true"> · </span>')}</p>`,
    values.length > 0 && `<p class="filters">${escapeHtml(words.filters)} ${values.join('')}</p>`,
    '</header>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Two levels of headings, counted from the highest that there is. */
export function listContents({ blocks }: Pick<ReportContent, 'blocks'>): {
  top: number;
  shown: ReportHeading[];
} {
  const headings = blocks.flatMap((block) => (block.kind === 'text' ? block.headings : []));
  const top = Math.min(...headings.map(({ level }) => level));
  return { top, shown: headings.filter(({ level }) => level <= top + 1) };
}

function toContents(content: ReportContent): string {
  const { words } = content;
  const { top, shown } = listContents(content);
  if (shown.length < 2) return '';
  const items = shown.map(
    ({ level, text, id }) =>
      `<li${level > top ? ' class="inner"' : ''}><a href="#${id}" dir="auto">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${escapeHtml(words.contents)}"><h2>${escapeHtml(words.contents)}</h2>\n<ol>${items.join('')}</ol></nav>`;
}

/** Halves that follow one another stand side by side. */
export function group(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const joins = block.half && !block.newPage && last?.length === 1 && last[0]!.half;
    if (joins) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function toPair(blocks: readonly Block[], write: (block: Block) => string): string {
  // a page is not begun within a pair, but before it
  const page = blocks[0]!.newPage ? ' new-page' : '';
  const whole = blocks.every(({ kind }) => kind === 'chart') ? ' whole' : '';
  return `<div class="pair${page}${whole}">\n${blocks.map(write).join('\n')}\n</div>`;
}

interface Writing {
  notes: string[];
  toPicture: NonNullable<BodyOptions['toPicture']>;
}

function toBlock(block: Block, { notes, toPicture }: Writing): string {
  const { cell, half, newPage, caption, sql, warning, kind } = block;
  const number = sql === undefined ? 0 : notes.push(sql);
  const mark = number > 0 ? `<sup><a href="#note-${number}" id="from-${number}">${number}</a></sup>` : '';
  const said =
    caption || (mark && kind !== 'text') ? `<span dir="auto">${escapeHtml(caption)}</span>${mark}` : '';
  const inside = [
    // a number alone takes no line from the picture that says its own title
    kind !== 'text' && said && `<figcaption${caption ? '' : ' class="bare"'}>${said}</figcaption>`,
    kind === 'text' && block.html,
    kind === 'chart' && `<div class="picture">${toPicture(block, `c${cell}`)}</div>`,
    kind === 'table' && toTable(block),
    kind === 'gap' && `<p class="nothing">${escapeHtml(block.text)}</p>`,
    kind === 'text' && said && `<p class="caption">${said}</p>`,
    warning && `<p class="warning">${escapeHtml(warning)}</p>`,
  ].filter(Boolean);
  const names = ['block', kind, half && 'half', newPage && 'new-page'].filter(Boolean).join(' ');
  const tag = kind === 'text' ? 'section' : 'figure';
  return `<${tag} class="${names}" data-cell="${escapeHtml(cell)}">\n${inside.join('\n')}\n</${tag}>`;
}

function toLight({ light }: ChartBlock, id: string): string {
  return withOwnIds(light, id);
}

function toTable({ columns, note }: TableBlock): string {
  const classes = columns.map(toLookOf);
  const toClass = (at: number) => (classes[at] ? ` class="${classes[at]}"` : '');
  // a long name is broken where its words end
  const heads = columns.map(
    ({ name }, at) => `<th scope="col"${toClass(at)}>${escapeHtml(name).replaceAll('_', '_<wbr>')}</th>`,
  );
  const count = columns[0]?.texts.length ?? 0;
  const rows = Array.from({ length: count }, (_, row) => {
    const cells = columns.map(({ texts, ranks }, at) => {
      const rank = ranks[row] === undefined ? '' : ` data-r="${ranks[row]}"`;
      return `<td${toClass(at)}${rank} dir="auto">${escapeHtml(texts[row] ?? '')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<div class="wide"><table class="rows">\n<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`,
    `<p class="count">${escapeHtml(note)}</p>`,
  ].join('\n');
}

function toNotes(notes: readonly string[], { words }: ReportContent): string {
  const items = notes.map(
    (sql, at) =>
      `<li id="note-${at + 1}"><pre><code>${escapeHtml(sql)}</code></pre> <a href="#from-${at + 1}" aria-label="${escapeHtml(words.back)}">↩</a></li>`,
  );
  return `<section class="notes"><h2>${escapeHtml(words.notes)}</h2>\n<ol>${items.join('\n')}</ol></section>`;
}

function toSources({ sources, words }: ReportContent): string {
  const items = sources.map((source) => `<li dir="auto">${escapeHtml(source)}</li>`);
  return `<section class="sources"><h2>${escapeHtml(words.sources)}</h2>\n<ul>${items.join('')}</ul></section>`;
}
