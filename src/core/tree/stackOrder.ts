import type { IdColumn, Stack } from '../ids.ts';
import type { StackSet } from '../stacks/stackSet.ts';
import { numbered } from '../stacks/stacks.ts';
import { KeyGrouper } from './keyGrouper.ts';

/** Stacks side by side that begin alike. */
export interface StackOrder {
  /** Those with a common beginning, however long, stand together, one before those that go on where it ends. */
  readonly order: IdColumn<Stack>;
  /** How many locations each shares with the one before it. */
  readonly shared: Uint32Array;
}

/** Ranges up to this many are sorted by insertion. */
const few = 16;

/**
 * Orders distinct stacks, outermost location first. In turns, those of a range are grouped by their next location, as a
 * radix sort does, and those of a group by how far each goes along with one of them: most stacks share most of their
 * locations with many others, and to look at a stack anywhere in memory takes longer than to read on from there. Linear in
 * the locations of all stacks.
 */
export function stackOrder<Of extends number>(stacks: StackSet<Of>, locationCount: number): StackOrder {
  const { start, locations } = stacks;
  const order = numbered<Stack>(stacks.count);
  const shared = new Uint32Array(order.length);
  const keys = new Uint32Array(order.length);
  const moved = new Uint32Array(order.length);
  const grouper = new KeyGrouper(order.length, locationCount);
  /** Ranges that wait: from, to, how many locations all of it share. */
  const waiting: number[] = [0, order.length, 0];

  /** Groups a range by how many locations more each shares with one of them; the least first. */
  const alongOne = (from: number, to: number, depth: number): void => {
    const one = order[(from + to) >>> 1] as Stack;
    const size = new Uint32Array((start[one + 1] as number) - (start[one] as number) - depth + 1);
    for (let i = from; i < to; i++) {
      const length = sharedFrom(stacks, one, order[i] as Stack, depth);
      keys[i] = length;
      size[length] = (size[length] as number) + 1;
    }
    let at = from;
    let before = 0;
    for (let length = 0; length < size.length; length++) {
      const next = at + (size[length] as number);
      size[length] = at;
      if (next === at) continue;
      if (at > from) shared[at] = depth + before;
      if (next - at > 1) waiting.push(at, next, depth + length);
      before = length;
      at = next;
    }
    for (let i = from; i < to; i++) {
      const length = keys[i] as number;
      const slot = size[length] as number;
      size[length] = slot + 1;
      moved[slot] = order[i] as Stack;
    }
    order.set(moved.subarray(from, to) as IdColumn<Stack>, from);
  };

  while (waiting.length > 0) {
    const depth = waiting.pop() as number;
    const to = waiting.pop() as number;
    const from = waiting.pop() as number;
    if (to - from <= few) {
      sortFew(stacks, order, from, to, depth);
      for (let k = from + 1; k < to; k++) {
        shared[k] = depth + sharedFrom(stacks, order[k - 1] as Stack, order[k] as Stack, depth);
      }
      continue;
    }
    for (let i = from; i < to; i++) {
      const at = (start[order[i] as Stack] as number) + depth;
      keys[i] = at < (start[(order[i] as Stack) + 1] as number) ? (locations[at] as Of) : 0;
    }
    grouper.group(order, keys, from, to);
    for (let at = from; at < to; ) {
      const key = keys[at];
      let next = at + 1;
      while (next < to && keys[next] === key) next += 1;
      if (at > from) shared[at] = depth;
      if (next - at > few) alongOne(at, next, depth + 1);
      else if (next - at > 1) waiting.push(at, next, depth + 1);
      at = next;
    }
  }
  return { order, shared };
}

/** How many locations two stacks share from a depth on. */
function sharedFrom<Of extends number>(
  { start, locations }: StackSet<Of>,
  one: Stack,
  other: Stack,
  depth: number,
): number {
  const a = (start[one] as number) + depth;
  const b = (start[other] as number) + depth;
  const most = Math.min((start[one + 1] as number) - a, (start[other + 1] as number) - b);
  let shared = 0;
  while (shared < most && locations[a + shared] === locations[b + shared]) shared += 1;
  return shared;
}

/** Sorts stacks that share `depth` locations by insertion. */
function sortFew<Of extends number>(
  stacks: StackSet<Of>,
  order: IdColumn<Stack>,
  from: number,
  to: number,
  depth: number,
): void {
  const { start, locations } = stacks;
  const isBefore = (one: Stack, other: Stack): boolean => {
    const shared = depth + sharedFrom(stacks, one, other, depth);
    const a = (start[one] as number) + shared;
    const b = (start[other] as number) + shared;
    if (b === start[other + 1]) return false;
    return a === start[one + 1] || (locations[a] as Of) < (locations[b] as Of);
  };
  for (let i = from + 1; i < to; i++) {
    const stack = order[i] as Stack;
    let j = i;
    while (j > from && isBefore(stack, order[j - 1] as Stack)) {
      order[j] = order[j - 1] as Stack;
      j -= 1;
    }
    order[j] = stack;
  }
}
