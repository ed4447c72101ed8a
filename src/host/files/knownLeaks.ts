import * as vscode from 'vscode';
import { ProfileError } from '../../core/error.ts';
import { changedKnown, type KnownChange } from '../../core/known/changeKnown.ts';
import type { Fingerprint } from '../../core/known/fingerprint.ts';
import {
  backAs,
  type KnownLeak,
  knownAs,
  knownFileName,
  parseKnownLeaks,
} from '../../core/known/knownLeaks.ts';
import { Disposable } from '../disposable.ts';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { writeBeside } from './writeBeside.ts';

/** A folder's file of known leaks; `text` is null where there is none. */
interface KnownFile {
  readonly uri: vscode.Uri;
  readonly text: string | null;
  readonly leaks: readonly KnownLeak[];
}

/** Leaks that the team knows of, in the open folders' files. Writes them in a trusted workspace only. */
export class KnownLeaks extends Disposable {
  readonly #log: Log;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** A file was written, here or by anybody else. */
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    super();
    this.#log = log;
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(`**/${knownFileName}`));
    const fire = (): void => this.#changed.fire();
    this.registerAll(watcher.onDidChange(fire), watcher.onDidCreate(fire), watcher.onDidDelete(fire));
  }

  /** Those of all folders. A file that is not understood is complained about, and sets nothing aside. */
  async all(): Promise<readonly KnownLeak[]> {
    return (await this.#files()).flatMap(({ leaks }) => leaks);
  }

  /** Writes what became of a site. Throws `UnwrittenFile`, and `ProfileError` for a file that is not understood. */
  async change(fingerprint: Fingerprint, change: KnownChange): Promise<void> {
    const files = await this.#files();
    const has = files.find(
      ({ leaks }) => (knownAs(fingerprint, leaks) ?? backAs(fingerprint, leaks)) !== undefined,
    );
    const file = has ?? files[0];
    if (file === undefined || !vscode.workspace.isTrusted) {
      void complain(
        say`Known leaks stand in ${knownFileName} of the folder that is open, which has to be trusted to be written to.`,
      );
      return;
    }
    const bytes = new TextEncoder().encode(changedKnown(file.text, fingerprint, change));
    const beside = vscode.Uri.joinPath(file.uri, '..', `${knownFileName}.tmp-${crypto.randomUUID()}`);
    await writeBeside(vscode.workspace.fs, file.uri, beside, knownFileName, bytes);
    // The system may tell late of what was written.
    this.#changed.fire();
  }

  async #files(): Promise<readonly KnownFile[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return Promise.all(folders.map(({ uri }) => this.#read(vscode.Uri.joinPath(uri, knownFileName))));
  }

  async #read(uri: vscode.Uri): Promise<KnownFile> {
    const bytes = await vscode.workspace.fs.readFile(uri).then(
      read => read,
      () => null,
    );
    if (bytes === null) return { uri, text: null, leaks: [] };
    const text = new TextDecoder().decode(bytes);
    try {
      return { uri, text, leaks: parseKnownLeaks(text) };
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      this.#log.error(error);
      void complain(say`${knownFileName} ${error.detail}: no leak is set aside by it.`);
      return { uri, text, leaks: [] };
    }
  }
}
