import * as vscode from 'vscode';
import type { ViewOptions } from '../../core/answers/looks.ts';
import { spokenLanguage } from '../../core/language.ts';
import type { PanelFiles } from './panelFiles.ts';
import { savedAnswers } from './savedAnswers.ts';
import { savedPage } from './savedPage.ts';

/** The parts of the page, of the extension's own `dist`. */
const styles = ['webview.css', 'saved.css'];
const scripts = ['saved.js', 'webview.js'];

/** The bytes of a page that shows a panel's files in this way. Throws what the engine throws. */
export async function htmlBytes(
  extensionUri: vscode.Uri,
  files: PanelFiles,
  options: ViewOptions,
): Promise<Uint8Array> {
  const read = async (name: string): Promise<string> => {
    const uri = vscode.Uri.joinPath(extensionUri, 'dist', name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  };
  const ask: Parameters<typeof savedAnswers>[0] = (method, params) => files.request(method, params);
  if (files.diff === null) throw new Error('no profile is open to save');
  const answers = await savedAnswers(ask, files.diff, options);
  const parts = {
    styles: await Promise.all(styles.map(read)),
    scripts: await Promise.all(scripts.map(read)),
  };
  return new TextEncoder().encode(await savedPage(parts, answers, spokenLanguage()));
}
