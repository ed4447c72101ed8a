import * as vscode from 'vscode';
import { absolutePath, type SourceFile } from '../../core/source/sourceRoot.ts';
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
    const items = files.map(file => {
      const uri = uriOf(file);
      const detail = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
      return { label: vscode.workspace.asRelativePath(uri), detail, uri };
    });
    const picked = await vscode.window.showQuickPick(items, {
      title: `Which file is ${path}?`,
      placeHolder: 'Remembered for this workspace; “Heap Diff: Forget Source Choices” asks again',
      matchOnDetail: true,
    });
    if (picked !== undefined)
      await this.#choices.set(withFile(this.#choices.all, path, picked.uri.toString()));
    return picked?.uri;
  }

  /** Whether a file outside the workspace may be read; `folder` is what a rule of the user's says of it. */
  async mayRead(file: SourceFile, folder: string): Promise<boolean> {
    const allow = `Allow Reading ${folder}`;
    const picked = await vscode.window.showWarningMessage(
      `A rule for source leads out of the workspace, to ${absolutePath(file)}.`,
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
    const [chosen] =
      (await vscode.window.showOpenDialog({
        title: `Where is ${name}?`,
        openLabel: 'This Is the File',
        ...(start && { defaultUri: start }),
      })) ?? [];
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
