import * as vscode from 'vscode';
import type { Compared } from './compared.ts';
import { type RecentPair, readRecent, withoutPair, withRecent } from './recentList.ts';

const key = 'recentComparisons';

/** Two files that were compared, and when, in milliseconds since 1970. */
export interface Recent {
  readonly compared: Compared;
  readonly at: number;
}

/** The comparisons that were shown last, kept with the workspace. */
export class RecentComparisons {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** The latest first. */
  get all(): readonly Recent[] {
    return this.#list.flatMap(({ base, current, at }) => {
      try {
        const compared = { base: vscode.Uri.parse(base, true), current: vscode.Uri.parse(current, true) };
        return [{ compared, at }];
      } catch {
        return [];
      }
    });
  }

  /** Takes note of what is shown. One profile alone is no comparison. */
  async add({ base, current }: Compared): Promise<void> {
    if (base === null) return;
    const pair = { base: base.toString(), current: current.toString(), at: Date.now() };
    await this.#memento.update(key, withRecent(this.#list, pair));
  }

  async remove({ base, current }: Compared): Promise<void> {
    const pair = { base: base?.toString() ?? '', current: current.toString() };
    await this.#memento.update(key, withoutPair(this.#list, pair));
  }

  get #list(): readonly RecentPair[] {
    return readRecent(this.#memento.get(key));
  }
}
