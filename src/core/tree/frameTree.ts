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
  const { frame: locationOf, next: givenNext, start: givenStart, order: givenOrder } = tree;
  const { start: firstLine } = locations;
  const { collapsed } = frames;
  const frameOf = locations.line.map(line => frames.ofLine[line as Line] as Frame) as IdColumn<Frame>;
  const most = positionsOf(tree, locations);
  const columns = treeColumns<Frame>(most, givenOrder.length);
  const { frame, next, start, order } = columns;
  let count = rootNode;
  let filled = 0;
  /** Nodes from the root to the last one emitted: their subtrees are still open. */
  const path: Node[] = [];
  // A position is a line of a given node's location. Those that make up one node stand side by side, those of siblings one
  // after the other, what is below them next: `slots` says where in the columns beside it each is found.
  const slots = new Uint32Array(most);
  const keys = new Uint32Array(most);
  const nodeAt = new Uint32Array(most) as IdColumn<Node>;
  const lineAt = new Uint32Array(most);
  let top = 0;
  const grouper = new KeyGrouper(most, frames.count);
  /** The first line from one on, of a node's location, that is a frame of its own below `above`; past the last where none is. */
  const lineFrom = (line: number, stop: number, above: Frame): number => {
    let own = line;
    if (collapsed) while (own < stop && frameOf[own] === above) own += 1;
    return own;
  };
  const push = (node: Node, line: number): void => {
    slots[top] = top;
    keys[top] = frameOf[line] as Frame;
    nodeAt[top] = node;
    lineAt[top] = line;
    top += 1;
  };
  const take = (from: number, to: number): void => {
    for (let k = from; k < to; k++) order[filled++] = givenOrder[k] as Bucket;
  };
  /** What is below the last line of a node. */
  const pushBelow = (given: Node, above: Frame): void => {
    const end = givenNext[given] as Node;
    for (let at = given; at < end; ) {
      if (at !== given) {
        const location = locationOf[at] as DistinctLocation;
        const stop = firstLine[location + 1] as number;
        const line = lineFrom(firstLine[location] as number, stop, above);
        if (line < stop) {
          push(at, line);
          at = givenNext[at] as Node;
          continue;
        }
      }
      // The node itself, or one below it that collapsed into it.
      take(givenStart[at] as number, givenStart[at + 1] as number);
      at++;
    }
  };
  /** Whether all buckets under a node end at one: most stacks share nothing more with others from somewhere on. */
  const isChain = (given: Node): boolean => givenStart[(givenNext[given] as Node) - 1] === givenStart[given];
  const emitChain = (given: Node, line: number): void => {
    const first = count;
    const end = givenNext[given] as Node;
    let above = -1 as Frame;
    let from = line;
    for (let at = given; at < end; at++) {
      const location = locationOf[at] as DistinctLocation;
      const stop = firstLine[location + 1] as number;
      if (at !== given) from = firstLine[location] as number;
      for (let own = from; own < stop; own++) {
        const of = frameOf[own] as Frame;
        if (collapsed && of === above) continue;
        above = of;
        frame[count] = of;
        start[count] = filled;
        count++;
      }
    }
    // Chains are short: a loop is faster than `fill`.
    for (let node = first; node < count; node++) next[node] = count;
    take(givenStart[given] as number, givenStart[end] as number);
  };
  /** Groups of positions that wait: from, to, where their last sibling's end, depth; the next one on top. */
  const waiting: number[] = [];
  /** From the last group to the first, so that the first is on top. */
  const wait = (from: number, depth: number): void => {
    if (top - from > 1) grouper.group(slots, keys, from, top);
    for (let to = top; to > from; ) {
      let group = to - 1;
      while (group > from && keys[group - 1] === keys[group]) group -= 1;
      waiting.push(group, to, top, depth);
      to = group;
    }
  };
  frame[count] = rootFrame;
  path.push(count);
  count++;
  pushBelow(rootNode, rootFrame);
  wait(0, 1);
  while (waiting.length > 0) {
    const depth = waiting.pop() as number;
    const below = waiting.pop() as number;
    const to = waiting.pop() as number;
    const from = waiting.pop() as number;
    while (path.length > depth) next[path.pop() as Node] = count;
    const slot = slots[from] as number;
    if (to - from === 1 && isChain(nodeAt[slot] as Node)) {
      emitChain(nodeAt[slot] as Node, lineAt[slot] as number);
      continue;
    }
    const own = keys[from] as Frame;
    path.push(count);
    frame[count] = own;
    start[count] = filled;
    count++;
    top = below;
    for (let i = from; i < to; i++) {
      const given = nodeAt[slots[i] as number] as Node;
      const stop = firstLine[(locationOf[given] as DistinctLocation) + 1] as number;
      const line = lineFrom((lineAt[slots[i] as number] as number) + 1, stop, own);
      if (line < stop) push(given, line);
      else pushBelow(given, own);
    }
    wait(below, depth + 1);
  }
  while (path.length > 0) next[path.pop() as Node] = count;
  release(slots, keys, nodeAt, lineAt);
  return treeOf(columns, count, filled);
}

/** How many frames the locations of all nodes are; the root is one. */
function positionsOf({ count, frame }: CallTree<DistinctLocation>, { start }: DistinctLocations): number {
  let positions = 1;
  for (let node = 1 as Node; node < count; node++) {
    const location = frame[node] as DistinctLocation;
    positions += (start[location + 1] as number) - (start[location] as number);
  }
  return positions;
}
