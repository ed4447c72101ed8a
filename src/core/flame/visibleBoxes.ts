import type { FlameLayout } from './flameLayout.ts';

/** The part of the layout that is on screen: a span of [0, 1] and rows, both ends included. */
export interface Visible {
  readonly start: number;
  readonly end: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Boxes narrower than this share of the layout are left out, with all below them. */
  readonly narrowest: number;
}

/** What a walk over the visible boxes reports; spans are shares of the layout. */
export interface BoxVisitor {
  box(node: number, row: number, left: number, right: number): void;
  /** A box too narrow to draw, inside the visible span. Its subtree is not walked. */
  narrow(node: number, row: number, left: number, right: number): void;
}

/** Walks the visible boxes, parents first. Subtrees outside the span or too narrow cost one step each. */
export function visitVisible(layout: FlameLayout, visible: Visible, visitor: BoxVisitor): void {
  const { tree, weight, left, total } = layout;
  const { depth } = tree.columns;
  if (total === 0) return;
  for (let node = 0; node < tree.count; ) {
    const row = depth[node] ?? 0;
    const width = (weight[node] ?? 0) / total;
    const start = left[node] ?? 0;
    const outside = width === 0 || start >= visible.end || start + width <= visible.start;
    if (outside || row > visible.lastRow) {
      node = tree.end[node] ?? tree.count;
    } else if (width < visible.narrowest) {
      visitor.narrow(node, row, start, start + width);
      node = tree.end[node] ?? tree.count;
    } else {
      if (row >= visible.firstRow) visitor.box(node, row, start, start + width);
      node++;
    }
  }
}

/** The node whose box holds the point, −1 where there is none or it is narrower than `narrowest`. */
export function hitTest(layout: FlameLayout, x: number, row: number, narrowest: number): number {
  const { tree, weight, left, total } = layout;
  const { depth } = tree.columns;
  if (total === 0 || row < 0) return -1;
  for (let node = 0; node < tree.count; ) {
    const width = (weight[node] ?? 0) / total;
    const start = left[node] ?? 0;
    const inside = width >= narrowest && width > 0 && x >= start && x < start + width;
    if (!inside) node = tree.end[node] ?? tree.count;
    else if ((depth[node] ?? 0) === row) return node;
    else node++;
  }
  return -1;
}

/** How many frames the subtree of a node stands for, itself included. */
export function framesIn(layout: FlameLayout, node: number): number {
  const { framesBefore, end } = layout.tree;
  return (framesBefore[end[node] ?? 0] ?? 0) - (framesBefore[node] ?? 0);
}
