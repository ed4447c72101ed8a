import { type FlameLayout, flameLayout, widthOf } from '../../../src/core/flame/flameLayout.ts';
import { flameTree } from '../../../src/core/flame/flameTree.ts';
import type { WidthMode } from '../../../src/core/flame/widthMode.ts';
import { stacksFromText, treeFromStacks } from './treeFromStacks.ts';

/** A laid-out tree with the names of its frames. */
export interface NamedLayout {
  readonly layout: FlameLayout;
  readonly names: readonly string[];
}

/** Lays out stacks written as text. */
export function layoutOf(text: string, mode: WidthMode): NamedLayout {
  const { tree, names } = treeFromStacks(stacksFromText(text));
  return { layout: flameLayout(flameTree(tree), mode), names };
}

/** The name of a node's frame. */
export function nameAt({ layout, names }: NamedLayout, node: number): string {
  return names[layout.tree.columns.frame[node] ?? -1] ?? '?';
}

/** The first node with that name. */
export function nodeOf(named: NamedLayout, name: string): number {
  return named.layout.tree.columns.frame.findIndex(frame => named.names[frame] === name);
}

/** One line a box with a width: `a 0.25 … 0.75`, indented by depth, in preorder. */
export function dumpLayout(named: NamedLayout): readonly string[] {
  const { layout } = named;
  const lines: string[] = [];
  for (let node = 0; node < layout.tree.count; node++) {
    const width = widthOf(layout, node);
    if (width === 0) continue;
    const left = layout.left[node] ?? 0;
    const indent = '  '.repeat(layout.tree.columns.depth[node] ?? 0);
    lines.push(`${indent}${nameAt(named, node)} ${left} … ${left + width}`);
  }
  return lines;
}
