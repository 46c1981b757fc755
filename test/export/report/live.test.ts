import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../src/export/report/content';
import type { LiveTable } from '../../../src/export/report/live';
import { toHtml } from '../../../src/export/report/toHtml';
import { report as words } from '../../../src/i18n/report.en';
import { chart, table, toContent } from './content';

const amounts = ['5', '1,200', 'missing', '30'];
const live: LiveTable = {
  columns: [
    { name: 'city', kind: 'text', look: '', texts: ['Paris', 'Rome', 'Lima', 'Paris'], ranks: [1, 2, 0, 1] },
    {
      name: 'amount',
      kind: 'number',
      look: 'n',
      texts: amounts,
      raw: ['5', '1200', '', '30'],
      ranks: [0, 2, null, 1],
    },
    {
      name: 'day',
      kind: 'date',
      look: 'd',
      texts: ['2026-01-31', '2026-02-01', '2026-02-02', '2026-03-01'],
      ranks: [0, 1, 2, 3],
    },
  ],
};

function toPage(block: TableBlock): string {
  return toHtml(toContent({ blocks: [block], live: words.file.live }));
}

/** The page with its script run. */
function run(block: TableBlock) {
  const { document, Event } = parseHTML(toPage(block));
  const script = document.querySelector('script:not([type])')!.textContent!;
  const nothing = () => undefined;
  runInNewContext(script, { document, matchMedia: nothing, addEventListener: nothing });
  const find = <E extends Element>(selector: string) => [
    ...document.querySelectorAll<E>(`.live ${selector}`),
  ];
  return {
    document,
    rows: () => find('tbody tr').map((row) => row.children[0]!.textContent),
    said: () => find('[role=status]')[0]!.textContent,
    press: (at: number) => find<HTMLElement>('thead button')[at]!.dispatchEvent(new Event('click')),
    turn: (at: number) => find<HTMLElement>('.live-pages button')[at]!.dispatchEvent(new Event('click')),
    write(selector: string, at: number, text: string) {
      const input = find<HTMLInputElement>(selector)[at]!;
      input.value = text;
      input.dispatchEvent(new Event('input'));
    },
  };
}

const block = table([['Paris'], ['Rome']], { live, caption: 'Orders' });

describe('an interactive page of a report', () => {
  it('names the sum of its script in its policy, and its data are not run', () => {
    const { document } = parseHTML(toPage(block));
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const script = document.querySelector('script:not([type])')!.textContent!;
    const sum = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`default-src 'none'; `);
    expect(policy).toContain(`script-src 'sha256-${sum}';`);
    expect(document.querySelectorAll('script').length).toBe(2);
    expect(script).not.toMatch(
      /innerHTML|insertAdjacent|\beval\b|fetch|XMLHttp|import\(|new Function|https?:/,
    );
  });

  it('has nothing of it where it is not asked for, and the plain table where it is', () => {
    const plain = toHtml(toContent({ blocks: [block] }));
    expect(plain).not.toMatch(/application\/json|live/);
    expect(parseHTML(toPage(block)).document.querySelectorAll('table.rows tbody tr').length).toBe(2);
  });

  it('what people and files say stays a text, also in the data', () => {
    const evil = '</script><script>alert(1)</script><!--\u2028&';
    const column = { name: evil, kind: 'text' as const, look: '', texts: [evil], ranks: [0] };
    const given = table([['a']], { caption: evil, live: { columns: [column], note: evil } });
    const html = toPage(given);
    expect(html.match(/<script/g)!.length).toBe(2);
    const data = /id="live">(.*?)<\/script>/.exec(html)![1]!;
    expect(data).not.toMatch(/[<>&\u2028]/);
    const { document } = run(given);
    expect(document.querySelectorAll('script').length).toBe(2);
    expect(document.querySelector('.live td[dir]')!.textContent).toBe(evil);
  });

  it('searches, filters by column and says how many are found', () => {
    const page = run(block);
    expect(page.rows()).toEqual(['Paris', 'Rome', 'Lima', 'Paris']);
    expect(page.said()).toBe('1–4 of 4');
    page.write('.search', 0, 'PARIS 30');
    expect(page.said()).toBe('1–1 of 1 found (4 in all)');
    page.write('.search', 0, '');
    const filtered = (at: number, asked: string) => {
      page.write('.asks input', at, asked);
      const rows = page.rows();
      page.write('.asks input', at, '');
      return rows;
    };
    expect(filtered(1, '> 5')).toEqual(['Rome', 'Paris']);
    expect(filtered(1, '5 .. 30')).toEqual(['Paris', 'Paris']);
    expect(filtered(1, '<=1,200')).toEqual(['Paris', 'Rome', 'Paris']);
    expect(filtered(1, 'miss')).toEqual(['Lima']);
    expect(filtered(2, '2026-02..')).toEqual(['Rome', 'Lima', 'Paris']);
    expect(filtered(2, '<= 2026-02')).toEqual(['Paris', 'Rome', 'Lima']);
    expect(filtered(0, '> x')).toEqual([]);
    page.write('.asks input', 0, 'nowhere');
    expect(page.said()).toBe('Nothing found');
  });

  it('sorts up and down, and what is missing stays last', () => {
    const page = run(block);
    page.press(1);
    expect(page.rows()).toEqual(['Paris', 'Paris', 'Rome', 'Lima']);
    page.press(1);
    expect(page.rows()).toEqual(['Rome', 'Paris', 'Paris', 'Lima']);
    expect([...page.document.querySelectorAll('.live [aria-sort]')].map((head) => head.textContent)).toEqual([
      'amount',
    ]);
  });

  it('shows twenty rows at a time', () => {
    const texts = Array.from({ length: 45 }, (_, row) => String(row));
    const column = { name: 'n', kind: 'number' as const, look: 'n', texts, ranks: texts.map(Number) };
    const page = run(table([['0']], { live: { columns: [column] } }));
    expect(page.said()).toBe('1–20 of 45');
    page.turn(1);
    expect(page.rows()[0]).toBe('20');
    page.press(0);
    expect(page.said()).toBe('1–20 of 45');
  });

  it('a chart that nothing is known of stays a picture', () => {
    const html = toHtml(toContent({ blocks: [chart('<svg></svg>')], live: words.file.live }));
    expect(html).toContain('"parts":[]');
  });
});
