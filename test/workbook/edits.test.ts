import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { createWorkbook } from '../../src/workbook/document';
import type { Workbook } from '../../src/workbook/document';
import {
  addCell,
  duplicateCell,
  followName,
  moveCell,
  nudgeCell,
  patchCell,
  removeCell,
  renameCell,
  setRunMode,
  setTitle,
  toCell,
} from '../../src/workbook/edits';
import { createHistory, record, redo, undo } from '../../src/workbook/history';
import { deserialize } from '../../src/workbook/deserialize';
import { serialize } from '../../src/workbook/serialize';
import { kinds, value, word } from './kinds';

const ids = ({ cells }: Workbook) => cells.map(({ id }) => id).join('');
const abc = createWorkbook({
  id: 'w',
  cells: [word('a', '@orders'), word('b', '@a + $n'), word('c', '@b @a')],
});

describe('edits', () => {
  it('a cell is put after another, first, or last', () => {
    expect(ids(addCell(abc, word('x'), { after: 'a' }))).toBe('axbc');
    expect(ids(addCell(abc, word('x'), { after: null }))).toBe('xabc');
    expect(ids(addCell(abc, word('x')))).toBe('abcx');
    expect(ids(addCell(abc, word('x'), { after: 'gone' }))).toBe('abcx');
  });

  it('a cell moves after another, and by one place', () => {
    expect(ids(moveCell(abc, 'a', { after: 'c' }))).toBe('bca');
    expect(ids(moveCell(abc, 'c', { after: null }))).toBe('cab');
    expect(ids(moveCell(abc, 'b', { after: 'b' }))).toBe('abc');
    expect(ids(nudgeCell(abc, 'b', -1))).toBe('bac');
    expect(ids(nudgeCell(abc, 'a', -1))).toBe('abc');
  });

  it('a copy has a name and an id of its own', () => {
    const copied = duplicateCell(abc, 'a', { taken: ['a_2'], newId: 'd' });
    expect(ids(copied)).toBe('adbc');
    expect(copied.cells[1]).toMatchObject({ name: 'a_3', words: '@orders' });
  });

  it('a patch leaves the name alone and changes one cell', () => {
    const patched = patchCell(abc, 'b', { words: '@c', collapsed: true }, kinds);
    expect(patched.cells[1]).toMatchObject({ id: 'b', name: 'b', words: '@c', collapsed: true });
    expect(patched.cells[0]).toBe(abc.cells[0]);
    expect(patchCell(patched, 'b', { collapsed: false }, kinds).cells[1]).not.toHaveProperty('collapsed');
  });

  it('what reads a renamed cell follows, and nothing else is touched', () => {
    const renamed = renameCell(abc, 'a', 'base', kinds);
    expect(renamed.cells).toMatchObject([
      { id: 'a', name: 'base', words: '@orders' },
      { id: 'b', words: '@base + $n' },
      { id: 'c', words: '@b @base' },
    ]);
  });

  it('a name that is taken, or none, is refused', () => {
    expect(() => renameCell(abc, 'a', 'B', kinds)).toThrow(expect.objectContaining({ code: 'name-taken' }));
    expect(() => renameCell(abc, 'a', ' ', kinds)).toThrow(expect.objectContaining({ code: 'name-empty' }));
    expect(renameCell(abc, 'a', 'A', kinds).cells[0]).toMatchObject({ name: 'A' });
  });

  it('a name is one line, without what the engine ends names at', () => {
    expect(renameCell(abc, 'a', '\u0000x\r\ny\u0000', kinds).cells[0]).toMatchObject({ name: 'x y' });
  });

  it('an input’s name is one that can follow a $', () => {
    const book = createWorkbook({ cells: [value('n'), word('b', '$n')] });
    for (const name of ['my input', '1st', 'a-b', '$x']) {
      expect(() => renameCell(book, 'n', name, kinds)).toThrow(
        expect.objectContaining({ code: 'value-name' }),
      );
    }
    expect(renameCell(book, 'n', '起始日', kinds).cells[0]).toMatchObject({ name: '起始日' });
  });

  it('of two cells of one name, the second is renamed without what reads the first', () => {
    const twins = createWorkbook({ cells: [word('a'), word('x', '', 'a'), word('b', '@a')] });
    expect(renameCell(twins, 'x', 'y', kinds).cells[2]).toMatchObject({ words: '@a' });
    expect(renameCell(twins, 'a', 'y', kinds).cells[2]).toMatchObject({ words: '@y' });
  });

  it('a value and a table of one name are told apart', () => {
    const both = createWorkbook({ cells: [value('n'), word('t', '', 'n'), word('b', '@n $n')] });
    expect(renameCell(both, 'n', 'm', kinds).cells[2]).toMatchObject({ words: '@n $m' });
    expect(followName(both, { of: 'table', from: 'N', to: 'm' }, kinds).cells[2]).toMatchObject({
      words: '@m $n',
    });
  });

  it('a cell is told to keep the names of its columns where a follower of it may read them', () => {
    const told = (words: string) => {
      const changes: (boolean | undefined)[] = [];
      const spy = {
        find: (name: string) => {
          const kind = kinds.find(name)!;
          const rename: typeof kind.rename = (cell, change) => {
            changes.push(change.keepColumns);
            return kind.rename(cell, change);
          };
          return { ...kind, rename };
        },
      };
      const cells = [word('t'), word('b', '@t sum(t.a)'), word('c', '@b'), word('d', words)];
      renameCell(createWorkbook({ cells }), 't', 'v', spy);
      return changes[0];
    };
    expect(told('@c "sum(t.a)"')).toBe(true);
    expect(told('@c sum(at.a)')).toBeUndefined();
    expect(told('@x "sum(t.a)"')).toBeUndefined();
  });

  it('a kind that is not known is refused where it comes in', () => {
    expect(() => toCell({ kind: 'nonsense' }, kinds)).toThrow(expect.objectContaining({ code: 'cell-kind' }));
  });
});

