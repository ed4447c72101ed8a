import type { Bucket, IdColumn, Node } from '../ids.ts';
import type { CallTree } from './callTree.ts';

/** The columns of a call tree that is made node by node, out of another that bounds it. */
type TreeColumns<Of extends number> = Pick<CallTree<Of>, 'frame' | 'next' | 'start' | 'order'>;

/** Room for a tree of at most so many nodes and buckets. */
export function treeColumns<Of extends number>(nodes: number, buckets: number): TreeColumns<Of> {
  return {
    frame: new Uint32Array(nodes) as IdColumn<Of>,
    next: new Uint32Array(nodes) as IdColumn<Node>,
    start: new Uint32Array(nodes + 1),
    order: new Uint32Array(buckets) as IdColumn<Bucket>,
  };
}

/** The tree of the first `count` nodes, which have the first `filled` buckets. The columns are shared with it. */
export function treeOf<Of extends number>(
  { frame, next, start, order }: TreeColumns<Of>,
  count: Node,
  filled: number,
): CallTree<Of> {
  start[count] = filled;
  return {
    count,
    frame: frame.subarray(0, count) as IdColumn<Of>,
    next: next.subarray(0, count) as IdColumn<Node>,
    start: start.subarray(0, count + 1),
    order: order.subarray(0, filled) as IdColumn<Bucket>,
  };
}
