import { describe, expect, it } from 'vitest';
import { findHeadings } from '../../../src/cells/text/headings';

const find = (markdown: string) =>
  findHeadings(markdown).map(({ level, text, line }) => `${line} ${'#'.repeat(level)} ${text}`);

describe('the headings of a text', () => {
  it('are marked by one to six signs and a blank', () => {
    expect(find('# One\n\n### Three ###\n####### seven\n#none\n######  Six  \n')).toEqual([
      '0 # One',
      '2 ### Three',
      '5 ###### Six',
    ]);
  });

  it('may be underlined, over several lines too', () => {
    expect(find('Title\n=====\n\nA long\nsubtitle\n---\n\n---\n')).toEqual([
      '0 # Title',
      '3 ## A long subtitle',
    ]);
  });

  it('are not looked for in code, quotes and lists', () => {
    const markdown = '```\n# code\n```\n    # indented\n\n> # quoted\n\n- item\n---\n~~~\n# more\n';
    expect(find(markdown)).toEqual([]);
  });

  it('are shown without their marks', () => {
    expect(
      find('# **Bold** and [a link](https://x.y) `code` snake_case \\* {{ total.revenue | 0.00 }}'),
    ).toEqual(['0 # Bold and a link code snake_case * total.revenue']);
  });

  it('without words are left out', () => {
    expect(find('#\n## ##\n# ** \n')).toEqual([]);
  });

  it('are looked for in a hostile text', () => {
    const hostile = [
      '#'.repeat(100_000) + '\n' + '> '.repeat(50_000) + 'x\n' + '[`*_'.repeat(25_000) + '\n===',
      '# ' + '!['.repeat(50_000) + '<a'.repeat(50_000) + '{{'.repeat(50_000),
    ];
    for (const text of hostile) expect(() => findHeadings(text)).not.toThrow();
  });
});
