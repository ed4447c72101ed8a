import * as vscode from 'vscode';
import { panelPage } from './panelPage.ts';

/** What the webview may load: our scripts and styles, nothing from the network. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [
      vscode.Uri.joinPath(extensionUri, 'dist'),
      vscode.Uri.joinPath(extensionUri, 'media'),
    ],
  };
}

/** The page of a panel in this webview. */
export function panelHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const resource = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  return panelPage({
    source: webview.cspSource,
    styles: resource('media', 'webview.css'),
    script: resource('dist', 'webview.js'),
    nonce: crypto.randomUUID(),
  });
}
