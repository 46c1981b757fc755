import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../src/export/report/toHtml';
import { toBlockWidth, toCssText, toPageStyle } from '../../../src/export/report/style';
import { createTones, withOwnIds } from '../../../src/export/report/tones';
import { chart, look, table, text, toContent } from './content';

const open = (content: Parameters<typeof toContent>[0]) => {
  const html = toHtml(toContent(content));
  return { html, document: parseHTML(html).document };
};
const svg = (color: string, inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"><rect fill="${color}" stroke="none"/>${inside}</svg>`;

describe('a report as a page', () => {
  it('its policy names its style and its script by their sums, and allows nothing else', () => {
    const { document } = open({ blocks: [table([['a']])] });
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const hash = (of: string) =>
      `'sha256-${createHash('sha256').update(document.querySelector(of)!.textContent!).digest('base64')}'`;
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(document.querySelectorAll('style, script').length).toBe(2);
  });

  it('has no script where there is no table, and never a style in an attribute or an address to load', () => {
    const { html, document } = open({ blocks: [text('<p>x</p>'), chart(svg('#fff'))] });
    expect(document.querySelector('script')).toBeNull();
    expect(html).not.toMatch(/script-src|\sstyle=|<link|url\((?!#)/);
  });

  it('everything that people or files say is text', () => {
    const evil = `</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u0000`;
    const { document, html } = open({
      title: evil,
      subtitle: evil,
      author: evil,
      asOf: evil,
      filters: [{ name: evil, value: evil }],
      sources: [evil],
      look: { ...look, header: evil, footer: evil },
      blocks: [
        {
          ...table([[evil]], { caption: evil, sql: evil, warning: evil, note: evil }),
          columns: [{ name: evil, isRight: true, texts: [evil], ranks: [0] }],
        },
        { kind: 'gap', cell: evil, half: false, newPage: false, caption: evil, text: evil },
      ],
    });
    expect(document.querySelectorAll('script').length).toBe(1);
    expect(document.querySelectorAll('img').length).toBe(0);
    expect(document.querySelectorAll('style').length).toBe(1);
    expect(html).not.toMatch(/<img|alert\(1\)<\/script>/);
    expect(document.querySelector('td')!.textContent).toContain('<script>alert(1)</script>');
    expect(document.querySelector('.title')!.textContent).toContain('<script>alert(1)</script>');
  });

  it('halves that follow one another stand side by side, and a page begins before the first of them', () => {
    const half = (more: object = {}) => chart(svg('#fff'), undefined, { half: true, ...more });
    const { document } = open({
      blocks: [half({ newPage: true }), half(), half(), text('<p>x</p>'), half(), half({ newPage: true })],
    });
    const shape = [...document.querySelector('.blocks')!.children].map(({ className, children }) =>
      className.startsWith('pair') ? `${className}: ${children.length}` : className,
    );
    expect(shape).toEqual([
      'pair new-page whole: 2',
      'block chart half',
      'block text',
      'block chart half',
      'block chart half new-page',
    ]);
  });

  it('contents list two levels of headings from the highest that there is', () => {
    const headings = [
      { level: 2, text: 'One', id: 'h-0' },
      { level: 3, text: 'Within', id: 'h-1' },
      { level: 4, text: 'Deep', id: 'h-2' },
      { level: 2, text: '二', id: 'h-3' },
    ];
    const { document } = open({ blocks: [text('', { headings } as never)] });
    const links = [...document.querySelectorAll('.contents a')];
    expect(links.map((link) => `${link.getAttribute('href')} ${link.textContent}`)).toEqual([
      '#h-0 One',
      '#h-1 Within',
      '#h-3 二',
    ]);
    expect(
      open({ blocks: [text('', { headings: headings.slice(0, 1) } as never)] }).document.querySelector(
        '.contents',
      ),
    ).toBeNull();
    expect(
      open({
        look: { ...look, contents: false },
        blocks: [text('', { headings } as never)],
      }).document.querySelector('.contents'),
    ).toBeNull();
  });

  it('SQL stands in notes that are numbered in the order of the page', () => {
    const { document } = open({
      blocks: [
        table([['a']], { sql: 'SELECT 1' }),
        text('<p>x</p>'),
        table([['b']], { sql: 'SELECT 2', caption: 'B' }),
      ],
    });
    expect([...document.querySelectorAll('sup')].map((mark) => mark.textContent)).toEqual(['1', '2']);
    expect([...document.querySelectorAll('.notes pre')].map((note) => note.textContent)).toEqual([
      'SELECT 1',
      'SELECT 2',
    ]);
    expect(document.querySelector('#from-2')!.getAttribute('href')).toBe('#note-2');
  });

  it('twenty cells without rows are under 500 kB', () => {
    const marks = Array.from(
      { length: 60 },
      (_, at) => `<rect x="${at}" fill="#2853c9" y="1.5" width="3"/>`,
    ).join('');
    const blocks = Array.from({ length: 20 }, (_, at) =>
      at % 2 ? chart(svg('#fff', marks), svg('#1a1d22', marks)) : table([['a', 'b']]),
    );
    expect(toHtml(toContent({ blocks })).length).toBeLessThan(200_000);
  });
});

describe('its sheet', () => {
  it('says what stands at the edges of each page, and nothing on a cover', () => {
    const style = toPageStyle({
      ...look,
      header: 'Q1 "draft" </style>',
      cover: true,
      paper: 'letter',
      orientation: 'landscape',
    });
    expect(style).toContain('size:279.4mm 215.9mm');
    expect(style).toContain('@top-left{content:"Q1 \\22 draft\\22  \\3c /style\\3e "');
    expect(style).toContain('counter(page) " / " counter(pages)');
    expect(style).toMatch(/@page:first\{@top-left\{content:none\}/);
    expect(toPageStyle(look)).not.toMatch(/top-left|first/);
    expect(toCssText('a\\b\n')).toBe('"a\\5c b\\a "');
  });

  it('blocks are as wide as the paper leaves room for', () => {
    expect(toBlockWidth(look)).toBe(672);
    expect(toBlockWidth(look, true)).toBe(324);
    expect(toBlockWidth({ ...look, orientation: 'landscape' })).toBe(1001);
    expect(toBlockWidth({ ...look, paper: 'letter' })).toBe(695);
  });
});

describe('pictures in light and dark', () => {
  it('are one picture with variables where only colours differ', () => {
    const tones = createTones();
    const same = '<text fill="#777777">fill="#fff"</text>';
    expect(tones.join(svg('#ffffff', same), svg('#1a1d22', same))).toBe(svg('var(--t0)', same));
    expect(tones.join(svg('#ffffff'), svg('#1a1d22'))).toBe(svg('var(--t0)'));
    expect(tones.join(svg('rgb(1, 2, 3)'), svg('#1a1d22'))).toBe(svg('var(--t1)'));
    expect(tones.toCss('light')).toBe('--t0:#ffffff;--t1:rgb(1, 2, 3)');
    expect(tones.toCss('dark')).toBe('--t0:#1a1d22;--t1:#1a1d22');
  });

  it('are two where more than colours differs', () => {
    expect(createTones().join(svg('#fff', '<g/>'), svg('#000'))).toBeUndefined();
    const { document } = open({ blocks: [chart(svg('#fff', '<g id="a"/>'), svg('#000'))] });
    expect(document.querySelectorAll('.both svg').length).toBe(2);
  });

  it('have ids of their own', () => {
    expect(
      withOwnIds('<g id="p-0"/><rect fill="url(#p-0)"/><use href="#p-0"/><text> id="x"</text>', 'c1'),
    ).toBe('<g id="c1-p-0"/><rect fill="url(#c1-p-0)"/><use href="#c1-p-0"/><text> id="x"</text>');
  });
});
