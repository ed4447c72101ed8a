import type { Bucket, DistinctLocation, Node } from '../ids.ts';
import { focused, hasLines, ignored, shownFrom } from '../stacks/filterLocations.ts';
import { type CallTree, rootNode } from './callTree.ts';
import { treeColumns, treeOf } from './treeColumns.ts';

/**
 * What a filter leaves of the tree over all stacks. A stack's fate is told on the way down to its node: `marks` are those of
 * distinct locations, `before` those that all stacks have from the start, `passed` is 1 for each bucket that tags let pass,
 * undefined where all do. Nodes that nothing is left under are gone, and so are those above the outermost that is shown:
 * siblings may be of one location afterwards. Linear in nodes and buckets: no stack is looked at.
 */
export function filterTree(
  tree: CallTree<DistinctLocation>,
  marks: Uint8Array,
  before: number,
  passed: Uint8Array | undefined,
): CallTree<DistinctLocation> {
  const { frame: givenFrame, next: givenNext, start: givenStart, order: givenOrder, count: given } = tree;
  const kept = focused | shownFrom | hasLines;
  /** Nothing drops a stack any more that has all of `kept`. */
  const isSettled = passed === undefined && !marks.some(mark => (mark & ignored) !== 0);
  const columns = treeColumns<DistinctLocation>(given, givenOrder.length);
  const { frame, next, start, order } = columns;
  let count = rootNode;
  let filled = 0;
  /** Of the nodes from the root down: where the subtree ends, its number from now on or -1, and the marks of its stacks. */
  const ends: Node[] = [];
  const number: Node[] = [];
  const seen: number[] = [];
  let depth = 0;
  const close = (): void => {
    depth -= 1;
    const node = number[depth] as Node;
    if (node < 0) return;
    // Nothing was left under it.
    if (start[node] === filled && node !== rootNode) count = node;
    else next[node] = count;
  };
  const copySubtree = (node: Node): void => {
    const end = givenNext[node] as Node;
    const first = givenStart[node] as number;
    const last = givenStart[end] as number;
    frame.set(givenFrame.subarray(node, end), count);
    const up = count - node;
    const along = filled - first;
    for (let from = node; from < end; from++) {
      next[from + up] = ((givenNext[from] as Node) + up) as Node;
      start[from + up] = (givenStart[from] as number) + along;
    }
    order.set(givenOrder.subarray(first, last), filled);
    count = (count + end - node) as Node;
    filled += last - first;
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
    if (isSettled && (all & kept) === kept) {
      copySubtree(node);
      node = givenNext[node] as Node;
      continue;
    }
    ends[depth] = givenNext[node] as Node;
    seen[depth] = all;
    number[depth] = -1 as Node;
    if (isShown || node === rootNode) {
      number[depth] = count;
      frame[count] = location;
      start[count] = filled;
      count++;
    }
    depth += 1;
    if ((all & focused) !== 0 && (all & hasLines) !== 0) {
      const stop = givenStart[node + 1] as number;
      for (let k = givenStart[node] as number; k < stop; k++) {
        const bucket = givenOrder[k] as Bucket;
        if (passed === undefined || passed[bucket] === 1) order[filled++] = bucket;
      }
    }
    node++;
  }
  while (depth > 0) close();
  return treeOf(columns, count, filled);
}
