import type { Node } from '../ids.ts';
import type { CallTree } from '../tree/callTree.ts';
import { cumOf, type Measure } from './measure.ts';

/** What is drawn of a subtree. */
export interface DrawLimit {
  /** The part of the whole that a node must pass in some width mode. */
  readonly share: number;
  /** Levels below the subtree's root. */
  readonly levels: number;
}

/** A subtree narrower than this part of the whole cannot be seen, in four screens of 8192 pixels side by side. */
const narrowest = 1 / (4 * 8192);
/** What is wider than this is never left out for its width: there are at most 128 such nodes on a level. */
const widest = narrowest * 4 ** 5;
/** More than the steps up to the whole. */
const mostSteps = 16;

/**
 * What of a subtree is drawn, so that at most `most` nodes are, those that stand for what is left out among them: those
 * wider than the narrowest that can be seen, times 4 until it is enough. Where stacks are so deep that it never is, its
 * outermost levels.
 */
export function drawLimit(tree: CallTree, measure: Measure, root: Node, most: number): DrawLimit {
  const shareOf = sharesOf(tree, measure, root);
  /** How many nodes are drawn where the limit is narrowest × 4^k, by k. */
  const drawn = new Uint32Array(mostSteps);
  let step = 0;
  let limit = narrowest;
  /** Nodes from the root down that pass: where each ends, how many steps it passes, and the fewest that a child does. */
  const ends: Node[] = [];
  const passed: number[] = [];
  const fewest: number[] = [];
  let depth = 0;
  const close = (before: Node): void => {
    for (; depth > 0 && (ends[depth - 1] as Node) <= before; depth--) {
      const last = passed[depth - 1] as number;
      for (let k = Math.max(step, (fewest[depth - 1] as number) + 1); k <= last; k++)
        drawn[k] = (drawn[k] as number) + 1;
    }
  };
  const raise = (): void => {
    while ((drawn[step] as number) > most && limit < widest) {
      step += 1;
      limit *= 4;
    }
  };
  const end = tree.next[root] as Node;
  for (let node = root; node < end; ) {
    close(node);
    const share = shareOf(node);
    let passes = step - 1;
    for (let next = limit; share > next; next *= 4) passes += 1;
    if (depth > 0 && share > 0) fewest[depth - 1] = Math.min(fewest[depth - 1] as number, passes);
    const after = tree.next[node] as Node;
    if (passes < step) {
      node = after;
      continue;
    }
    ends[depth] = after;
    passed[depth] = passes;
    fewest[depth] = passes;
    depth += 1;
    for (let k = step; k <= passes; k++) drawn[k] = (drawn[k] as number) + 1;
    node++;
    raise();
  }
  close(end);
  raise();
  const levels =
    (drawn[step] as number) <= most
      ? Number.POSITIVE_INFINITY
      : levelsWithin(tree, measure, root, limit, most);
  return { share: limit, levels };
}

/** How many of a subtree's levels hold no more than so many nodes that pass a limit. */
function levelsWithin(tree: CallTree, measure: Measure, root: Node, limit: number, most: number): number {
  const shareOf = sharesOf(tree, measure, root);
  const onLevel: number[] = [];
  /** Ends of the subtrees around the node. */
  const ends: Node[] = [];
  for (let node = root; node < (tree.next[root] as Node); ) {
    while (ends.length > 0 && (ends.at(-1) as Node) <= node) ends.pop();
    if (shareOf(node) <= limit) {
      node = tree.next[node] as Node;
      continue;
    }
    onLevel[ends.length] = (onLevel[ends.length] ?? 0) + 1;
    ends.push(tree.next[node] as Node);
    node++;
  }
  let levels = 0;
  let nodes = onLevel[0] ?? 0;
  while (levels + 1 < onLevel.length && nodes + (onLevel[levels + 1] as number) <= most) {
    levels += 1;
    nodes += onLevel[levels] as number;
  }
  return levels;
}

/**
 * The part of a subtree's whole that each of its nodes is, in the width mode in which it is widest; 0 for one without a value.
 * It is asked of nearly all nodes there are, and makes no object for one.
 */
export function sharesOf(tree: CallTree, measure: Measure, root: Node): (node: Node) => number {
  const { base, current, increase, baseWidth, currentWidth } = measure;
  const changeOf = (node: Node): number =>
    2 * cumOf(tree, increase, node) - cumOf(tree, current, node) + cumOf(tree, base, node);
  const bothOf = (node: Node): number => cumOf(tree, baseWidth, node) + cumOf(tree, currentWidth, node);
  const change = changeOf(root);
  const growth = cumOf(tree, increase, root);
  const both = bothOf(root);
  const ofCurrent = cumOf(tree, currentWidth, root);
  return node =>
    Math.max(
      share(changeOf(node), change),
      share(cumOf(tree, increase, node), growth),
      share(bothOf(node), both),
      share(cumOf(tree, currentWidth, node), ofCurrent),
    );
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
