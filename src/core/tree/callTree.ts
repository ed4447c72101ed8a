import type { Bucket, Entry, Frame, IdColumn, Node, Stack } from '../ids.ts';
import { idsBelow } from '../idsBelow.ts';
import type { Ids } from '../profile.ts';
import type { StackSet } from '../stacks/stackSet.ts';
import { dropped, numbered, type Stacks } from '../stacks/stacks.ts';
import { KeyGrouper } from './keyGrouper.ts';

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
 * Merges stacks, of locations or of frames, into a tree by partitioning them location by location from the root on (a
 * most-significant-digit radix sort), which leaves the nodes in preorder and needs no hash table. Linear in the locations
 * of all distinct stacks.
 */
export function buildCallTree<Of extends number, Under extends number = Entry>(
  { distinct, ofEntry }: Stacks<Of>,
  locationCount: number,
): CallTree<Of, Under> {
  return withEntries(partition(distinct, locationCount), distinct.count, ofEntry);
}

/** Puts the entries where the stacks are that they have. */
function withEntries<Of extends number, Under extends number>(
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
  const { start } = tree;
  for (let node = 0; node < start.length; node++) start[node] = before[start[node] as number] as number;
  return { ...tree, order };
}

/** Most stacks have parted from all others after so many levels. */
const outerLevels = 12;

/**
 * The outermost locations level by level: stacks are grouped in another order than the one in which they stand in memory,
 * and what a level has of all of them is small enough to stay near the processor.
 */
function outerLocations<Of extends number>(
  { count, start, locations }: StackSet<Of>,
  locationCount: number,
): IdColumn<Of, Ids> {
  const outer = idsBelow(locationCount, outerLevels * count) as IdColumn<Of, Ids>;
  for (let stack = 0; stack < count; stack++) {
    const first = start[stack] as number;
    const levels = Math.min(outerLevels, (start[stack + 1] as number) - first);
    for (let level = 0; level < levels; level++) {
      outer[level * count + stack] = locations[first + level] as Of;
    }
  }
  return outer;
}

/** The tree over distinct stacks, each an entry of its own. */
function partition<Of extends number>(stacks: StackSet<Of>, locationCount: number): CallTree<Of, Stack> {
  const { start: begin, locations } = stacks;
  const order = numbered<Stack>(stacks.count);
  const keys = new Uint32Array(order.length);
  const grouper = new KeyGrouper(order.length, locationCount);
  const outer = outerLocations(stacks, locationCount);
  /** The location of a stack at a depth; 0, the root's, for one that ends above it. */
  const keyOf = (stack: Stack, depth: number): number => {
    if (depth < outerLevels) return outer[depth * order.length + stack] as number;
    const at = (begin[stack] as number) + depth;
    return at < (begin[stack + 1] as number) ? (locations[at] as Of) : 0;
  };

  // Go profiles have some six nodes a stack. What is not written to takes no memory, what is copied takes it twice.
  let capacity = Math.max(1024, order.length * 8);
  let frame = new Uint32Array(capacity) as IdColumn<Of>;
  let next = new Uint32Array(capacity) as IdColumn<Node>;
  let start: Uint32Array = new Uint32Array(capacity);
  let count = rootNode;
  /** Nodes from the root to the last one emitted: their subtrees are still open. */
  const path: Node[] = [];

  const reserve = (nodes: number): void => {
    if (count + nodes < capacity) return;
    capacity = Math.max(capacity * 2, count + nodes + 1);
    frame = enlarged(frame, capacity);
    next = enlarged(next, capacity);
    start = enlarged(start, capacity);
  };
  const emit = (frameId: Of, first: number, depth: number): void => {
    reserve(1);
    while (path.length > depth) next[path.pop() as Node] = count;
    path.push(count);
    frame[count] = frameId;
    start[count] = first;
    count++;
  };
  /** The rest of a stack that shares nothing more with others. */
  const emitChain = (at: number, depth: number): void => {
    const stack = order[at] as Stack;
    const last = begin[stack + 1] as number;
    const first = (begin[stack] as number) + depth;
    reserve(last - first);
    const after = (count + last - first) as Node;
    for (let i = first; i < last; i++) {
      frame[count] = locations[i] as Of;
      start[count] = at;
      next[count] = after;
      count++;
    }
  };
  /** Two stacks, usually one and the same in both profiles: what they share, then the rest of each. */
  const emitFork = (at: number, depth: number): void => {
    const one = order[at] as Stack;
    const other = order[at + 1] as Stack;
    const ones = (begin[one] as number) + depth;
    const others = (begin[other] as number) + depth;
    const oneLength = (begin[one + 1] as number) - ones;
    const otherLength = (begin[other + 1] as number) - others;
    const shorter = Math.min(oneLength, otherLength);
    let shared = 0;
    while (shared < shorter && locations[ones + shared] === locations[others + shared]) shared += 1;
    const after = (count + oneLength + otherLength - shared) as Node;
    reserve(after - count);
    for (let i = 0; i < shared; i++) {
      frame[count] = locations[ones + i] as Of;
      start[count] = at;
      next[count] = after;
      count++;
    }
    if (otherLength === shared) {
      order[at] = other;
      order[at + 1] = one;
    }
    emitChain(at, depth + shared);
    emitChain(at + 1, depth + shared);
  };

  // Ranges that wait: [first, end, depth of their node, frame of their node], the next one on top.
  const waiting: number[] = [0, order.length, 0, 0];
  while (waiting.length > 0) {
    const frameId = waiting.pop() as Of;
    let depth = waiting.pop() as number;
    const stop = waiting.pop() as number;
    let first = waiting.pop() as number;
    emit(frameId, first, depth);
    for (;;) {
      if (stop - first === 1) {
        emitChain(first, depth);
        break;
      }
      if (stop - first === 2) {
        emitFork(first, depth);
        break;
      }
      // `depth` locations of these stacks are consumed; the key of a stack that ends here is 0, the root's.
      let low = 0xffffffff;
      let high = 0;
      for (let i = first; i < stop; i++) {
        const key = keyOf(order[i] as Stack, depth);
        keys[i] = key;
        if (key < low) low = key;
        if (key > high) high = key;
      }
      if (high === 0) break;
      depth += 1;
      if (low === high) {
        emit(high as Of, first, depth);
        continue;
      }
      grouper.group(order, keys, first, stop);
      while (first < stop && keys[first] === 0) first += 1;
      // From the last group to the first, so that the first is on top.
      let groupEnd = stop;
      while (groupEnd > first) {
        const key = keys[groupEnd - 1] as number;
        let groupStart = groupEnd - 1;
        while (groupStart > first && keys[groupStart - 1] === key) groupStart -= 1;
        waiting.push(groupStart, groupEnd, depth, key);
        groupEnd = groupStart;
      }
      break;
    }
  }
  while (path.length > 0) next[path.pop() as Node] = count;
  reserve(1);
  start[count] = order.length;
  return {
    count,
    frame: frame.subarray(0, count) as IdColumn<Of>,
    next: next.subarray(0, count) as IdColumn<Node>,
    start: start.subarray(0, count + 1),
    order,
  };
}

function enlarged<Column extends Uint32Array>(column: Column, capacity: number): Column {
  const larger = new Uint32Array(capacity);
  larger.set(column);
  return larger as Column;
}
