import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import type { commands } from '../../manifest.ts';
import { inert } from './say.ts';

/** A command of ours. */
export type OurCommand = (typeof commands)[keyof typeof commands];

/** Text after the end of a line. VS Code makes a string of a style sheet of it, which a line's end of any kind would close. */
export function atLineEnd(
  range: vscode.Range,
  text: Shown,
  color: vscode.ThemeColor,
): vscode.DecorationOptions {
  return { range, renderOptions: { after: { contentText: inert(text), color } } };
}

/** Text over a line that nothing happens on. */
export function noteOver(range: vscode.Range, text: Shown): vscode.CodeLens {
  return new vscode.CodeLens(range, { title: inert(text), command: '' });
}

/** A line over a function that runs a command of ours. */
export function lensOver(
  range: vscode.Range,
  title: Shown,
  command: OurCommand,
  args: readonly unknown[],
): vscode.CodeLens {
  return new vscode.CodeLens(range, { title: inert(title), command, arguments: [...args] });
}
