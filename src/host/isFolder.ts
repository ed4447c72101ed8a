import * as vscode from 'vscode';

/** Whether there is a folder. What is gone is taken for a file: reading it will say so. */
export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
