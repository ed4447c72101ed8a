import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { shown } from '../../core/shown.ts';
import { absolutePath, type SourceFile } from '../../core/source/sourceRoot.ts';
import { askForFiles, pick } from '../say/ask.ts';
import { warn } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { noChoices, withAllowed, withFile, withLocated } from './choices.ts';
import type { SourceChoices } from './sourceChoices.ts';
import { uriOf } from './sourceUri.ts';

/** What only the user can say about where source is. Each answer is kept with the workspace. */
export class SourceQuestions {
  readonly #choices: SourceChoices;

  constructor(choices: SourceChoices) {
    this.#choices = choices;
  }

  /** Which of several files a profile's path is; undefined when the user does not say. */
  async which(path: string, files: readonly SourceFile[]): Promise<vscode.Uri | undefined> {
    const choices = files.map(file => {
      const uri = uriOf(file);
      const detail = shown(uri.scheme === 'file' ? uri.fsPath : uri.toString(true));
      return { label: shown(vscode.workspace.asRelativePath(uri)), detail, value: uri };
    });
    const remembered = say(
      l10n.t('Remembered for this workspace; “Heap Diff: Forget Source Choices” asks again'),
    );
    const picked = await pick(say(l10n.t('Which file is {0}?'), path), remembered, choices);
    if (picked === undefined) return undefined;
    await this.#choices.set(withFile(this.#choices.all, path, picked.value.toString()));
    return picked.value;
  }

  /** Whether a file outside the workspace may be read; `folder` is what a rule of the user's says of it. */
  async mayRead(file: SourceFile, folder: string): Promise<boolean> {
    const allow = say(l10n.t('Allow Reading {0}'), folder);
    const picked = await warn(
      say(l10n.t('A rule for source leads out of the workspace, to {0}.'), absolutePath(file)),
      allow,
    );
    if (picked !== allow) return false;
    await this.#choices.set(withAllowed(this.#choices.all, folder));
    return true;
  }

  /** Where a file is, from a dialog; the rule that follows is kept for its whole root. False when the user does not say. */
  async locate(path: string): Promise<boolean> {
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const start = vscode.workspace.workspaceFolders?.[0]?.uri;
    const [chosen] = await askForFiles(say(l10n.t('Where is {0}?'), name), say(l10n.t('This Is the File')), {
      start,
    });
    if (chosen === undefined) return false;
    await this.#choices.set(withLocated(this.#choices.all, path, chosen.path));
    return true;
  }

  /** Forgets every answer; how many there were. */
  async forget(): Promise<number> {
    const { files, rules, allowed } = this.#choices.all;
    const ruled = new Set(rules.map(({ to }) => to));
    await this.#choices.set(noChoices);
    return Object.keys(files).length + rules.length + allowed.filter(folder => !ruled.has(folder)).length;
  }
}
