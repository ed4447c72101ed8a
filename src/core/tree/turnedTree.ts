import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { resized } from '../formats/resized.ts';
import { type Heed, heedNothing } from '../heed.ts';
import type { Bucket, Frame, IdColumn, Node, Stack } from '../ids.ts';
import { idsBelow } from '../idsBelow.ts';
import type { Ids } from '../profile.ts';
import { StackSet } from '../stacks/stackSet.ts';
import { dropped, mostLocations } from '../stacks/stacks.ts';
import { buildCallTree, type CallTree, rootNode } from './callTree.ts';
import type { MergedTree } from './mergedTree.ts';
import { stackTurner, type Turn, turnKey } from './turn.ts';

/** After how many nodes it is asked whether the work is still wanted: a few milliseconds of them. */
const nodesBetween = 4096;

/** Stacks are mostly not deeper. */
const fewestFrames = 128;

/** A stack with frames that count as one: a bucket of it, and how many each of its frames stands for. */
interface Recursive {
  readonly bucket: Bucket;
  readonly times: Uint32Array;
}

/**
 * The stacks of a tree merged once more, turned: each counts once, as in the tree that is given. Throws `ProfileError`
 * when there are too many to hold, and what `heed` throws.
 */
export function turnedTree(given: MergedTree, turn: Turn, heed: Heed = heedNothing): MergedTree {
  const { tree, frames, buckets, stacks } = given;
  const { ends, places } = sizes(tree);
  if (places > mostLocations) throw new ProfileError('tooLarge', l10n.t`${places} frames in all stacks`);
  const ids = idsBelow(frames.count, places) as IdColumn<Frame, Ids>;
  const distinct = new StackSet<Frame>(ids, ends);
  const ofBucket = new Uint32Array(buckets.count).fill(dropped) as IdColumn<Stack>;
  const turnStack = stackTurner(turn, frames);
  const recursive: Recursive[] = [];
  walk(tree, (node, stack, depth) => {
    if (node % nodesBetween === 0) heed();
    const from = tree.start[node] as number;
    const to = tree.start[node + 1] as number;
    if (from === to) return;
    const turned = turnStack(stack, depth);
    if (turned === undefined) return;
    const { at, times, length } = turned;
    const { end } = distinct;
    for (let i = 0; i < length; i++) ids[end + i] = stack[at[i] as number] as Frame;
    const number = distinct.add(length);
    for (let k = from; k < to; k++) ofBucket[tree.order[k] as Bucket] = number;
    if (turned.repeats) recursive.push({ bucket: tree.order[from] as Bucket, times: times.slice(0, length) });
  });
  heed();
  const built = buildCallTree<Frame, Bucket>({ distinct, ofEntry: ofBucket }, frames.count);
  return {
    key: `${given.key} ${turnKey(turn)}`,
    frames,
    tree: built,
    buckets,
    stacks,
    turned: { turn, repeats: repeatsIn(built, buckets.count, recursive) },
  };
}

/** How many nodes stacks end at, and how many frames those have. */
function sizes(tree: CallTree): { readonly ends: number; readonly places: number } {
  let ends = 0;
  let places = 0;
  walk(tree, (node, _, depth) => {
    if (tree.start[node] === tree.start[node + 1]) return;
    ends += 1;
    places += depth;
  });
  return { ends, places };
}

/** Visits each node with the first `depth` frames of `stack`, the outermost first: its own. */
function walk(tree: CallTree, visit: (node: Node, stack: IdColumn<Frame>, depth: number) => void): void {
  const { next, frame, count } = tree;
  let stack = new Uint32Array(fewestFrames) as IdColumn<Frame>;
  /** Where the subtree of each frame's node ends. */
  let ends = new Uint32Array(fewestFrames) as IdColumn<Node>;
  let depth = 0;
  visit(rootNode, stack, depth);
  for (let node = 1 as Node; node < count; node++) {
    while (depth > 0 && (ends[depth - 1] as Node) <= node) depth -= 1;
    if (depth === stack.length) {
      stack = resized(stack, 2 * depth);
      ends = resized(ends, 2 * depth);
    }
    stack[depth] = frame[node] as Frame;
    ends[depth] = next[node] as Node;
    depth += 1;
    visit(node, stack, depth);
  }
}

/** How many frames a node stands for, at most: 1 for what does not repeat itself. */
function repeatsIn(tree: CallTree, buckets: number, recursive: readonly Recursive[]): Uint32Array {
  const repeats = new Uint32Array(tree.count).fill(1);
  if (recursive.length === 0) return repeats;
  const parent = new Uint32Array(tree.count);
  const nodeOf = new Uint32Array(buckets);
  const path: Node[] = [];
  for (let node = 0 as Node; node < tree.count; node++) {
    while (path.length > 0 && (tree.next[path.at(-1) as Node] as Node) <= node) path.pop();
    parent[node] = path.at(-1) ?? 0;
    path.push(node);
    const to = tree.start[node + 1] as number;
    for (let k = tree.start[node] as number; k < to; k++) nodeOf[tree.order[k] as Bucket] = node;
  }
  for (const { bucket, times } of recursive) {
    let node = nodeOf[bucket] as number;
    for (let i = times.length - 1; i >= 0; i--) {
      repeats[node] = Math.max(repeats[node] as number, times[i] as number);
      node = parent[node] as number;
    }
  }
  return repeats;
}
