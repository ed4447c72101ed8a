import * as vscode from 'vscode';
import { writeBeside } from '../files/writeBeside.ts';
import type { CaptureFolder } from './captureFolder.ts';

/** A folder wherever VS Code has it. */
export function workspaceFolder(folder: vscode.Uri): CaptureFolder {
  const { fs } = vscode.workspace;
  return {
    names: async () => (await unlessMissing(fs.readDirectory(folder)))?.map(([name]) => name) ?? [],
    read: name => unlessMissing(fs.readFile(vscode.Uri.joinPath(folder, name))),
    write: async (name, bytes) => {
      await fs.createDirectory(folder);
      const beside = vscode.Uri.joinPath(folder, `${name}.tmp-${crypto.randomUUID()}`);
      await writeBeside(fs, vscode.Uri.joinPath(folder, name), beside, name, bytes);
    },
  };
}

async function unlessMissing<Value>(found: Thenable<Value>): Promise<Value | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
