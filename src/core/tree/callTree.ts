import { release } from '../formats/resized.ts';
import type { Bucket, Entry, Frame, IdColumn, Node, Stack } from '../ids.ts';
import type { StackSet } from '../stacks/stackSet.ts';
import { dropped, type Stacks } from '../stacks/stacks.ts';
import { stackOrder } from './stackOrder.ts';

/**
 * A call tree over buckets (while it is made, over entries or stacks) in preorder; node 0 is the root, of frame 0. Those
 * under node `n` are `order[start[n] ..< start[next[n]]]`, and those that end at `n` itself stand first: `order[start[n] ..< start[n + 1]]`.
 */
export interface CallTree<Of extends number = Frame, Under extends number = Bucket> {
  readonly count: number;
  /** What each node stands for; a distinct location while the tree is one of those. */
  readonly frame: IdColumn<Of>;
  /** First node after the subtree. */
  readonly next: IdColumn<Node>;
  /** `count + 1` entries. */
  readonly start: Uint32Array;
  readonly order: IdColumn<Under>;
}

/** "all". */
export const rootNode = 0 as Node;

/** The nodes from the root's child down to a node; empty for the root. */
export function pathTo({ next }: CallTree, node: Node): Node[] {
  const path: Node[] = [];
  for (let at = rootNode; at !== node; ) {
    at++;
    while ((next[at] as Node) <= node) at = next[at] as Node;
    path.push(at);
  }
  return path;
}

/**
 * Merges stacks, of locations or of frames, into a tree. Their order leaves its nodes in preorder and needs no hash table.
 * Linear in the locations of all distinct stacks.
 */
export function buildCallTree<Of extends number, Under extends number = Entry>(
  { distinct, ofEntry }: Stacks<Of>,
  locationCount: number,
): CallTree<Of, Under> {
  return withEntries(treeOfStacks(distinct, locationCount), distinct.count, ofEntry);
}

/** Puts the entries where the stacks are that they have; `stacks` is how many the tree has. */
export function withEntries<Of extends number, Under extends number>(
  tree: CallTree<Of, Stack>,
  stacks: number,
  ofEntry: IdColumn<Stack>,
): CallTree<Of, Under> {
  const used = new Uint32Array(stacks);
  let kept = 0;
  for (let entry = 0; entry < ofEntry.length; entry++) {
    const stack = ofEntry[entry] as Stack;
    if (stack === dropped) continue;
    used[stack] = (used[stack] as number) + 1;
    kept += 1;
  }
  /** Where each stack's next entry goes. */
  const slot = new Uint32Array(stacks);
  /** `before[k]` entries stand before the k-th stack of the tree. */
  const before = new Uint32Array(stacks + 1);
  for (let k = 0; k < stacks; k++) {
    const stack = tree.order[k] as Stack;
    slot[stack] = before[k] as number;
    before[k + 1] = (before[k] as number) + (used[stack] as number);
  }
  const order = new Uint32Array(kept) as IdColumn<Under>;
  for (let entry = 0 as Under; entry < ofEntry.length; entry++) {
    const stack = ofEntry[entry] as Stack;
    if (stack === dropped) continue;
    const at = slot[stack] as number;
    order[at] = entry;
    slot[stack] = at + 1;
  }
  release(used, slot);
  const { start } = tree;
  for (let node = 0; node < start.length; node++) start[node] = before[start[node] as number] as number;
  return { ...tree, order };
}

/** The tree over distinct stacks: each has the nodes below those that it shares with the one before it. */
function treeOfStacks<Of extends number>(stacks: StackSet<Of>, locationCount: number): CallTree<Of, Stack> {
  const { start: begin, locations } = stacks;
  const { order, shared } = stackOrder(stacks, locationCount);
  let nodes = 1;
  for (let k = 0; k < order.length; k++) {
    const stack = order[k] as Stack;
    nodes += (begin[stack + 1] as number) - (begin[stack] as number) - (shared[k] as number);
  }
  const frame = new Uint32Array(nodes) as IdColumn<Of>;
  const next = new Uint32Array(nodes) as IdColumn<Node>;
  const start = new Uint32Array(nodes + 1);
  /** Nodes from the root's child to the last one, whose subtrees are still open. */
  const path: Node[] = [];
  let count = (rootNode + 1) as Node;
  for (let k = 0; k < order.length; k++) {
    const stack = order[k] as Stack;
    while (path.length > (shared[k] as number)) next[path.pop() as Node] = count;
    const end = begin[stack + 1] as number;
    for (let at = (begin[stack] as number) + path.length; at < end; at++) {
      frame[count] = locations[at] as Of;
      start[count] = k;
      path.push(count);
      count++;
    }
  }
  while (path.length > 0) next[path.pop() as Node] = count;
  next[rootNode] = count;
  start[count] = order.length;
  return { count, frame, next, start, order };
}