describe('history', () => {
  it('any changes, undone, give the start, and redone, the end', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { pick } = createRandom(seed);
      let workbook: Workbook = abc;
      let history = createHistory<Workbook>();
      for (let n = 0; n < 30; n++) {
        const before = workbook;
        const cell = workbook.cells.length > 0 ? pick(workbook.cells) : undefined;
        const edits: (() => Workbook)[] = [
          () => addCell(workbook, word(`n${n}`, '@a'), { after: cell?.id ?? null }),
          () => setTitle(workbook, `title ${n}`),
          () => setRunMode(workbook, pick(['auto', 'asked'] as const)),
          ...(cell
            ? [
                () => removeCell(workbook, cell.id),
                () => moveCell(workbook, cell.id, { after: pick(workbook.cells).id }),
                () => duplicateCell(workbook, cell.id, { newId: `d${n}` }),
                () => patchCell(workbook, cell.id, { words: `@x${n}` }, kinds),
                () => renameCell(workbook, cell.id, `name${n}`, kinds),
                () => nudgeCell(workbook, cell.id, pick([-1, 1] as const)),
              ]
            : []),
        ];
        workbook = pick(edits)();
        history = record(history, { before, after: workbook, label: 'change', at: n * 10_000 });
        // what is saved opens as it was
        expect(deserialize(JSON.parse(JSON.stringify(serialize(workbook)))).workbook).toEqual(workbook);
      }
      const end = workbook;
      for (let step = undo(history); step.entry; step = undo(history)) {
        history = step.history;
        workbook = step.entry.before;
      }
      expect(workbook).toBe(abc);
      for (let step = redo(history); step.entry; step = redo(history)) {
        history = step.history;
        workbook = step.entry.after;
      }
      expect(workbook).toBe(end);
    }
  });

  it('keys typed closely are one change, and a pause begins another', () => {
    let history = createHistory<number>();
    const type = (before: number, after: number, at: number, merge = 'sql a') => {
      history = record(history, { before, after, label: 'change', merge, at });
    };
    type(0, 1, 0);
    type(1, 2, 400);
    type(2, 3, 2000);
    type(3, 4, 2100, 'sql b');
    expect(history.past.map(({ before, after }) => [before, after])).toEqual([
      [0, 2],
      [2, 3],
      [3, 4],
    ]);
  });

  it('a change after an undo leaves nothing to redo', () => {
    let history = record(createHistory<number>(), { before: 0, after: 1, label: 'change', at: 0 });
    history = undo(history).history;
    expect(redo(history).entry).toBeDefined();
    history = record(history, { before: 0, after: 2, label: 'change', at: 5 });
    expect(redo(history).entry).toBeUndefined();
  });
});
