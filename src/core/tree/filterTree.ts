import type { DistinctLocation, Entry, IdColumn, Node } from '../ids.ts';
import type { FilteredDistinct } from '../stacks/filteredDistinct.ts';
import { focused, hasLines, ignored, shownFrom } from '../stacks/filterLocations.ts';
import { type CallTree, rootNode } from './callTree.ts';

/**
 * What a filter leaves of the tree over all stacks. A stack's fate is told on the way down to its node: `before` are the
 * marks that all have from the start, `passed` is 1 for each entry that tags let pass, undefined where all do. Nodes that
 * nothing is left under are gone, and so are those above the outermost that is shown. Siblings may be of one location
 * afterwards, and nodes of one without lines. Linear in nodes and entries: no stack is looked at.
 */
export function filterTree(
  {
    frame: givenFrame,
    next: givenNext,
    start: givenStart,
    order: givenOrder,
    count: given,
  }: CallTree<DistinctLocation>,
  { becomes, marks }: FilteredDistinct,
  before: number,
  passed: Uint8Array | undefined,
): CallTree<DistinctLocation> {
  const frame = new Uint32Array(given) as IdColumn<DistinctLocation>;
  const next = new Uint32Array(given) as IdColumn<Node>;
  const start = new Uint32Array(given + 1);
  const order = new Uint32Array(givenOrder.length) as IdColumn<Entry>;
  let count = rootNode;
  let filled = 0;
  /** Of the nodes from the root down: where the subtree ends, its number from now on or -1, and the marks of its stacks. */
  const ends: Node[] = [];
  const kept: Node[] = [];
  const seen: number[] = [];
  let depth = 0;
  const close = (): void => {
    depth -= 1;
    const node = kept[depth] as Node;
    if (node < 0) return;
    // Nothing was left under it.
    if (start[node] === filled && node !== rootNode) count = node;
    else next[node] = count;
  };
  for (let node = rootNode; node < given; ) {
    while (depth > 0 && (ends[depth - 1] as Node) <= node) close();
    const location = givenFrame[node] as DistinctLocation;
    const mark = marks[location] as number;
    let all = (depth === 0 ? before : (seen[depth - 1] as number)) | (mark & ~hasLines);
    if ((all & ignored) !== 0) {
      node = givenNext[node] as Node;
      continue;
    }
    const isShown = (all & shownFrom) !== 0;
    if (isShown) all |= mark & hasLines;
    ends[depth] = givenNext[node] as Node;
    seen[depth] = all;
    kept[depth] = -1 as Node;
    if (isShown || node === rootNode) {
      kept[depth] = count;
      frame[count] = becomes[location] as DistinctLocation;
      start[count] = filled;
      count++;
    }
    depth += 1;
    if ((all & focused) !== 0 && (all & hasLines) !== 0) {
      const stop = givenStart[node + 1] as number;
      for (let k = givenStart[node] as number; k < stop; k++) {
        const entry = givenOrder[k] as Entry;
        if (passed === undefined || passed[entry] === 1) order[filled++] = entry;
      }
    }
    node++;
  }
  while (depth > 0) close();
  start[count] = filled;
  return {
    count,
    frame: frame.slice(0, count) as IdColumn<DistinctLocation>,
    next: next.slice(0, count) as IdColumn<Node>,
    start: start.slice(0, count + 1),
    order: order.slice(0, filled) as IdColumn<Entry>,
  };
}
