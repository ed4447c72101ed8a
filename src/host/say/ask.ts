import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { inert } from './say.ts';

/** One thing to choose; `icon` is one of VS Code's own. */
export interface Choice<Value> {
  readonly label: Shown;
  readonly icon?: 'folder-opened' | 'git-commit';
  readonly description?: Shown;
  readonly detail?: Shown;
  /** Stays in the list whatever is typed. */
  readonly always?: boolean;
  readonly value: Value;
}

type Item<Value> = vscode.QuickPickItem & { readonly choice: Choice<Value> };

function itemOf<Value>(choice: Choice<Value>): Item<Value> {
  return {
    label: (choice.icon === undefined ? '' : `$(${choice.icon}) `) + inert(choice.label),
    ...(choice.description !== undefined && { description: inert(choice.description) }),
    ...(choice.detail !== undefined && { detail: inert(choice.detail) }),
    ...(choice.always === true && { alwaysShow: true }),
    choice,
  };
}

/**
 * Lets the user choose from a list; undefined when they think better of it. `followsUp`: another question has just gone,
 * which may give the focus back to where it was only after this one is there; losing it is no answer.
 */
export async function pick<Value>(
  title: Shown,
  placeHolder: Shown,
  choices: readonly Choice<Value>[],
  { followsUp = false }: { readonly followsUp?: boolean } = {},
): Promise<Choice<Value> | undefined> {
  const picked = await vscode.window.showQuickPick(choices.map(itemOf), {
    title: inert(title),
    placeHolder: inert(placeHolder),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: followsUp,
  });
  return picked?.choice;
}

/** As `pick`, where what is typed may be an answer too: `typed` makes a choice of it, which stands first then. */
export async function pickOrType<Value>(
  title: Shown,
  placeHolder: Shown,
  choices: readonly Choice<Value>[],
  typed: (text: string) => Choice<Value> | undefined,
): Promise<Choice<Value> | undefined> {
  const list = vscode.window.createQuickPick<Item<Value>>();
  try {
    const items = choices.map(itemOf);
    list.title = inert(title);
    list.placeholder = inert(placeHolder);
    list.items = items;
    list.onDidChangeValue(text => {
      const choice = typed(text);
      list.items = choice === undefined ? items : [itemOf({ ...choice, always: true }), ...items];
    });
    return await new Promise(resolve => {
      list.onDidAccept(() => resolve(list.selectedItems[0]?.choice));
      list.onDidHide(() => resolve(undefined));
      list.show();
    });
  } finally {
    list.dispose();
  }
}

/** Asks in a dialog that shows all of the `detail`, however long; `yes` is what its button says. */
export async function confirm(question: Shown, detail: Shown, yes: Shown): Promise<boolean> {
  const options = { modal: true, detail: inert(detail) };
  const answer = await vscode.window.showInformationMessage(inert(question), options, inert(yes));
  return answer === inert(yes);
}

/** A question that is answered by typing. */
export interface TextQuestion {
  readonly title: Shown;
  readonly prompt: Shown;
  /** What the answer may look like. */
  readonly placeHolder?: Shown;
  /** The answer to begin with. */
  readonly value?: string;
  /** Nobody is to see it. */
  readonly secret?: boolean;
  /** What is wrong with an answer, undefined for one that will do. */
  readonly refuse?: (typed: string) => Shown | undefined;
}

/** Lets the user type an answer; undefined when they think better of it. */
export async function askText(question: TextQuestion): Promise<string | undefined> {
  const { title, prompt, placeHolder, value, secret = false, refuse } = question;
  return vscode.window.showInputBox({
    title: inert(title),
    prompt: inert(prompt),
    ...(placeHolder !== undefined && { placeHolder: inert(placeHolder) }),
    ...(value !== undefined && { value }),
    password: secret,
    ignoreFocusOut: true,
    validateInput: typed => {
      const wrong = refuse?.(typed);
      return wrong === undefined ? undefined : inert(wrong);
    },
  });
}

/** Lets the user choose files that are there, or folders too; none when they think better of it. */
export async function askForFiles(
  title: Shown,
  button: Shown,
  {
    several = false,
    folders = false,
    start,
  }: { readonly several?: boolean; readonly folders?: boolean; readonly start?: vscode.Uri | undefined } = {},
): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: inert(title),
    openLabel: inert(button),
    canSelectMany: several,
    canSelectFiles: true,
    canSelectFolders: folders,
    ...(start && { defaultUri: start }),
  });
  return chosen ?? [];
}

/** Lets the user say where to write a file, of a kind and its ending; undefined when they think better of it. */
export async function askWhereToSave(
  suggested: vscode.Uri,
  kind: Shown,
  ending: string,
): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    defaultUri: suggested,
    filters: { [inert(kind)]: [ending] },
    saveLabel: l10n.t`Save`,
  });
}
