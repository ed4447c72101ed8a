import type { Node } from '../ids.ts';
import { cumOf, type Measure } from '../measures/measure.ts';
import type { CallTree } from '../tree/callTree.ts';

/** A subtree's width in each width mode. */
export interface Widths {
  readonly change: number;
  readonly growth: number;
  readonly both: number;
  readonly current: number;
}

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
  const whole = widthsOf(tree, measure, root);
  /** How many nodes are drawn where the limit is narrowest × 4^k, by k. */
  const drawn = new Uint32Array(mostSteps);
  let step = 0;
  let limit = narrowest;
  /** Nodes from the root down that pass: where each ends, how many steps it passes, and the fewest that a child does. */
  const open: { readonly end: Node; readonly passes: number; fewest: number }[] = [];
  const close = (before: Node): void => {
    for (let last = open.at(-1); last !== undefined && last.end <= before; last = open.at(-1)) {
      for (let k = Math.max(step, last.fewest + 1); k <= last.passes; k++)
        drawn[k] = (drawn[k] as number) + 1;
      open.pop();
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
    const widths = widthsOf(tree, measure, node);
    const share = widestShare(widths, whole);
    let passes = step - 1;
    for (let next = limit; share > next; next *= 4) passes += 1;
    const parent = open.at(-1);
    if (parent !== undefined && widths.both !== 0) parent.fewest = Math.min(parent.fewest, passes);
    if (passes < step) {
      node = tree.next[node] as Node;
      continue;
    }
    open.push({ end: tree.next[node] as Node, passes, fewest: passes });
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
  const whole = widthsOf(tree, measure, root);
  const onLevel: number[] = [];
  /** Ends of the subtrees around the node. */
  const ends: Node[] = [];
  for (let node = root; node < (tree.next[root] as Node); ) {
    while (ends.length > 0 && (ends.at(-1) as Node) <= node) ends.pop();
    if (widestShare(widthsOf(tree, measure, node), whole) <= limit) {
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

export function widthsOf(tree: CallTree, measure: Measure, node: Node): Widths {
  const current = cumOf(tree, measure.currentWidth, node);
  const growth = cumOf(tree, measure.increase, node);
  const delta = cumOf(tree, measure.current, node) - cumOf(tree, measure.base, node);
  return {
    change: 2 * growth - delta,
    growth,
    both: cumOf(tree, measure.baseWidth, node) + current,
    current,
  };
}

function widestShare(part: Widths, whole: Widths): number {
  return Math.max(
    share(part.change, whole.change),
    share(part.growth, whole.growth),
    share(part.both, whole.both),
    share(part.current, whole.current),
  );
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
