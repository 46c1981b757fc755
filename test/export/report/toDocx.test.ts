import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { DocxPicture } from '../../../src/export/report/docx/pen';
import { toDocx } from '../../../src/export/report/toDocx';
import { toWidths } from '../../../src/export/report/fit';
import { checkOrder, checkXml } from './wordXml';
import { chart, look, table, text, toContent } from './content';

const parse = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
const picture = (width: number, height: number): DocxPicture => ({
  png: new Uint8Array([1, 2, 3]),
  width,
  height,
});

/** The parts of a document as texts, each looked through: it is XML, in Word's own order, and refers only to what there is. */
function write(
  content: Parameters<typeof toContent>[0],
  pictures: ReadonlyMap<string, DocxPicture> = new Map(),
): Record<string, string> {
  const parts = toDocx(toContent(content), { pictures, parse, date: new Date('2026-03-04T05:06:07Z') });
  const texts = Object.fromEntries(
    parts.map(({ path, bytes }) => [path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]),
  );
  for (const [path, xml] of Object.entries(texts)) {
    if (path.endsWith('.png')) continue;
    checkXml(xml);
    checkOrder(xml);
  }
  const relations = texts['word/_rels/document.xml.rels']!;
  const ids = [...relations.matchAll(/ Id="(rId\d+)"/g)].map(([, id]) => id);
  for (const [, id] of texts['word/document.xml']!.matchAll(/ r:(?:id|embed)="([^"]*)"/g))
    expect(ids).toContain(id);
  for (const [, target] of relations.matchAll(/ Target="([^"]*)"\/>/g))
    expect(Object.keys(texts)).toContain(`word/${target}`);
  return texts;
}

const body = (content: Parameters<typeof toContent>[0], pictures?: ReadonlyMap<string, DocxPicture>) =>
  write(content, pictures)['word/document.xml']!;
/** What is read, a paragraph a line: its style and its text. */
const read = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside]) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(inside!)?.[1] ?? '';
    const said = [...inside!.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '/');
    return `${style}: ${said.join('')}`;
  });

