import * as vscode from 'vscode';

/** A URI that was kept or came from outside; null for a text that is none. */
export function parsedUri(text: string): vscode.Uri | null {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return null;
  }
}
