import { cumOf, type Measure } from '../measures/measure.ts';
import type { CallTree } from '../tree/callTree.ts';

/** A subtree's width in each width mode. */
export interface Widths {
  readonly change: number;
  readonly growth: number;
  readonly both: number;
  readonly current: number;
}

/** A subtree narrower than this part of the whole cannot be seen, in four screens of 8192 pixels side by side. */
const narrowest = 1 / (4 * 8192);

/**
 * The part of the whole that a subtree must pass in some width mode to be drawn: the narrowest that can be seen, times
 * 4 until at most `most` nodes under `root` pass. One walk, which turns back where a subtree does not pass.
 */
export function drawLimit(tree: CallTree, measure: Measure, root: number, most: number): number {
  const whole = widthsOf(tree, measure, root);
  /** How many nodes pass narrowest × 4^k and no more, by k. */
  const passing: number[] = [];
  let level = 0;
  let limit = narrowest;
  let kept = 0;
  const end = tree.next[root] as number;
  for (let node = root; node < end; ) {
    const share = widestShare(widthsOf(tree, measure, node), whole);
    if (share <= limit) {
      node = tree.next[node] as number;
      continue;
    }
    let passed = level;
    for (let next = limit * 4; share > next; next *= 4) passed += 1;
    passing[passed] = (passing[passed] ?? 0) + 1;
    kept += 1;
    while (kept > most) {
      kept -= passing[level] ?? 0;
      level += 1;
      limit *= 4;
    }
    node += 1;
  }
  return limit;
}

export function widthsOf(tree: CallTree, measure: Measure, node: number): Widths {
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
