import { describe, expect, it } from 'vitest';
import { findParts, readPart, toPart } from '../../../src/cells/text/compile/parts';

const find = (markdown: string) =>
  findParts(markdown).map(({ key, format }) => (format === undefined ? key : `${key} | ${format}`));

describe('the values in a text', () => {
  it('are names, and columns of names', () => {
    expect(find('{{since}} {{ total.Revenue }} {{"my cell"."the ""big"" one"}} {{客户.姓名}}')).toEqual([
      '"since"',
      '"total"."revenue"',
      '"my cell"."the ""big"" one"',
      '"客户"."姓名"',
    ]);
  });

  it('may have a format after a bar, which a table keeps by a backslash', () => {
    expect(find('{{ a.b | 0.00 }} {{a|percent}} | {{a \\| date}} |')).toEqual([
      '"a"."b" | 0.00',
      '"a" | percent',
      '"a" | date',
    ]);
  });

  it.each([
    '{{}}',
    '{{ }}',
    '{{a b}}',
    '{{a.}}',
    '{{a.b.c}}',
    '{{1}}',
    '{ {a}}',
    '{{a}',
    '{{"a}}',
    '{{a\n}}',
  ])('are not what only looks like one: %s', (markdown) => expect(find(markdown)).toEqual([]));

  it('stay as they are written in code and after a backslash', () => {
    expect(
      find(
        '`{{a}}` ``{{b}} ` {{c}}`` {{d}} \\{{e}} \\\\{{f}}\n\n```sql\n{{g}}\n```\n> ~~~\n> {{h}}\n> ~~~\n{{i}}',
      ),
    ).toEqual(['"d"', '"f"', '"i"']);
  });

  it('are found where a backtick opens nothing', () => {
    expect(find('a ` b {{c}}\n\n` {{d}}')).toEqual(['"c"', '"d"']);
  });

  it('are not found in a fence that is never closed', () => {
    expect(find('{{a}}\n```\n{{b}}\n')).toEqual(['"a"']);
  });

  it('say where their names stand', () => {
    const markdown = 'From {{ "my cell" . }} to {{ total.revenue }}';
    const [part] = findParts(markdown);
    expect(markdown.slice(part!.name.from, part!.name.to)).toBe('total');
    expect(markdown.slice(part!.column!.from, part!.column!.to)).toBe('revenue');
    expect(markdown.slice(readPart(markdown, markdown.indexOf('{{ t'))!.to)).toBe('');
  });

  it('are none in a hostile text', () => {
    for (const hostile of ['{{', '{{"', '{{a.', '`', '``` ', '> ', '\\', '{{a|'])
      expect(find(hostile.repeat(50_000))).toEqual([]);
  });
});

it('a value is written so that it is read again', () => {
  for (const [name, column] of [['since'], ['my cell', 'the "big" one'], ['客户', '姓名'], ['1st', 'x']]) {
    const written = toPart(name!, column);
    const part = readPart(written, 0);
    expect([part?.name.text, part?.column?.text, part?.to]).toEqual([name, column, written.length]);
  }
  expect(toPart('total', 'revenue')).toBe('{{total.revenue}}');
});
