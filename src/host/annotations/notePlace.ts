import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { settings } from '../../manifest.ts';
import { setting } from '../setting.ts';

/** Columns of an editor that shares a common screen with the panel. VS Code tells nobody how many it really has. */
const columnsBeside = 80;
/** Between a line's end and its note. */
const gap = 4;

/**
 * Tells of a document's lines, as its editor stands now, whether their notes stand over them: beside other editors they
 * would be out of sight behind the line's end.
 */
export function placesIn(document: vscode.TextDocument): (line: number, notes: readonly Shown[]) => boolean {
  // VS Code puts a configuration together for each question, which takes up to a millisecond.
  if (vscode.window.tabGroups.all.length < 2 || !hasLenses(document)) return () => false;
  const tabSize = tabSizeOf(document);
  return (line, notes) => {
    if (notes.length === 0) return false;
    const end = columnsOf(document.lineAt(line).text, tabSize);
    return end + notes.reduce((sum, { length }) => sum + gap + length, 0) > columnsBeside;
  };
}

/** Notes may have to stand elsewhere: editors were put side by side or have the whole width again, or their settings changed. */
export function onDidMoveNotes(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabGroups(({ opened, closed }) => {
      if (opened.length + closed.length > 0) listener();
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('editor') || change.affectsConfiguration(settings.codeLens)) listener();
    }),
  );
}

function hasLenses(document: vscode.TextDocument): boolean {
  const isOn = vscode.workspace.getConfiguration('editor', document).get<boolean>('codeLens') !== false;
  return isOn && setting(settings.codeLens);
}

function tabSizeOf(document: vscode.TextDocument): number {
  const editor = vscode.window.visibleTextEditors.find(each => each.document === document);
  const size = Number(editor?.options.tabSize);
  return size > 0 ? size : 4;
}

function columnsOf(text: string, tabSize: number): number {
  let columns = 0;
  for (const character of text) columns += character === '\t' ? tabSize - (columns % tabSize) : 1;
  return columns;
}
