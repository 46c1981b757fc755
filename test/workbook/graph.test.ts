import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/workbook/cell';
import { createWorkbook } from '../../src/workbook/document';
import { findAncestors, toGraph } from '../../src/workbook/graph';
import { kinds, value, word } from './kinds';

const graphOf = (cells: readonly Cell[], sources: string[] = []) =>
  toGraph(createWorkbook({ cells }), { kinds, sources, findNearest: (_, names) => [...names] });

describe('the graph of a workbook', () => {
  it('cells come after what they read, wherever they stand', () => {
    const graph = graphOf(
      [word('c', '@b @A'), word('b', '@a $n'), word('a', '@orders'), value('n')],
      ['orders'],
    );
    expect([...graph.nodes.keys()]).toEqual(['a', 'b', 'c', 'n']);
    expect(graph.nodes.get('a')!.reads).toEqual([{ name: 'orders', of: 'table', source: 'orders' }]);
    expect(graph.nodes.get('b')!.reads).toEqual([
      { name: 'a', of: 'table', cell: 'a' },
      { name: 'n', of: 'value', cell: 'n' },
    ]);
  });

  it('what a cell follows from is found', () => {
    const graph = graphOf([word('a'), word('b', '@a'), word('c', '@b'), word('x')]);
    expect([...findAncestors(graph, ['c'])].toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('cells that read one another say in which order, and what reads them does not', () => {
    const graph = graphOf([word('a', '@c'), word('b', '@a'), word('c', '@b'), word('d', '@c'), word('e')]);
    expect(graph.nodes.get('b')!.fault).toEqual({ fault: 'cycle', names: ['a', 'c', 'b', 'a'] });
    expect(graph.nodes.get('d')!.fault).toBeUndefined();
    expect(graph.nodes.get('e')!.fault).toBeUndefined();
    expect(graphOf([word('a', '@a')]).nodes.get('a')!.fault).toEqual({ fault: 'cycle', names: ['a', 'a'] });
  });

  it('a name that a source or a cell above has is told, and the first keeps it', () => {
    const graph = graphOf(
      [word('orders'), word('a'), word('x', '', 'A'), word('b', '@a @orders')],
      ['Orders'],
    );
    expect(graph.nodes.get('orders')!.fault).toEqual({ fault: 'duplicate', name: 'orders', with: 'source' });
    expect(graph.nodes.get('x')!.fault).toEqual({ fault: 'duplicate', name: 'A', with: 'cell' });
    expect(graph.nodes.get('b')!.reads).toEqual([
      { name: 'a', of: 'table', cell: 'a' },
      { name: 'orders', of: 'table', source: 'Orders' },
    ]);
  });

  it('names of other letters than ASCII ones differ by case, as they do in the engine', () => {
    const graph = graphOf([word('a', '', 'Änderung'), word('b', '', 'änderung'), word('c', '@ÄNDERUNG')]);
    expect(graph.nodes.get('b')!.fault).toBeUndefined();
    expect(graph.nodes.get('c')!.reads).toEqual([{ name: 'ÄNDERUNG', of: 'table', cell: 'a' }]);
  });

  it('an input that is not there is told with those that are', () => {
    const graph = graphOf([value('since'), word('a', '$sinse')]);
    expect(graph.nodes.get('a')!.fault).toEqual({
      fault: 'unknown-value',
      name: 'sinse',
      nearest: ['since'],
    });
  });

  it('a chain of ten thousand cells does not end the stack', () => {
    const cells = Array.from({ length: 10_000 }, (_, n) => word(`c${n}`, n + 1 < 10_000 ? `@c${n + 1}` : ''));
    expect([...graphOf(cells).nodes.keys()][0]).toBe('c9999');
  });
});
