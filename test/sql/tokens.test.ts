import { beforeAll, describe, expect, test } from 'vitest';
import { toTokens } from '../../src/sql/tokens';
import { createRandom } from '../random';
import { createGrammar } from './duck';
import { rowStatements, statements } from './statements';

const read = (sql: string) =>
  toTokens(sql)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, from, to }) => `${kind} ${sql.slice(from, to)}`);

describe('the tokens of', () => {
  test.each([
    ["'a''b'", ["text 'a''b'"]],
    ["E'a\\'b' e'''' E'\\\\'", ["text E'a\\'b'", "text e''''", "text E'\\\\'"]],
    ["ne'a\\'", ['word ne', "text 'a\\'"]],
    ["x'41'", ["text x'41'"]],
    ['"q""q"', ['quoted "q""q"']],
    ["$$a'b$$ $tag$ $$ $tag$ $täg$a$täg$", ["text $$a'b$$", 'text $tag$ $$ $tag$', 'text $täg$a$täg$']],
    ['$name $1 ? $汉字', ['parameter $name', 'parameter $1', 'parameter ?', 'parameter $汉字']],
    ['a$b', ['word a$b']],
    ['-- a\n1', ['comment -- a', 'number 1']],
    ['/* a /* b */ c */ 1', ['comment /* a /* b */ c */', 'number 1']],
    [
      '1_000 1e5 1.5e-3 .5 1. 1e',
      ['number 1_000', 'number 1e5', 'number 1.5e-3', 'number .5', 'number 1.', 'number 1', 'word e'],
    ],
    ['0x1F', ['number 0', 'word x1F']],
    ['1..2', ['number 1', 'mark ..', 'number 2']],
    ['a::b', ['word a', 'mark ::', 'word b']],
    ['a->b->>c||d', ['word a', 'operator ->', 'word b', 'operator ->>', 'word c', 'operator ||', 'word d']],
    ['x=-1', ['word x', 'operator =', 'operator -', 'number 1']],
    ['x->-1', ['word x', 'operator ->', 'operator -', 'number 1']],
    ['3-/*c*/1--2', ['number 3', 'operator -', 'comment /*c*/', 'number 1', 'comment --2']],
    ['a:=[1:2]', ['word a', 'mark :=', 'mark [', 'number 1', 'mark :', 'number 2', 'mark ]']],
    ['{a:1}', ['mark {', 'word a', 'mark :', 'number 1', 'mark }']],
    ['汉字 ½é', ['word 汉字', 'word ½é']],
    ['1\u30002', ['number 1', 'number 2']],
    ['#1', ['operator #', 'number 1']],
  ])('%s', (sql, tokens) => {
    expect(read(sql)).toEqual(tokens);
  });

  test('a text with backslashes that goes on in the next line', () => {
    const sql = "E'a' -- x\n 'b\\'c'";
    expect(read(sql)).toEqual([`text ${sql}`]);
    expect(read("E'a' 'b\\'")).toEqual(["text E'a'", "text 'b\\'"]);
  });

  test.each(["'a", "E'a\\'", "E'a\\", '"a', '$$a', '$t$ a $', '/* a /* b */'])(
    '%s, not closed, go to the end',
    (sql) => {
      expect(toTokens(`1 ${sql}`).at(-1)).toMatchObject({ from: 2, to: sql.length + 2 });
    },
  );
});

describe('DuckDB sees tokens where Quire does', () => {
  let duck: Awaited<ReturnType<typeof createGrammar>>;
  beforeAll(async () => {
    duck = await createGrammar();
  }, 60_000);
  // It takes the sign and the name of a parameter for two.
  const starts = (sql: string) =>
    toTokens(sql)
      .filter(({ kind }) => kind !== 'space' && kind !== 'comment')
      .flatMap(({ kind, from, to }) =>
        kind === 'parameter' && /\$\D/.test(sql.slice(from, to)) ? [from, from + 1] : [from],
      )
      .map((from) => Buffer.byteLength(sql.slice(0, from)));

  test('in every statement', () => {
    const all = [...statements.map(([sql]) => sql), ...rowStatements];
    expect(all.map(starts)).toEqual(all.map((sql) => duck.tokenStarts(sql)));
  });

  test('in what is put together at random', () => {
    const pieces =
      "a t1 _x 汉 é a$b 'x' 'it''s' \"q\" \"q\"\"q\" E'\\'' e'a' n'x' x'0' $$x$$ $t$'$t$ $a $1 1 1.5 .5 1_0 1e5 1e 0x1F + - * / % ^ < > = <> != == ~ ! @ & | || -> ->> => := :: : . , ; ( ) [ ] { } # \n \t --c\n /*c*/ /*/**/*/".split(
        ' ',
      );
    const random = createRandom(7);
    for (let round = 0; round < 3000; round++) {
      const sql = Array.from({ length: 6 }, () => {
        const piece = random.pick(pieces);
        return random.next() < 0.3 ? `${piece} ` : piece;
      }).join('');
      const [own, engine] = [starts(sql), duck.tokenStarts(sql)];
      // What is not closed at the end is no token to DuckDB.
      const isOpen = own.length === engine.length + 1 && /^(text|quoted)$/.test(toTokens(sql).at(-1)!.kind);
      expect([sql, isOpen ? own.slice(0, -1) : own]).toEqual([sql, engine]);
    }
  });
});
