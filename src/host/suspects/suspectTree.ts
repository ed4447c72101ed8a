import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Suspect } from '../../core/answers/requests.ts';
import { mostSuspects } from '../../core/answers/sitesBy.ts';
import { isAside } from '../../core/known/aside.ts';
import { treeViews } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import { say } from '../say/say.ts';
import { tellTree, treeRow } from '../say/treeRow.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import { suspectRow } from './suspectRow.ts';

/** The suspects of the comparison in front, in the side bar, where they stay while code is open. */
export class SuspectTree extends Disposable implements vscode.TreeDataProvider<Suspect> {
  readonly #shown: ShownDiffs;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #view: vscode.TreeView<Suspect>;
  #suspects: readonly Suspect[] = [];
  #unit = '';
  /** Counts the questions: only the last one's answer is shown. */
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(shown: ShownDiffs) {
    super();
    this.#shown = shown;
    this.#view = this.register(vscode.window.createTreeView(treeViews.suspects, { treeDataProvider: this }));
    this.register(shown.onDidChange(() => void this.#load()));
  }

  getChildren(above?: Suspect): Suspect[] {
    return above === undefined ? [...this.#suspects] : [];
  }

  getTreeItem(suspect: Suspect): vscode.TreeItem {
    return treeRow(suspectRow(suspect, this.#unit));
  }

  async #load(): Promise<void> {
    const asked = ++this.#asked;
    const { front } = this.#shown;
    if (front === null) {
      this.#show([], '');
      return;
    }
    const { options, unit } = front;
    try {
      const suspects = await front.request('suspects', { options, by: 'site', limit: mostSuspects });
      if (asked === this.#asked) this.#show(suspects, unit);
    } catch {
      // The panel was closed or reads its files again, and tells what became of that itself.
    }
  }

  #show(suspects: readonly Suspect[], unit: string): void {
    this.#suspects = suspects;
    this.#unit = unit;
    const count = suspects.filter(suspect => !isAside(suspect)).length;
    const message =
      suspects.length === 0 && this.#shown.front !== null
        ? say(l10n.t('No allocation site grew beyond sampling noise.'))
        : null;
    tellTree(this.#view, message, count, say(l10n.t('Sites that grew beyond sampling noise: {0}'), count));
    this.#changed.fire();
  }
}