describe('a report as a document of Word', () => {
  it('has its title, facts, texts, tables, what is missing and its sources in their order', () => {
    const xml = body({
      subtitle: 'Monthly',
      author: 'Lin',
      filters: [
        { name: 'year', value: '2026' },
        { name: 'city', value: 'Rome' },
      ],
      sources: ['orders: orders.csv'],
      blocks: [
        text('<h2>One</h2><p>All of it.</p>', { caption: 'said' }),
        table([['a', 'b']], { caption: 'Rows', warning: 'Old.' }),
        { kind: 'gap', cell: 'g', half: false, newPage: false, caption: '', text: 'Nothing here.' },
      ],
    });
    expect(read(xml)).toEqual([
      'Title: Sales',
      'Subtitle: Monthly',
      'Facts: Lin · As of 1 Mar 2026, 09:00',
      'Facts: Filters: year 2026  ·  city Rome',
      'HeadEnd: ',
      'Heading2: One',
      ': All of it.',
      'Below: said',
      'Caption: Rows',
      'TableHead: column 1',
      'TableHead: column 2',
      'TableText: a',
      'TableText: b',
      'Below: All rows',
      'Warning: Old.',
      'Missing: Nothing here.',
      'Sources: Sources',
      'Source: orders: orders.csv',
    ]);
  });

  it('whatever people or data say is text, without signs that XML does not have', () => {
    const evil = `</w:t><w:br/>&amp;<![CDATA[ \u0000\u0007\u001b\u0085\ufffe\ud800 "' 😀\r\nnext`;
    const texts = write(
      {
        title: evil,
        subtitle: evil,
        author: evil,
        asOf: evil,
        filters: [{ name: evil, value: evil }],
        sources: [evil],
        look: { ...look, header: evil, footer: evil, accent: evil },
        blocks: [
          table([[evil]], { caption: evil, sql: evil, warning: evil, note: evil }),
          chart('<svg/>', undefined, { cell: 'c', says: evil, caption: evil } as never),
        ],
      },
      new Map([['c', picture(10, 10)]]),
    );
    const document = texts['word/document.xml']!;
    expect(document).toContain('&#60;/w:t&#62;&#60;w:br/&#62;&#38;amp;&#60;![CDATA[ \ufffd "\' 😀');
    expect(document).toContain('<w:br/><w:t xml:space="preserve">next</w:t>');
    for (const part of ['header', 'footer', 'footnotes'])
      expect(texts[`word/${part}.xml`]).toContain('CDATA[ \ufffd');
    expect(texts['word/styles.xml']).not.toContain('CDATA');
  });

  it('a text keeps its marks, lists count by themselves, and a link leads to the web or to a letter only', () => {
    const texts = write({
      blocks: [
        text(
          '<p><strong>b</strong><em>i</em><del>s</del><sup>2</sup><code>c</code> 中“文”<br>x</p>' +
            '<ul><li>dot<ol start="3"><li>three</li></ol></li><li><p>first</p><p>second</p></li></ul><ol><li>one</li></ol>' +
            '<p><a href="https://e.org/a b?c=&quot;|">web</a> <a href="https://e.org/a b?c=&quot;|">again</a> <a href="mailto:a@e.org">letter</a>' +
            '<a href="javascript:alert(1)">no</a><a href="file:///x">file</a></p>' +
            '<blockquote><p>said</p></blockquote><pre><code>a\n\tb</code></pre><hr>',
        ),
      ],
    });
    const xml = texts['word/document.xml']!;
    for (const mark of ['<w:b/><w:bCs/>', '<w:i/><w:iCs/>', '<w:strike/>', 'w:val="superscript"', '"Code"'])
      expect(xml).toContain(mark);
    expect(xml).toContain('<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve"> 中“文”');
    const lists = [...xml.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"\/>.*?<w:t [^>]*>(\w+)/g)];
    expect(lists.map(([, level, number, said]) => `${level} ${number} ${said}`)).toEqual([
      '0 1 dot',
      '1 2 three',
      '0 1 first',
      '0 3 one',
    ]);
    expect(texts['word/numbering.xml']).toContain(
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/>',
    );
    const links = [...texts['word/_rels/document.xml.rels']!.matchAll(/Target="([^"]*)" TargetMode/g)];
    expect(links.map(([, address]) => address)).toEqual(['https://e.org/a%20b?c=%22%7C', 'mailto:a@e.org']);
    expect(xml.match(/<w:hyperlink /g)).toHaveLength(3);
    expect(read(xml).slice(-3)).toEqual(['Quote: said', 'CodeBlock: a/b', 'Rule: ']);
  });

  it('heads of a table come again on each page, and numbers stand at the right', () => {
    const rows = table([['a', '1']]);
    const xml = body({
      blocks: [
        {
          ...rows,
          columns: rows.columns.map((column, at) => ({ ...column, isRight: at === 1 })),
        },
      ],
    });
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(
      [...xml.matchAll(/<w:jc w:val="right"\/><\/w:pPr><w:r><w:t [^>]*>([^<]*)/g)].map(([, said]) => said),
    ).toEqual(['column 2', '1']);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width)).toBe(672 * 15);
  });

  it('pictures lie in it once and say what they show; what is too large is made smaller', () => {
    const texts = write(
      {
        logo: 'data:x',
        blocks: [
          text(
            '<p><img src="data:y" alt="own"><img src="data:y" alt="again"><img src="data:z" alt="lost"></p>',
          ),
          chart('<svg/>', undefined, { says: 'Bars "of" <all>.' } as never),
        ],
      },
      new Map([
        ['data:x', picture(220, 72)],
        ['data:y', picture(6720, 100)],
        ['c', picture(696, 400)],
      ]),
    );
    expect(Object.keys(texts).filter((path) => path.endsWith('.png'))).toHaveLength(3);
    const xml = texts['word/document.xml']!;
    const sizes = [
      ...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:docPr id="(\d)" name="[^"]*" descr="([^"]*)"/g),
    ];
    expect(sizes.map(([, ...said]) => said.join(' '))).toEqual([
      `${220 * 9525} ${72 * 9525} 1 `,
      `${672 * 9525} ${10 * 9525} 2 own`,
      `${672 * 9525} ${10 * 9525} 3 again`,
      `${696 * 9525} ${400 * 9525} 4 Bars &#34;of&#34; &#60;all&#62;.`,
    ]);
    expect(read(xml).join()).toContain('lost');
  });

  it('SQL stands in footnotes of Word’s own', () => {
    const texts = write({
      blocks: [
        table([['a']], { sql: 'SELECT 1\n  FROM x', caption: 'A' }),
        table([['b']], { sql: 'SELECT 2' }),
      ],
    });
    const marks = [...texts['word/document.xml']!.matchAll(/<w:footnoteReference w:id="(\d+)"/g)];
    expect(marks.map(([, id]) => id)).toEqual(['1', '2']);
    expect(read(texts['word/footnotes.xml']!).slice(2)).toEqual([
      'FootnoteText:  SELECT 1/  FROM x',
      'FootnoteText:  SELECT 2',
    ]);
  });

  it('contents are Word’s own and lead to the headings; a heading alone needs none', () => {
    const headings = [
      { level: 2, text: 'One', id: 'h-0' },
      { level: 3, text: 'Within', id: 'h-1' },
    ];
    const html = '<h2 id="h-0">One</h2><h3 id="h-1">Within</h3>';
    const xml = body({ blocks: [text(html, { headings } as never)] });
    expect(xml).toContain('TOC \\o "2-3" \\h \\z');
    expect(read(xml)).toEqual(expect.arrayContaining(['TOCHeading: Contents', 'TOC2: One', 'TOC3: Within']));
    for (const name of ['_Toc1', '_Toc2']) {
      expect(xml).toContain(`w:anchor="${name}"`);
      expect(xml).toContain(`w:name="${name}"`);
    }
    expect(xml.match(/fldCharType="(?:begin|end)"/g)).toHaveLength(2);
    for (const given of [
      { blocks: [text(html, { headings: headings.slice(0, 1) } as never)] },
      { look: { ...look, contents: false }, blocks: [text(html, { headings } as never)] },
    ])
      expect(body(given)).not.toContain('TOC');
  });

  it('halves stand side by side, and a page begins once', () => {
    const half = (more: object = {}) => chart('<svg/>', undefined, { half: true, ...more });
    const pictures = new Map([['c', picture(348, 200)]]);
    const xml = body(
      { blocks: [half({ newPage: true }), half(), text('<p>x</p>', { newPage: true }), half()] },
      pictures,
    );
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml.match(/<w:tc>/g)).toHaveLength(2);
    expect(xml.match(/"NewPage"/g)).toHaveLength(2);
    // a cell ends with a paragraph, or Word refuses the file
    expect(body({ blocks: [{ ...table([['a']]), half: true }, half()] }, pictures)).not.toMatch(
      /<\/w:tbl><\/w:tc>/,
    );
  });

  it('the sheet is as large and lies as it is wanted, and a cover has one of its own without page numbers', () => {
    expect(body({})).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    const xml = body({ look: { ...look, paper: 'letter', orientation: 'landscape', cover: true } });
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections).toHaveLength(2);
    expect(sections[0]).not.toContain('Reference');
    expect(sections[1]).toMatch(/headerReference.*footerReference/);
    for (const section of sections)
      expect(section).toContain('<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>');
    const texts = write({ look: { ...look, header: 'Acme', footer: 'Internal' } });
    expect(read(texts['word/header.xml']!)).toEqual(['Running: Acme']);
    expect(texts['word/footer.xml']).toMatch(/Internal.*<w:tab\/>.* PAGE .* NUMPAGES /);
  });

  it('letters, colour and language are those of the report, and Chinese has a font of its own', () => {
    const styles = write({ lang: 'zh', look: { ...look, type: 'serif', accent: '#a1b2c3' } })[
      'word/styles.xml'
    ]!;
    expect(styles).toContain('w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="SimSun"');
    expect(styles).toContain('<w:color w:val="A1B2C3"/>');
    expect(styles).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"');
    expect(write({})['word/styles.xml']).toContain('w:eastAsia="Microsoft YaHei"');
  });
});

describe('the widths of columns', () => {
  const column = (name: string, texts: readonly string[]) => ({ name, texts, isRight: false });
  const sum = (widths: readonly number[]) => Math.round(widths.reduce((all, width) => all + width, 0));

  it('fill the room, and longer texts have more of it', () => {
    const [short, long] = toWidths(
      [column('a', ['x']), column('b', ['two words and more'.repeat(9)])],
      600,
    ) as [number, number];
    expect(sum([short, long])).toBe(600);
    expect(short).toBeGreaterThan(20);
    expect(long).toBeGreaterThan(short * 5);
  });

  it('are shared alike where there is too little, and by what is written where there is enough', () => {
    const words = 'a'.repeat(20);
    expect(toWidths([column(words, []), column(words, [])], 100)).toEqual([50, 50]);
    expect(toWidths([column('a', []), column('a', [])], 100)).toEqual([50, 50]);
    expect(sum(toWidths([column('a', []), column('abcdef', [])], 500))).toBe(500);
  });
});
