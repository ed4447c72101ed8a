import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import { fileKey, type SourceFile } from '../../core/source/sourceRoot.ts';
import { contextKeys } from '../../manifest.ts';
import type { SourcePlace } from '../../protocol.ts';
import type { LineReveal } from './lineReveal.ts';
import type { SourceFinder } from './sourceFinder.ts';
import { uriOf } from './sourceUri.ts';

/** How many places a message names; the log has them all. */
const mostNamed = 4;

/** Leads from a frame to its line: finds the file, asks where several fit, shows it beside the panel. */
export class SourceOpener {
  readonly #log: vscode.LogOutputChannel;
  readonly #finder: SourceFinder;
  readonly #reveal: LineReveal;
  /** The user's choice where several files fit equally well, by the profile's path. */
  readonly #chosen = new Map<string, SourceFile>();
  #latest = 0;

  constructor(log: vscode.LogOutputChannel, finder: SourceFinder, reveal: LineReveal) {
    this.#log = log;
    this.#finder = finder;
    this.#reveal = reveal;
  }

  /**
   * `reveal` shows the line without taking the focus, `go` moves there. Returns why it could not, as a
   * sentence, or null. A later call overtakes an earlier one that is still looking: that one is undefined.
   */
  async open(
    place: SourcePlace,
    how: 'reveal' | 'go',
    column: vscode.ViewColumn,
  ): Promise<string | null | undefined> {
    const turn = ++this.#latest;
    const file = await this.#find(place);
    if (turn !== this.#latest) return undefined;
    if (typeof file === 'string') return file;
    await this.#reveal.show(uriOf(file), place.line, how, column);
    void vscode.commands.executeCommand('setContext', contextKeys.sourceShown, true);
    return null;
  }

  /** The file, or a sentence that says why there is none. */
  async #find({ file: path, functionName }: SourcePlace): Promise<SourceFile | string> {
    const located = await this.#finder.find(path, functionName);
    switch (located.kind) {
      case 'found':
        this.#log.debug(`${path} is ${uriOf(located.file).toString(true)}, by ${located.by}`);
        return located.file;
      case 'ambiguous':
        return this.#ask(path, located.files);
      case 'outside':
        return `${path} leads out of the workspace (${located.file.path}) and was not opened.`;
      case 'none': {
        const tried = located.tried.map(({ file }) => shortPath(file));
        const others = located.sameName.map(shortPath);
        this.#log.info(`no source for ${path}; tried ${list(tried, tried.length) || 'no path'}`);
        return [
          `No file in the workspace matches ${path}.`,
          ...(tried.length > 0 ? [`Tried ${list(tried, mostNamed)}.`] : []),
          others.length > 0
            ? `Of the same name, but not surely the same file: ${list(others, mostNamed)}.`
            : `No file there is named ${located.searched}.`,
        ].join(' ');
      }
      case 'refused':
        return refusal[located.reason](functionName, path);
      default:
        return assertNever(located);
    }
  }

  async #ask(path: string, files: readonly SourceFile[]): Promise<SourceFile | string> {
    const before = this.#chosen.get(path);
    const known = before && files.find(file => fileKey(file) === fileKey(before));
    if (known !== undefined) return known;
    const picked = await vscode.window.showQuickPick(
      files.map(file => ({ label: shortPath(file), file })),
      { title: `Which file is ${path}?`, placeHolder: 'Asked once for each path' },
    );
    if (picked === undefined) return `${files.length} files may be ${path}; none was chosen.`;
    this.#chosen.set(path, picked.file);
    return picked.file;
  }
}

const refusal = {
  empty: (name: string) => `The profile does not say in which file ${name} is.`,
  unsafe: (_name: string, path: string) => `${path} is not a path that can be looked for.`,
  builtin: (name: string) => `${name} is built into the runtime; there is no file to open.`,
  generated: (name: string) => `${name} was generated while building; there is no file to open.`,
} as const;

function shortPath(file: SourceFile): string {
  return vscode.workspace.asRelativePath(uriOf(file));
}

function list(paths: readonly string[], most: number): string {
  const rest = paths.length - most;
  return paths.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
