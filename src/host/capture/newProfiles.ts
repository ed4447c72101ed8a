import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { baseName } from '../../core/displayName.ts';
import { isCapture } from '../../core/profileNames.ts';
import { settings } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';
import type { Log } from '../say/log.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { setting } from '../setting.ts';

/** What profilers write by themselves: VS Code's debugger, Go's benchmarks, whoever asks for a `.pprof`. */
const written = ['**/*.pprof', '**/mem.out', '**/*.heapprofile'];
const passedOver = '**/{node_modules,.git}/**';
/** A file is whole when nothing has come for so long, milliseconds. */
const settleTime = 1000;
/** More than one program writes. */
const mostFound = 2000;

/** Offers to compare a new profile in the workspace with the last one of its kind, once. */
export class NewProfiles extends Disposable {
  readonly #panels: DiffPanels;
  readonly #log: Log;
  readonly #offered = new Set<string>();
  #isStopped = false;

  constructor(panels: DiffPanels, log: Log) {
    super();
    this.#panels = panels;
    this.#log = log;
    for (const pattern of written) this.#watch(pattern);
  }

  #watch(pattern: string): void {
    // VS Code tells of some files twice.
    const arrived = new Map<string, vscode.Uri>();
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const [uri, ...others] = arrived.values();
        arrived.clear();
        // Several at once were checked out or unpacked, not captured.
        if (uri !== undefined && others.length === 0) void this.#offer(uri, pattern);
      }, settleTime);
    };
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.registerAll(
      watcher,
      watcher.onDidCreate(uri => {
        if (this.#isStopped || !isOffered(uri) || this.#offered.has(uri.toString())) return;
        arrived.set(uri.toString(), uri);
        wait();
      }),
      watcher.onDidChange(() => {
        if (arrived.size > 0) wait();
      }),
      new vscode.Disposable(() => clearTimeout(timer)),
    );
  }

  async #offer(uri: vscode.Uri, pattern: string): Promise<void> {
    try {
      if (!setting(settings.offerComparison)) return;
      const last = await lastBefore(uri, pattern);
      if (last === undefined || this.#isDisposedOrOffered(uri)) return;
      const compare = say(l10n.t('Compare with the Last One'));
      const never = say(l10n.t('Don’t Offer This'));
      const [name, before] = [uri, last].map(each => vscode.workspace.asRelativePath(each));
      const message = say(l10n.t('{0} is a new profile. The last one is {1}.'), name ?? '', before ?? '');
      const chosen = await inform(message, compare, never);
      if (chosen === compare) this.#panels.compare({ base: last, current: uri }, 'byTime');
      if (chosen === never) {
        this.#isStopped = true;
        await vscode.workspace.getConfiguration().update(settings.offerComparison, false, true);
      }
    } catch (error) {
      this.#log.error(error);
    }
  }

  #isDisposedOrOffered(uri: vscode.Uri): boolean {
    if (this.isDisposed || this.#offered.has(uri.toString())) return true;
    this.#offered.add(uri.toString());
    return false;
  }
}

/** What is not of the heap, by its name, lies beside it; what we captured has offers of its own. */
function isOffered({ path }: vscode.Uri): boolean {
  return isCapture(baseName(path)) && !path.includes(`/${setting(settings.captureFolder)}/heap-`);
}

/** The newest profile of the same kind that was there before; undefined where there is none. */
async function lastBefore(uri: vscode.Uri, pattern: string): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles(pattern, passedOver, mostFound);
  const others = found.filter(each => isCapture(baseName(each.path)) && each.toString() !== uri.toString());
  const dated = await Promise.all(
    others.map(async each => ({ each, modified: (await vscode.workspace.fs.stat(each)).mtime })),
  );
  dated.sort((one, other) => other.modified - one.modified);
  return dated[0]?.each;
}
