import type { TreeColumns } from '../answers/drawnTree.ts';
import { assertNever } from '../assertNever.ts';

/**
 * What a box's width stands for: `change` = increase + decrease, `growth` = increase, `both` = base + current,
 * `current`. Each is a sum of non-negative self values, so that children never overflow their parent.
 */
export const widthModes = ['change', 'growth', 'both', 'current'] as const;
export type WidthMode = (typeof widthModes)[number];

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
    default:
      return assertNever(mode);
  }
}
