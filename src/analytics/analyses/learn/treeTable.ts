import type { GivenColumn } from '../../frame';
import { type Term, toTermName } from '../../predict/encode';
import type { TreeModel } from '../../predict/tree';
import { toColumnsOf } from '../columns';
import type { Wanted } from './prepare';

/** A tree that can be drawn: a row for each node, with the one above it and the rule that leads there. */
export function toTreeTable(
  { nodes, classes }: TreeModel,
  terms: readonly Term[],
  wanted: Wanted,
): GivenColumn[] {
  const { column, threshold, children, weight, impurity, values } = nodes;
  const above = new Int32Array(column.length).fill(-1);
  for (let node = 0; node < column.length; node++)
    if (children[node] !== 0) above[children[node]!] = above[children[node]! + 1] = node;
  const rule = (node: number): string | null => {
    const parent = above[node]!;
    if (parent < 0) return null;
    const isFirst = children[parent] === node;
    const term = terms[column[parent]!]!;
    if (term.level !== undefined) return `${term.column} ${isFirst ? '≠' : '='} ${term.level}`;
    return `${toTermName(term)} ${isFirst ? '≤' : '>'} ${Number(threshold[parent]!.toPrecision(12))}`;
  };
  const own = (node: number) => values.subarray(node * classes, (node + 1) * classes);
  const { counts, doubles, words } = toColumnsOf(column);
  const likeliest = (node: number) =>
    own(node).reduce((best, share, at, all) => (share > all[best]! ? at : best), 0);
  return [
    counts('node', (_, node) => node + 1),
    counts('above', (_, node) => (above[node]! < 0 ? undefined : above[node]! + 1)),
    words('rule', (_, node) => rule(node)),
    counts('rows', (_, node) => weight[node]),
    wanted.kind === 'class'
      ? words('predicted', (_, node) => wanted.labels[likeliest(node)]!)
      : doubles('predicted', (_, node) => own(node)[0]),
    ...(wanted.kind === 'class' ? [doubles('share', (_, node) => own(node)[likeliest(node)])] : []),
    doubles('impurity', (_, node) => impurity[node]),
  ];
}
