import type { FlameLayout } from '../../src/core/flame/flameLayout.ts';
import { framesIn } from '../../src/core/flame/visibleBoxes.ts';

/** Siblings too narrow to be drawn one by one, side by side. The span is a share of the layout. */
export interface NarrowRun {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  /** All that they stand for, and what is below them. */
  readonly frames: number;
  /** Their cum values together. */
  readonly base: number;
  readonly current: number;
}

/** Puts narrow boxes together where they stand side by side under one parent. */
export class NarrowRuns {
  readonly #layout: FlameLayout;
  readonly #runs = new Map<number, { -readonly [Field in keyof NarrowRun]: NarrowRun[Field] }>();

  constructor(layout: FlameLayout) {
    this.#layout = layout;
  }

  add(node: number, row: number, left: number, right: number): void {
    const { tree } = this.#layout;
    const parent = tree.parent[node] ?? -1;
    const run = this.#runs.get(parent) ?? { row, left, right, frames: 0, base: 0, current: 0 };
    run.left = Math.min(run.left, left);
    run.right = Math.max(run.right, right);
    run.frames += framesIn(this.#layout, node);
    run.base += tree.base[node] ?? 0;
    run.current += tree.current[node] ?? 0;
    this.#runs.set(parent, run);
  }

  all(): readonly NarrowRun[] {
    return [...this.#runs.values()];
  }
}
