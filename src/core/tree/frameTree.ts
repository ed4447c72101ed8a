import type { DistinctLocation, Frame, IdColumn, Line, Node } from '../ids.ts';
import { type Frames, rootFrame } from '../names/frames.ts';
import type { DistinctLocations } from '../stacks/distinctLocations.ts';
import { type CallTree, rootNode } from './callTree.ts';
import { GrowingTree } from './growingTree.ts';
import { Positions } from './positions.ts';

/** A tree over distinct locations, and what their lines become. */
interface Given {
  readonly tree: CallTree<DistinctLocation>;
  /** Where the lines of each location begin, those of the next one where they end. */
  readonly firstLine: Uint32Array;
  /** By line of a location. */
  readonly frameOf: IdColumn<Frame>;
  readonly collapsed: boolean;
}

/**
 * The tree over frames that a tree over distinct locations stands for: each location becomes the frames of its lines, one
 * below the other, and siblings of one frame become one node. Linear in the nodes: no stack is looked at again.
 */
export function frameTree(
  tree: CallTree<DistinctLocation>,
  locations: DistinctLocations,
  frames: Frames,
): CallTree {
  const given: Given = {
    tree,
    firstLine: locations.start,
    frameOf: locations.line.map(line => frames.ofLine[line as Line] as Frame) as IdColumn<Frame>,
    collapsed: frames.collapsed,
  };
  const most = linesOfNodes(given);
  const grown = new GrowingTree<Frame>(most, tree.order.length);
  const positions = new Positions(most, frames.count);
  grown.open(rootFrame);
  addBelow(given, grown, positions, rootNode, rootFrame);
  positions.wait(0, 1);
  while (positions.take()) {
    const { from, to, depth } = positions;
    grown.close(depth);
    const only = positions.nodeAt(from);
    if (to - from === 1 && isChain(given, only)) {
      growChain(given, grown, only, positions.lineAt(from));
      continue;
    }
    const { frame, count: below } = positions;
    grown.open(frame);
    for (let i = from; i < to; i++) {
      const node = positions.nodeAt(i);
      const line = lineFrom(given, node, positions.lineAt(i) + 1, frame);
      if (line >= 0) positions.add(node, line, given.frameOf[line] as Frame);
      else addBelow(given, grown, positions, node, frame);
    }
    positions.wait(below, depth + 1);
  }
  grown.close(0);
  positions.release();
  return grown.done();
}

/** How many lines the locations of all nodes have; the root is one. */
function linesOfNodes({ tree: { count, frame }, firstLine }: Given): number {
  let lines = 1;
  for (let node = 1 as Node; node < count; node++) {
    const location = frame[node] as DistinctLocation;
    lines += (firstLine[location + 1] as number) - (firstLine[location] as number);
  }
  return lines;
}

/** The first line from one on, of a node's location, that is a frame of its own below `above`; −1 where none is. */
function lineFrom(
  { tree, firstLine, frameOf, collapsed }: Given,
  node: Node,
  line: number,
  above: Frame,
): number {
  const stop = firstLine[(tree.frame[node] as DistinctLocation) + 1] as number;
  let own = line;
  if (collapsed) while (own < stop && frameOf[own] === above) own += 1;
  return own < stop ? own : -1;
}

/** Adds what is below the last line of a node. */
function addBelow(
  given: Given,
  grown: GrowingTree<Frame>,
  positions: Positions,
  node: Node,
  above: Frame,
): void {
  const { tree, firstLine, frameOf } = given;
  const { frame: locationOf, next, start, order } = tree;
  const end = next[node] as Node;
  for (let at = node; at < end; ) {
    if (at !== node) {
      const line = lineFrom(given, at, firstLine[locationOf[at] as DistinctLocation] as number, above);
      if (line >= 0) {
        positions.add(at, line, frameOf[line] as Frame);
        at = next[at] as Node;
        continue;
      }
    }
    // The node itself, or one below it that collapsed into it.
    grown.fill(order, start[at] as number, start[at + 1] as number);
    at++;
  }
}

/** Whether all buckets under a node end at one: most stacks share nothing more with others from somewhere on. */
function isChain({ tree: { next, start } }: Given, node: Node): boolean {
  return start[(next[node] as Node) - 1] === start[node];
}

/** Grows the nodes of a chain from a line of its first one on. */
function growChain(
  { tree, firstLine, frameOf, collapsed }: Given,
  grown: GrowingTree<Frame>,
  node: Node,
  line: number,
): void {
  const { frame: locationOf, next, start, order } = tree;
  const first = grown.count;
  const end = next[node] as Node;
  let above = -1 as Frame;
  let from = line;
  for (let at = node; at < end; at++) {
    const location = locationOf[at] as DistinctLocation;
    const stop = firstLine[location + 1] as number;
    if (at !== node) from = firstLine[location] as number;
    for (let own = from; own < stop; own++) {
      const frame = frameOf[own] as Frame;
      if (collapsed && frame === above) continue;
      above = frame;
      grown.add(frame);
    }
  }
  grown.end(first);
  grown.fill(order, start[node] as number, start[end] as number);
}
