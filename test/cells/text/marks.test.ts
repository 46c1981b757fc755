import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/cells/text/marks';
import { cycleHeading, insert, toggleAround, toggleLines } from '../../../src/cells/text/marks';

/** `a [b] c` is `b` selected in `a b c`. */
const read = (text: string): Draft => ({
  text: text.replace(/[[\]]/g, ''),
  from: text.indexOf('['),
  to: text.indexOf(']') - 1,
});
const show = ({ text, from, to }: Draft) =>
  `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;

describe('marks around what is selected', () => {
  it.each([
    ['a [b] c', '**', 'a **[b]** c'],
    ['a **[b]** c', '**', 'a [b] c'],
    ['a **[b]** c', '*', 'a ***[b]*** c'],
    ['a ***[b]*** c', '*', 'a **[b]** c'],
    ['[]', '**', '**[]**'],
  ])('%s, by %s, is %s', (draft, mark, changed) => {
    expect(show(toggleAround(read(draft), mark))).toBe(changed);
  });
});

describe('marks before lines', () => {
  it.each([
    ['one\ntw[o\nth]ree\nfour', 'one\n- tw[o\n- th]ree\nfour'],
    ['- tw[o\n- th]ree', 'tw[o\nth]ree'],
    ['- tw[o\nth]ree', '- - tw[o\n- th]ree'],
    ['[]', '- []'],
    ['[- a]', '[a]'],
  ])('%j becomes %j', (draft, changed) => {
    expect(show(toggleLines(read(draft), '- '))).toBe(changed);
  });
});

it('a heading goes through three levels, and is none again', () => {
  const drafts = [read('x\nTi[t]le')];
  for (let n = 0; n < 4; n++) drafts.push(cycleHeading(drafts.at(-1)!));
  expect(drafts.slice(1).map(show)).toEqual([
    'x\n# Ti[t]le',
    'x\n## Ti[t]le',
    'x\n### Ti[t]le',
    'x\nTi[t]le',
  ]);
});

it('what is inserted takes the place of what is selected', () => {
  expect(show(insert(read('a [b] c'), '{{x}}'))).toBe('a {{x}}[] c');
});
