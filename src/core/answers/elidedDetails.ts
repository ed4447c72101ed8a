import type { NodeDetails } from './details.ts';
import type { DrawnTree } from './drawnTree.ts';
import type { TreeLook } from './look.ts';

/** Details of a drawn node that stands for several: their sums. */
export function elidedDetails({ measure }: TreeLook, { columns }: DrawnTree, node: number): NodeDetails {
  const at = columns.selfNode.indexOf(node);
  const sum = { base: columns.selfBase[at] ?? 0, current: columns.selfCurrent[at] ?? 0 };
  const increase = columns.selfIncrease[at] ?? 0;
  const total = measure.increase.at(-1) ?? 0;
  return {
    flat: { base: 0, current: 0 },
    cum: sum,
    increase,
    decrease: increase - (sum.current - sum.base),
    objects: null,
    share: total === 0 ? 0 : increase / total,
    retained: null,
    evidence: null,
    lines: [],
  };
}
