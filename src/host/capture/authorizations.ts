import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { shown } from '../../core/shown.ts';
import { askText } from '../say/ask.ts';
import { say } from '../say/say.ts';

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Authorization headers, each for one origin, in VS Code's secret storage and nowhere else. */
export class Authorizations {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** The header for an origin, undefined where none was given. */
  async of(origin: string): Promise<string | undefined> {
    return this.#secrets.get(key(origin));
  }

  /** Asks for the header of a server; an empty one is forgotten. Tells whether something was answered. */
  async ask({ origin, protocol, hostname }: URL): Promise<boolean> {
    const isOpen = protocol === 'http:' && !loopback.test(hostname);
    const header = await askText({
      title: say(l10n.t('Authorization Header for {0}'), origin),
      prompt: isOpen
        ? say(
            l10n.t(
              'Kept in the secret storage and sent to {0} alone. Anyone on the way can read it: this is http, not https.',
            ),
            origin,
          )
        : say(
            l10n.t('Kept in the secret storage and sent to {0} alone. Leave it empty to forget it.'),
            origin,
          ),
      placeHolder: shown('Bearer …'),
      secret: true,
      refuse: typed =>
        /^[\x20-\x7e]*$/.test(typed) ? undefined : say(l10n.t('Only letters, digits and signs of ASCII')),
    });
    if (header === undefined) return false;
    if (header.trim() === '') await this.#secrets.delete(key(origin));
    else await this.#secrets.store(key(origin), header.trim());
    return true;
  }
}

function key(origin: string): string {
  return `authorization ${origin}`;
}
