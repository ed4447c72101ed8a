import type { TreeColumns } from '../answers/drawnTree.ts';
import { assertNever } from '../assertNever.ts';

/** What of the difference a width stands for: `change` = increase + decrease, `growth` = increase, `both` = base + current. */
export const differenceModes = ['change', 'growth', 'both'] as const;
export type DifferenceMode = (typeof differenceModes)[number];

/**
 * What a box's width stands for: something of the difference, or one side of it. Each is a sum of non-negative self
 * values, so that children never overflow their parent.
 */
export const widthModes = [...differenceModes, 'current', 'base'] as const;
export type WidthMode = (typeof widthModes)[number];

/** Whether a width is of both sides. */
export function isDifference(mode: WidthMode): mode is DifferenceMode {
  return mode !== 'current' && mode !== 'base';
}

/** The self weight of entry `k` of the sparse value columns. Negative values (of a profile that is a delta) count by size. */
export function selfWeight(columns: TreeColumns, mode: WidthMode, k: number): number {
  const base = columns.selfBase[k] ?? 0;
  const current = columns.selfCurrent[k] ?? 0;
  const increase = columns.selfIncrease[k] ?? 0;
  switch (mode) {
    case 'change':
      return increase + (increase - (current - base));
    case 'growth':
      return increase;
    case 'both':
      return Math.abs(base) + Math.abs(current);
    case 'current':
      return Math.abs(current);
    case 'base':
      return Math.abs(base);
    default:
      return assertNever(mode);
  }
}
