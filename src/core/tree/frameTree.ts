import { release } from '../formats/resized.ts';
import type { Bucket, DistinctLocation, Frame, IdColumn, Line, Node } from '../ids.ts';
import { type Frames, rootFrame } from '../names/frames.ts';
import type { DistinctLocations } from '../stacks/distinctLocations.ts';
import { type CallTree, rootNode } from './callTree.ts';
import { KeyGrouper } from './keyGrouper.ts';
import { treeColumns, treeOf } from './treeColumns.ts';

/**
 * The tree over frames that a tree over distinct locations stands for: each location becomes the frames of its lines, one
 * below the other, and siblings of one frame become one node. Linear in the nodes: no stack is looked at again.
 */
export function frameTree(
  tree: CallTree<DistinctLocation>,
  locations: DistinctLocations,
  frames: Frames,
): CallTree {
  const unfolded = unfold(tree, locations, frames);
  const { first, frame: frameAt, node: nodeAt } = unfolded;
  const { next: givenNext, start: givenStart, order: givenOrder } = tree;
  const most = frameAt.length;
  const columns = treeColumns<Frame>(most, givenOrder.length);
  const { frame, next, start, order } = columns;
  let count = rootNode;
  let filled = 0;
  /** Nodes from the root to the last one emitted: their subtrees are still open. */
  const path: Node[] = [];
  // Positions that make up one node stand side by side, those of siblings one after the other, what is below them next.
  const positions = new Uint32Array(most);
  const keys = new Uint32Array(most);
  const grouper = new KeyGrouper(most, frames.count);
  /** Whether all buckets under a node end at one: most stacks share nothing more with others from somewhere on. */
  const isChain = (node: Node): boolean => givenStart[(givenNext[node] as Node) - 1] === givenStart[node];
  const emitChain = (position: number): void => {
    const node = nodeAt[position] as Node;
    const end = givenNext[node] as Node;
    const stop = first[end] as number;
    const after = (count + stop - position) as Node;
    // Chains are short: a loop is faster than `fill` and `set`.
    for (let at = position; at < stop; at++) {
      frame[count] = frameAt[at] as Frame;
      start[count] = filled;
      next[count] = after;
      count++;
    }
    const last = givenStart[end] as number;
    for (let k = givenStart[node] as number; k < last; k++) order[filled++] = givenOrder[k] as Bucket;
  };
  /** Groups of positions that wait: from, to, where their last sibling's end, depth; the next one on top. */
  const waiting: number[] = [0, 1, 1, 0];
  while (waiting.length > 0) {
    let depth = waiting.pop() as number;
    let below = waiting.pop() as number;
    let to = waiting.pop() as number;
    let from = waiting.pop() as number;
    for (;;) {
      while (path.length > depth) next[path.pop() as Node] = count;
      if (to - from === 1 && isChain(nodeAt[positions[from] as number] as Node)) {
        emitChain(positions[from] as number);
        break;
      }
      path.push(count);
      frame[count] = frameAt[positions[from] as number] as Frame;
      start[count] = filled;
      count++;
      // What ends at this node, and the positions below it.
      let top = below;
      for (let i = from; i < to; i++) {
        const position = positions[i] as number;
        const node = nodeAt[position] as Node;
        if (position + 1 < (first[node + 1] as number)) {
          positions[top++] = position + 1;
          continue;
        }
        const end = givenNext[node] as Node;
        for (let at = node; at < end; ) {
          if (at !== node && first[at] !== first[at + 1]) {
            positions[top++] = first[at] as number;
            at = givenNext[at] as Node;
            continue;
          }
          // The node itself, or one below it that collapsed into it.
          const stop = givenStart[at + 1] as number;
          for (let k = givenStart[at] as number; k < stop; k++) order[filled++] = givenOrder[k] as Bucket;
          at++;
        }
      }
      if (top === below) break;
      depth += 1;
      from = below;
      to = top;
      below = top;
      if (to - from === 1) continue;
      for (let i = from; i < to; i++) keys[i] = frameAt[positions[i] as number] as Frame;
      grouper.group(positions, keys, from, to);
      // From the last group to the first, so that the first is on top.
      while (to > from) {
        let group = to - 1;
        while (group > from && keys[group - 1] === keys[group]) group -= 1;
        waiting.push(group, to, below, depth);
        to = group;
      }
      break;
    }
  }
  while (path.length > 0) next[path.pop() as Node] = count;
  release(first, frameAt, nodeAt, positions, keys);
  return treeOf(columns, count, filled);
}

/** Nodes of locations as the frames of their lines: node `n` has the positions `first[n] ..< first[n + 1]`. */
interface Unfolded {
  readonly first: Uint32Array;
  /** One entry a position. */
  readonly frame: IdColumn<Frame>;
  readonly node: IdColumn<Node>;
}

function unfold(
  tree: CallTree<DistinctLocation>,
  locations: DistinctLocations,
  { ofLine, collapsed }: Frames,
): Unfolded {
  const frameOfLine = locations.line.map(line => ofLine[line as Line] as Frame) as IdColumn<Frame>;
  let most = 1;
  for (let node = 1 as Node; node < tree.count; node++) {
    const location = tree.frame[node] as DistinctLocation;
    most += (locations.start[location + 1] as number) - (locations.start[location] as number);
  }
  const first = new Uint32Array(tree.count + 1);
  const frame = new Uint32Array(most) as IdColumn<Frame>;
  const node = new Uint32Array(most) as IdColumn<Node>;
  frame[0] = rootFrame;
  first[1] = 1;
  let filled = 1;
  /** Where frames that follow one another count as one: nodes above the current one, and the last frame of each. */
  const above: Node[] = [rootNode];
  const lastFrame: Frame[] = [rootFrame];
  for (let at = 1 as Node; at < tree.count; at++) {
    const location = tree.frame[at] as DistinctLocation;
    const stop = locations.start[location + 1] as number;
    let previous = -1 as Frame;
    if (collapsed) {
      while ((tree.next[above.at(-1) as Node] as Node) <= at) {
        above.pop();
        lastFrame.pop();
      }
      previous = lastFrame.at(-1) as Frame;
    }
    for (let i = locations.start[location] as number; i < stop; i++) {
      const own = frameOfLine[i] as Frame;
      if (own === previous) continue;
      frame[filled] = own;
      node[filled++] = at;
      if (collapsed) previous = own;
    }
    if (collapsed) {
      above.push(at);
      lastFrame.push(previous);
    }
    first[at + 1] = filled;
  }
  return {
    first,
    frame: frame.subarray(0, filled) as IdColumn<Frame>,
    node: node.subarray(0, filled) as IdColumn<Node>,
  };
}
