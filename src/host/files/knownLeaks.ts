import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { ProfileError } from '../../core/error.ts';
import { changedKnown, type KnownChange } from '../../core/known/changeKnown.ts';
import type { Fingerprint } from '../../core/known/fingerprint.ts';
import {
  backAs,
  type KnownLeak,
  knownAs,
  knownFileName,
  mostKnownBytes,
  parseKnownLeaks,
} from '../../core/known/knownLeaks.ts';
import { Disposable } from '../disposable.ts';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { writeBeside } from './writeBeside.ts';

/** A folder's file of known leaks; `text` is null where there is none. What is `wrong` with it keeps it from being written. */
interface KnownFile {
  readonly uri: vscode.Uri;
  readonly text: string | null;
  readonly leaks: readonly KnownLeak[];
  readonly wrong?: ProfileError;
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

  /** Whether the list can be written to; says so where it cannot. */
  mayChange(): boolean {
    const may = vscode.workspace.isTrusted && (vscode.workspace.workspaceFolders ?? []).length > 0;
    if (!may) {
      void complain(
        say(
          l10n.t(
            'Known leaks stand in {0} of the folder that is open, which has to be trusted to be written to.',
          ),
          knownFileName,
        ),
      );
    }
    return may;
  }

  /** Writes what became of a site. Throws `UnwrittenFile`, and `ProfileError` for a file that is not understood. */
  async change(fingerprint: Fingerprint, change: KnownChange): Promise<void> {
    if (!this.mayChange()) return;
    const files = await this.#files();
    const has = files.find(
      ({ leaks }) => (knownAs(fingerprint, leaks) ?? backAs(fingerprint, leaks)) !== undefined,
    );
    const file = has ?? files[0];
    if (file === undefined) return;
    if (file.wrong !== undefined) throw file.wrong;
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
    try {
      const text = await textOf(uri);
      return { uri, text, leaks: text === null ? [] : parseKnownLeaks(text) };
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      this.#log.error(error);
      void complain(say(l10n.t('{0} {1}: no leak is set aside by it.'), knownFileName, error.detail));
      return { uri, text: null, leaks: [], wrong: error };
    }
  }
}

/** The text of a file, null where there is none. Throws `ProfileError`, going on after its name. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // Reading a pipe or a device would never end.
    if ((type & vscode.FileType.File) === 0) throw new ProfileError('badOption', l10n.t`is no file`);
    if (size > mostKnownBytes) throw new ProfileError('badOption', l10n.t`is larger than 1 MiB`);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error instanceof ProfileError ? error : new ProfileError('badOption', l10n.t`cannot be read`);
  }
}
