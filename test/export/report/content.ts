import type { Block, ReportContent, TableBlock } from '../../../src/export/report/content';

const base = { half: false, newPage: false, caption: '' };

export const look: ReportContent['look'] = {
  paper: 'a4',
  orientation: 'portrait',
  type: 'sans',
  accent: '#1f5f8b',
  header: '',
  footer: '',
  cover: false,
  contents: true,
};

export function toContent(given: Partial<ReportContent> = {}): ReportContent {
  return {
    lang: 'en',
    title: 'Sales',
    subtitle: '',
    author: '',
    logo: '',
    look,
    asOf: 'As of 1 Mar 2026, 09:00',
    filters: [],
    blocks: [],
    sources: [],
    words: {
      filters: 'Filters:',
      contents: 'Contents',
      notes: 'Notes',
      sources: 'Sources',
      back: 'Back to the text',
    },
    ...given,
  };
}

export function text(html: string, more: Partial<Block> = {}): Block {
  return { ...base, kind: 'text', cell: 't', html, markdown: html, headings: [], ...more } as Block;
}

export function chart(light: string, dark?: string, more: Partial<Block> = {}): Block {
  return { ...base, kind: 'chart', cell: 'c', light, ...(dark && { dark }), says: 'Bars.', ...more } as Block;
}

export function table(rows: readonly (readonly string[])[], more: Partial<TableBlock> = {}): TableBlock {
  const columns = rows[0]!.map((_, at) => ({
    name: `column ${at + 1}`,
    isRight: false,
    texts: rows.map((row) => row[at]!),
    ranks: rows.map((_, row) => row),
  }));
  return { ...base, kind: 'table', cell: 'r', columns, note: 'All rows', ...more };
}
