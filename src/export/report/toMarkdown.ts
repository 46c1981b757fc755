import { escapeMarkdown as escape } from '../formats/markdown';
import type { Block, ReportContent, TableBlock } from './content';

/** A report as GitHub and most others read it; `images` says under which path a cell's picture lies beside it. */
export function toMarkdown(content: ReportContent, images: ReadonlyMap<string, string>): string {
  const { title, subtitle, author, asOf, filters, blocks, sources, words } = content;
  const notes: string[] = [];
  const parts = [
    `# ${escape(title)}`,
    subtitle && `*${escape(subtitle)}*`,
    [author, asOf].filter(Boolean).map(escape).join(' · '),
    filters.length > 0 &&
      `${escape(words.filters)} ${filters.map(({ name, value }) => `**${escape(name)}** ${escape(value)}`).join(', ')}`,
    ...blocks.map((block) => toBlock(block, images, notes)),
    notes.length > 0 && `## ${escape(words.notes)}`,
    ...notes.map((sql, at) => `[^${at + 1}]:\n${fence(sql).replace(/^/gm, '    ')}`),
    sources.length > 0 && `## ${escape(words.sources)}`,
    sources.map((source) => `- ${escape(source)}`).join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function toBlock(block: Block, images: ReadonlyMap<string, string>, notes: string[]): string {
  const { caption, sql, warning, kind, cell } = block;
  const mark = sql === undefined ? '' : `[^${notes.push(sql)}]`;
  const said = caption || mark ? `**${escape(caption)}**${mark}`.replace('****', '') : '';
  const inside =
    kind === 'text'
      ? block.markdown
      : kind === 'chart'
        ? `![${escape(block.says)}](${images.get(cell) ?? ''})`
        : kind === 'table'
          ? `${toTable(block)}\n\n${escape(block.note)}`
          : `> ${escape(block.text)}`;
  const parts = kind === 'text' ? [inside, said] : [said, inside];
  return [...parts, warning && `> ${escape(warning)}`].filter(Boolean).join('\n\n');
}

function toTable({ columns }: TableBlock): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const count = columns[0]?.texts.length ?? 0;
  return [
    line(columns.map(({ name }) => escape(name))),
    line(columns.map(({ isRight }) => (isRight ? '---:' : '---'))),
    ...Array.from({ length: count }, (_, row) => line(columns.map(({ texts }) => escape(texts[row] ?? '')))),
  ].join('\n');
}

/** Code between more backticks than it has itself. */
function fence(code: string): string {
  const most = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const marks = '`'.repeat(most + 1);
  return `${marks}sql\n${code}\n${marks}`;
}

/** Addresses that can do nothing but be read. */
const HARMLESS = String.raw`https?:|mailto:|#|data:image\/(?:png|jpeg|gif|webp);`;
/**
 * The bracket that would make a link of what stands before it, whose address follows or stands elsewhere (`[a]: …`, also in a quotation).
 * What is before the address is taken whole, by a group that is looked at first.
 */
const LINK = new RegExp(String.raw`\](?=[(:](?=([\s>]*(?:<|&lt;)?))\1(?!${HARMLESS})[^)\s]*[:&])`, 'gi');

/**
 * A person's own Markdown with values in it. Values are text; tags and addresses that could do more than be read are made text too,
 * as whoever shows the file may not refuse them. An address may hide its colon (`&colon;`).
 */
export function toSafeMarkdown(markdown: string): string {
  return markdown
    .replace(
      /<(?=[a-z/!?])(?!(?:https?|mailto):[^\s<>]*>|\/?(?:b|br|del|em|i|ins|kbd|mark|s|small|strong|sub|sup|u|details|summary|hr)\s*\/?>)/gi,
      '&lt;',
    )
    .replace(LINK, '&#93;');
}
