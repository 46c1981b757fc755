import { describe, expect, test } from 'vitest';
import { paintLine } from '../../../src/ui/editor/paint';

/** `keyword:select name:a`. */
function paint(line: string, open = ''): string {
  const { strokes } = paintLine(line, open);
  return strokes.map(({ from, to, paint }) => `${paint}:${line.slice(from, to)}`).join(' ');
}

describe('the colours of a line', () => {
  test('words of the grammar, functions, names and types are told apart', () => {
    expect(paint('select sum(a) from t where b::int is null')).toBe(
      'keyword:select function:sum plain:( name:a plain:) keyword:from name:t keyword:where name:b plain::: type:int keyword:is keyword:null',
    );
  });

  test('a word of the grammar after a dot is a column', () => {
    expect(paint('t.order')).toBe('name:t plain:. name:order');
  });

  test('a function may have the name of a join', () => {
    expect(paint("left('a', 1)")).toContain('function:left');
    expect(paint('left join t')).toContain('keyword:left');
  });

  test('inputs, numbers, texts and comments have colours of their own', () => {
    expect(paint("$since 1_000 'it''s' -- end")).toBe(
      "parameter:$since number:1_000 text:'it''s' comment:-- end",
    );
  });
});

describe('what goes on over the end of a line', () => {
  test.each([
    ["select 'open", "'"],
    ["select E'open", "E'"],
    ['select "open', '"'],
    ['select $tag$ open', '$tag$'],
    ['/* one /* two', '/*/*'],
    ['/* one /* two */', '/*'],
  ])('%s is still open with %s', (line, open) => {
    expect(paintLine(line).open).toBe(open);
  });

  test.each(["select 'closed'", '-- comment', 'select 1', '', '/* closed */', '$$ closed $$'])(
    '%s leaves nothing open',
    (line) => {
      expect(paintLine(line).open).toBe('');
    },
  );

  test('the next line begins with what is open, and ends it', () => {
    expect(paint("more' as a", "'")).toBe("text:more' keyword:as name:a");
    expect(paint('two */ one */ a', '/*/*')).toBe('comment:two */ one */ name:a');
    expect(paintLine('still', '$$').open).toBe('$$');
  });
});
