import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { toMarkdown, toSafeMarkdown } from '../../../src/export/report/toMarkdown';
import { chart, table, text, toContent } from './content';

describe('a report as Markdown', () => {
  it('has texts, pictures, tables and notes in their order', () => {
    const content = toContent({
      title: 'Sales *2026*',
      subtitle: 'Monthly',
      author: 'Lin',
      filters: [{ name: 'year', value: '2026' }],
      sources: ['orders: orders.csv'],
      blocks: [
        text('## One', { caption: 'said' }),
        chart('<svg/>', undefined, { caption: 'By month' }),
        table([['a|b', '<i>']], { caption: '', sql: 'SELECT `a`\nFROM b' }),
        { kind: 'gap', cell: 'g', half: false, newPage: false, caption: '', text: 'Nothing here.' },
      ],
    });
    expect(toMarkdown(content, new Map([['c', 'images/by-month.png']]))).toBe(`# Sales \\*2026\\*

*Monthly*

Lin · As of 1 Mar 2026, 09:00

Filters: **year** 2026

## One

**said**

**By month**

![Bars.](images/by-month.png)

[^1]

| column 1 | column 2 |
| --- | --- |
| a\\|b | &lt;i&gt; |

All rows

> Nothing here.

## Notes

[^1]:
    \`\`\`sql
    SELECT \`a\`
    FROM b
    \`\`\`

## Sources

- orders: orders.csv
`);
  });

  it('code with backticks stays one block', () => {
    const content = toContent({ blocks: [table([['a']], { sql: '```\nx' })] });
    expect(toMarkdown(content, new Map())).toContain('    ````sql\n    ```\n    x\n    ````');
  });

  it('a text keeps its marks, and nothing in it can run or lead astray', () => {
    expect(
      toSafeMarkdown('a <b>b</b> <br/> 1 < 2 **c** [d](https://e.org) ![f](data:image/png;base64,AA)'),
    ).toBe('a <b>b</b> <br/> 1 < 2 **c** [d](https://e.org) ![f](data:image/png;base64,AA)');
    expect(toSafeMarkdown('<script>x</script> <b onclick=x>y</b> <!-- z --> <JavaScript:x>')).toBe(
      '&lt;script>x&lt;/script> &lt;b onclick=x>y</b> &lt;!-- z --> &lt;JavaScript:x>',
    );
    expect(toSafeMarkdown('[a](javascript:x) [b](<data:text/html,x>) ![c](file:///d)\n[r]: vbscript:x')).toBe(
      '[a&#93;(javascript:x) [b&#93;(&lt;data:text/html,x>) ![c&#93;(file:///d)\n[r&#93;: vbscript:x',
    );
    const kept = '[a](<https://e.org>) <https://e.org> [b]\n\n> [b]:\n> https://e.org';
    expect(toSafeMarkdown(kept)).toBe(kept);
    expect(toSafeMarkdown('[a](b.md) [c](#d) [e](mailto:f@g.org)')).toBe(
      '[a](b.md) [c](#d) [e](mailto:f@g.org)',
    );
  });

  it.each([
    '[a](javascript:alert(1))',
    '<https: onclick="javascript:alert(1)">a',
    '[a](\n  JavaScript:alert(1) "title")',
    '[a](javascript&colon;alert(1))',
    '[a](java&#115;cript:alert(1))',
    '[a](<javascript:alert(1)>)',
    '[a\\](javascript:alert(1))',
    '[a [b]](javascript:alert(1))',
    '[![a](javascript:b)](javascript:alert(1))',
    '[r][]\n\n[r]: javascript:alert(1)',
    '> [r]\n>\n> [r]:\n> javascript:alert(1)',
    '[a\\]b]\n\n[a\\]b]: <javascript:alert(1)>',
  ])('what would run is no link but the text that was written: %s', (markdown) => {
    const html = marked.parse(toSafeMarkdown(markdown), { async: false });
    expect(html).not.toMatch(/<(?:a|img)\b/);
    expect(html).toMatch(/script/i);
  });
});
