import * as vscode from 'vscode';
import { canCapture } from '#host/offers.ts';
import { spokenLanguage } from '../../core/language.ts';
import { panelPage } from './panelPage.ts';

/** What the webview may load: our scripts and styles, nothing from the network. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')],
  };
}

/** What the page of a diff loads, and that of a series. */
const parts = {
  diff: { styles: ['webview.css'], script: 'webview.js' },
  series: { styles: ['webview.css', 'series.css'], script: 'series.js' },
} as const;

/** The page of a panel in this webview. */
export function panelHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  of: keyof typeof parts = 'diff',
): string {
  const resource = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  return panelPage({
    source: webview.cspSource,
    styles: parts[of].styles.map(resource),
    script: resource(parts[of].script),
    nonce: crypto.randomUUID(),
    canCapture,
    language: spokenLanguage(),
  });
}
