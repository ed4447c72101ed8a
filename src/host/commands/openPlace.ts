import * as vscode from 'vscode';
import { columnOfEditor } from '../source/lineReveal.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';
import { sourcePlace } from '../validateMessage.ts';

/** Goes to a place of a profile, as a link in a hover asks for. */
export async function openPlace(source: SourceOpener, given: unknown): Promise<void> {
  const message = await source.open(sourcePlace(given), 'go', columnOfEditor());
  if (typeof message === 'string') void vscode.window.showInformationMessage(message);
}
