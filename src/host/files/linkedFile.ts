import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { profileName } from '../../core/profileNames.ts';
import { say } from '../say/say.ts';
import { isPlainPath } from './isPlainPath.ts';
import { LinkError } from './linkText.ts';
import { parsedUri } from './parsedUri.ts';

/** A file as a link names it: by its path on this machine, else by its URI. Throws `LinkError` for one that no link may name. */
export function addressOf(uri: vscode.Uri): string {
  const address = uri.scheme === 'file' && uri.authority === '' ? uri.path : uri.toString();
  linkedFile(address);
  return address;
}

/**
 * The file that a link or a drop names: one on this machine, or in a folder of the workspace wherever that is, with the name of a
 * profile. Throws `LinkError`.
 */
export function linkedFile(address: string): vscode.Uri {
  const uri = uriOf(address);
  const isOurs =
    uri?.scheme === 'file' || (uri !== null && vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  if (uri === null || !isOurs || uri.query !== '' || uri.fragment !== '' || !isPlainPath(uri.path)) {
    throw new LinkError(
      say(
        l10n.t(
          '{0} can be neither linked nor dropped: only files on this machine and in the folders of the workspace can.',
        ),
        address,
      ),
    );
  }
  if (!profileName.test(uri.path.slice(uri.path.lastIndexOf('/') + 1))) {
    throw new LinkError(
      say(l10n.t('{0} can be neither linked nor dropped: it has not the name of a heap profile.'), address),
    );
  }
  return uri;
}

/** A path is one of this machine; a URI that names a file there, or one of a server that Windows reaches, is none of ours. */
function uriOf(address: string): vscode.Uri | null {
  if (address.startsWith('/'))
    return isPlainPath(address) ? vscode.Uri.from({ scheme: 'file', path: address }) : null;
  const uri = parsedUri(address);
  return uri?.scheme === 'file' ? null : uri;
}
