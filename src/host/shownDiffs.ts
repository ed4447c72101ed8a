import * as vscode from 'vscode';
import type { ViewOptions } from '../core/answers/looks.ts';
import type { EngineMethod, ParamsOf, ResultOf } from '../core/answers/requests.ts';
import type { Place } from '../core/names/place.ts';
import { Disposable } from './disposable.ts';

/** A diff that a panel shows, as it is looked at there. */
export interface ShownDiff {
  readonly options: ViewOptions;
  /** Of what the options make of the files. */
  readonly unit: string;
  /** Equal for looks at the same two files in the same order, as long as nothing is read again. */
  readonly revision: number;
  /** Rejects when the panel is closed or reads its files again. */
  readonly request: <M extends EngineMethod>(method: M, params: ParamsOf<M>) => Promise<ResultOf<M>>;
  /** Selects a function in the flame graph and brings the panel to the front. */
  readonly reveal: (place: Place) => void;
}

/** What shows a diff: `active` while it is the editor that people work in. */
interface ShowingPanel {
  readonly active: boolean;
}

/** What is on screen: the diffs of all panels, the one used last in front. */
export class ShownDiffs extends Disposable {
  /** By panel, the one used last at the end. */
  readonly #shown = new Map<ShowingPanel, ShownDiff>();
  readonly #changed = this.register(new vscode.EventEmitter<void>());

  /** Another diff is in front now, or the one in front is looked at in another way. */
  readonly onDidChange = this.#changed.event;

  /** The one used last at the end. */
  get all(): Iterable<ShownDiff> {
    return this.#shown.values();
  }

  get front(): ShownDiff | null {
    return [...this.#shown.values()].at(-1) ?? null;
  }

  /** Takes note of what a panel shows now: one that is not active keeps its place, or comes in behind the one in front. */
  show(panel: ShowingPanel, diff: ShownDiff): void {
    const before = this.front;
    const above = panel.active || this.#shown.has(panel) ? [] : [...this.#shown].slice(-1);
    if (panel.active) this.#shown.delete(panel);
    this.#shown.set(panel, diff);
    for (const [other, shown] of above) {
      this.#shown.delete(other);
      this.#shown.set(other, shown);
    }
    const { front } = this;
    if (before === null || front === null || !sameLook(before, front)) this.#changed.fire();
  }

  /** Brings what a panel shows to the front once it is active. */
  bringToFront(panel: ShowingPanel): void {
    const diff = this.#shown.get(panel);
    if (diff !== undefined) this.show(panel, diff);
  }

  /** What a panel's engine knows besides the profiles has changed: what was asked of it may have another answer. */
  learned(panel: ShowingPanel): void {
    const diff = this.#shown.get(panel);
    if (diff !== undefined && diff === this.front) this.#changed.fire();
  }

  hide(panel: ShowingPanel): void {
    const before = this.front;
    this.#shown.delete(panel);
    if (this.front !== before) this.#changed.fire();
  }
}

function sameLook(one: ShownDiff, other: ShownDiff): boolean {
  return one.revision === other.revision && JSON.stringify(one.options) === JSON.stringify(other.options);
}
