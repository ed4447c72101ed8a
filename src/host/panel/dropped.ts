import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Compared } from '../files/compared.ts';
import { isPlainPath } from '../files/isPlainPath.ts';
import { linkedFile } from '../files/linkedFile.ts';
import { LinkError } from '../files/linkText.ts';
import { mayCompare } from '../files/mayCompare.ts';
import { parsedUri } from '../files/parsedUri.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';

/**
 * The files to compare when something was dropped on a page that shows `there`: two with each other, one with the base.
 * Null when they may not be, which is said. What may be dropped is what may be linked.
 */
export async function droppedPair(
  webview: vscode.Webview,
  addresses: readonly string[],
  there: Compared | null,
): Promise<Compared | null> {
  try {
    const files = addresses.map(address => linkedFile(pathOf(webview, address) ?? address));
    const [base, current] = pairOf(files, there);
    const question = say(
      l10n.t('What was dropped is outside of this workspace. Let Heap Diff read it only if it is yours.'),
    );
    return (await mayCompare([base, current], files, question)) ? { base, current } : null;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    void complain(error.sentence);
    return null;
  }
}

function pairOf(files: readonly vscode.Uri[], there: Compared | null): readonly [vscode.Uri, vscode.Uri] {
  const [first, second = null] = files;
  if (first === undefined || files.length > 2) {
    throw new LinkError(say(l10n.t('Two heap profiles are compared at a time: drop one or two, not more.')));
  }
  if (second !== null) return [first, second];
  const base = there === null ? null : (there.base ?? there.current);
  if (base === null) {
    throw new LinkError(say(l10n.t('No heap profile is shown here to compare one with: drop two.')));
  }
  return [base, first];
}

/**
 * The path of a file of this machine, which has a scheme of its own in the pages of a remote window: a page loads both
 * from one address. Null for anything else.
 */
function pathOf(webview: vscode.Webview, address: string): string | null {
  const uri = parsedUri(address);
  if (uri === null || !isPlainPath(uri.path)) return null;
  const here = vscode.Uri.from({ scheme: 'file', path: uri.path });
  return webview.asWebviewUri(uri).toString() === webview.asWebviewUri(here).toString() ? uri.path : null;
}
