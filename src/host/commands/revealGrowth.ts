import * as vscode from 'vscode';
import type { GrowthNotes } from '../annotations/growthNotes.ts';
import { framePlace } from '../validateMessage.ts';

/** Shows a function in the flame graph: the one given, else the one at the cursor of the editor in front. */
export function revealGrowth(notes: GrowthNotes, given: unknown): void {
  const { growth } = notes;
  if (growth === null) {
    void vscode.window.showInformationMessage('No comparison of heap profiles is open to show this in.');
    return;
  }
  const isPlace = typeof given === 'object' && given !== null && 'name' in given;
  const place = isPlace ? framePlace(given) : atCursor(notes);
  if (place !== null) growth.diff.reveal(place);
  else void vscode.window.showInformationMessage('Nothing here changed beyond sampling noise.');
}

function atCursor(notes: GrowthNotes): ReturnType<typeof framePlace> | null {
  const editor = vscode.window.activeTextEditor;
  const found = editor && notes.of(editor.document);
  if (!editor || !found) return null;
  const cursor = editor.selection.active.line;
  const line = found.lines.find(note => note.line === cursor)?.growth[0];
  const around = found.functions.findLast(note => note.line <= cursor && cursor <= note.endLine)?.growth[0];
  const growth = line ?? around;
  return growth === undefined ? null : { name: growth.name, file: growth.file, line: growth.line };
}
