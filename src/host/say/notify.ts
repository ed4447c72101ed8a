import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { inert } from './say.ts';

/** How long the status bar says something, milliseconds. */
const statusTime = 5_000;

/** Tells in a notification; the answer is one of the choices, or undefined. */
export function inform(message: Shown, ...choices: readonly Shown[]): Promise<Shown | undefined> {
  return told(vscode.window.showInformationMessage, message, choices);
}

/** The same, as a warning. */
export function warn(message: Shown, ...choices: readonly Shown[]): Promise<Shown | undefined> {
  return told(vscode.window.showWarningMessage, message, choices);
}

/** The same, as an error. */
export function complain(message: Shown, ...choices: readonly Shown[]): Promise<Shown | undefined> {
  return told(vscode.window.showErrorMessage, message, choices);
}

/** Says something in the status bar for a moment. */
export function mention(message: Shown): void {
  vscode.window.setStatusBarMessage(inert(message), statusTime);
}

async function told(
  show: (message: string, ...choices: string[]) => Thenable<string | undefined>,
  message: Shown,
  choices: readonly Shown[],
): Promise<Shown | undefined> {
  const picked = await show(inert(message), ...choices.map(inert));
  return choices.find(choice => inert(choice) === picked);
}
