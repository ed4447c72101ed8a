import { subtreeRange } from '../measures/ranges.ts';
import { rootNode } from '../tree/callTree.ts';
import type { DrawnTree } from './drawnTree.ts';
import { frameColumns, packageColumns } from './frameColumns.ts';
import { evidenceIn, type TreeLook } from './look.ts';
import type { RepeatColumns, TreeKind, View } from './requests.ts';

/** What is drawn of a tree, with its sums, as it travels. */
export function viewOf(
  look: TreeLook,
  drawn: DrawnTree,
  named: Pick<View, 'id' | 'options' | 'headline'>,
): View {
  const { merged, measure, type } = look;
  const around = merged.turned?.turn.around ?? null;
  const increase = measure.increase.at(-1) ?? 0;
  const total = { base: measure.base.at(-1) ?? 0, current: measure.current.at(-1) ?? 0 };
  return {
    ...named,
    kind: kindOf(look),
    unit: type.unit,
    total,
    unfiltered: look.unfiltered(),
    increase,
    decrease: increase - (total.current - total.base),
    evidence: evidenceIn(look, subtreeRange(merged.tree, rootNode)),
    frames: frameColumns(merged.frames, drawn.frames, around),
    packages: packageColumns(look, drawn.frames),
    tree: drawn.columns,
    repeats: repeatsOf(look, drawn),
  };
}

function kindOf({ merged: { turned } }: TreeLook): TreeKind {
  if (turned === null) return 'calls';
  const { inverted, around } = turned.turn;
  if (around !== null) return inverted ? 'callers' : 'callees';
  return inverted ? 'inverted' : 'calls';
}

function repeatsOf({ merged: { turned } }: TreeLook, { nodes }: DrawnTree): RepeatColumns {
  const node: number[] = [];
  const count: number[] = [];
  nodes.forEach((inTree, drawn) => {
    const repeats = turned?.repeats[inTree] ?? 1;
    if (repeats < 2) return;
    node.push(drawn);
    count.push(repeats);
  });
  return { node: Uint32Array.from(node), count: Uint32Array.from(count) };
}
