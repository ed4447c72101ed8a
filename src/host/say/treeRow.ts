import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import type { OurCommand } from './editorText.ts';
import { inert } from './say.ts';

/** What a row of a tree view says, and the command of ours that a click on it runs. */
export interface Row {
  readonly label: Shown;
  readonly description: Shown;
  /** A line each. */
  readonly tooltip: readonly Shown[];
  /** One of VS Code's own. */
  readonly icon: 'flame' | 'eye-closed' | 'history';
  readonly command: OurCommand;
  readonly args: readonly unknown[];
}

/** A row without rows below it. */
export function treeRow({ label, description, tooltip, icon, command, args }: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(inert(label), vscode.TreeItemCollapsibleState.None);
  item.description = inert(description);
  item.tooltip = tooltip.map(inert).join('\n');
  item.accessibilityInformation = { label: `${inert(label)}, ${inert(description)}` };
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title: inert(label), arguments: [...args] };
  return item;
}

/** Says something in place of a tree's rows, or nothing; `count` stands as a badge at the view, and says `what` it counts. */
export function tellTree(
  view: vscode.TreeView<unknown>,
  message: Shown | null,
  count: number,
  what: Shown,
): void {
  view.message = message === null ? '' : inert(message);
  view.badge = count === 0 ? undefined : { value: count, tooltip: inert(what) };
}
