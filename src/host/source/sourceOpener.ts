import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import { baseName } from '../../core/displayName.ts';
import type { Place } from '../../core/names/place.ts';
import type { Shown } from '../../core/shown.ts';
import type { ReachedSource } from '../../core/source/readScript.ts';
import { absolutePath, type SourceFile } from '../../core/source/sourceRoot.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { contextKeys } from '../../manifest.ts';
import type { Log } from '../say/log.ts';
import { say, sayAll } from '../say/say.ts';
import { driftText } from './driftText.ts';
import { hostScripts } from './hostScripts.ts';
import type { LineReveal } from './lineReveal.ts';
import type { NamedPlace } from './namedPlace.ts';
import { driftIn } from './sourceDrift.ts';
import type { SourceFinder } from './sourceFinder.ts';
import type { SourceQuestions } from './sourceQuestions.ts';
import { uriOf } from './sourceUri.ts';

/** How many files a message names; the log has them all. */
const mostNamed = 4;

/** How it went: a sentence to show, or null; and whether the user could say where the file is. */
export interface Opening {
  readonly message: Shown | null;
  readonly locatable: boolean;
  /** What was shown, its line 1-based; null when nothing was. */
  readonly shown: { readonly document: vscode.TextDocument; readonly line: number } | null;
}

/** Leads from a frame to its line: finds the file, asks where several fit, follows the line, shows it. */
export class SourceOpener {
  readonly #log: Log;
  readonly #finder: SourceFinder;
  readonly #questions: SourceQuestions;
  readonly #code: CodeClient;
  readonly #reveal: LineReveal;
  #latest = 0;

  constructor(
    log: Log,
    finder: SourceFinder,
    questions: SourceQuestions,
    code: CodeClient,
    reveal: LineReveal,
  ) {
    this.#log = log;
    this.#finder = finder;
    this.#questions = questions;
    this.#code = code;
    this.#reveal = reveal;
  }

  /**
   * `reveal` shows the line without taking the focus, `go` moves there. A later call overtakes an earlier one that is
   * still looking: that one is undefined.
   */
  async open(
    place: NamedPlace,
    how: 'reveal' | 'go',
    column: vscode.ViewColumn,
  ): Promise<Opening | undefined> {
    const turn = ++this.#latest;
    const found = await this.#find(place);
    if (turn !== this.#latest) return undefined;
    if (!(found instanceof vscode.Uri)) return found;
    const document = await vscode.workspace.openTextDocument(found);
    const drift = await driftIn(this.#code, document, place);
    if (turn !== this.#latest) return undefined;
    await this.#reveal.show(found, drift.line, how, column);
    void vscode.commands.executeCommand('setContext', contextKeys.sourceShown, true);
    return {
      message: driftText(drift, place, baseName(found.path)),
      locatable: false,
      shown: { document, line: drift.line },
    };
  }

  /** The line as it stands now, if its file is found without asking and nothing has to be shown; else null. */
  async look(place: NamedPlace): Promise<Opening['shown']> {
    const located = await this.#finder.find(place.file, place.name);
    if (located.kind !== 'found') return null;
    const document = await vscode.workspace.openTextDocument(uriOf(located.file));
    const { line } = await driftIn(this.#code, document, place);
    return { document, line };
  }

  /** Asks where a file is, then opens it. */
  async locate(place: NamedPlace, column: vscode.ViewColumn): Promise<Opening | undefined> {
    return (await this.#questions.locate(place.file)) ? this.open(place, 'go', column) : undefined;
  }

  /** Which of these files (of a profile) are the reader's own. */
  ownOf(sources: readonly Place[]): Promise<readonly string[]> {
    return this.#finder.ownOf(sources);
  }

  /** The reader's files, as far as scripts lead to them. */
  get scripts(): ReachedSource {
    return hostScripts(this.#finder);
  }

  /** Paths of the workspace's Go modules. */
  goModules(): Promise<readonly string[]> {
    return this.#finder.goModules();
  }

  /** The file, or why there is none. */
  async #find({ file: path, name }: Place): Promise<vscode.Uri | Opening> {
    const located = await this.#finder.find(path, name);
    switch (located.kind) {
      case 'found':
        this.#log.debug(say`${path} is ${uriOf(located.file).toString(true)}, by ${located.by}`);
        return uriOf(located.file);
      case 'ambiguous': {
        const none = say(l10n.t('{0} files may be {1}; none was chosen.'), located.files.length, path);
        return (
          (await this.#questions.which(path, located.files)) ?? {
            message: none,
            locatable: true,
            shown: null,
          }
        );
      }
      case 'outside': {
        const folder = await this.#folderOf(located.file);
        if (await this.#questions.mayRead(located.file, folder)) return uriOf(located.file);
        const outside = absolutePath(located.file);
        return {
          message: say(l10n.t('{0} is {1}, outside the workspace, and was not opened.'), path, outside),
          locatable: true,
          shown: null,
        };
      }
      case 'none': {
        const tried = located.tried.map(({ file }) => shortPath(file));
        const others = located.sameName.map(shortPath);
        this.#log.info(say`no source for ${path}; tried ${tried}`);
        const sentences = [
          say(l10n.t('No file in the workspace matches {0}.'), path),
          ...(tried.length > 0 ? [say(l10n.t('Tried {0}.'), someOf(tried))] : []),
          others.length > 0
            ? say(l10n.t('Of the same name, but not surely the same file: {0}.'), someOf(others))
            : say(l10n.t('No file there is named {0}.'), located.searched),
        ];
        return { message: sayAll(sentences), locatable: true, shown: null };
      }
      case 'refused':
        return { message: refusal[located.reason](name, path), locatable: false, shown: null };
      default:
        return assertNever(located);
    }
  }

  /** What the rule that led to a file opens: the folder it names, or the file's own. */
  async #folderOf(file: SourceFile): Promise<string> {
    const path = absolutePath(file);
    const rules = await this.#finder.rules();
    const rule = rules.map(({ to }) => to.replace(/[/\\]$/, '')).find(to => path.startsWith(`${to}/`));
    return rule === undefined || rule === '' ? path.slice(0, path.lastIndexOf('/')) : rule;
  }
}

const refusal = {
  empty: (name: string) => say(l10n.t('The profile does not say in which file {0} is.'), name),
  unsafe: (_name: string, path: string) => say(l10n.t('{0} is not a path that can be looked for.'), path),
  builtin: (name: string) => say(l10n.t('{0} is built into the runtime; there is no file to open.'), name),
  generated: (name: string) =>
    say(l10n.t('{0} was generated while building; there is no file to open.'), name),
} as const;

function shortPath(file: SourceFile): string {
  return vscode.workspace.asRelativePath(uriOf(file));
}

function someOf(paths: readonly string[]): readonly string[] {
  const rest = paths.length - mostNamed;
  return rest > 0 ? [...paths.slice(0, mostNamed), l10n.t`and ${rest} more`] : paths;
}
