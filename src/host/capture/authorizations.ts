import type * as vscode from 'vscode';
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
      title: say`Authorization Header for ${origin}`,
      prompt: isOpen
        ? say`Kept in the secret storage and sent to ${origin} alone. Anyone on the way can read it: this is http, not https.`
        : say`Kept in the secret storage and sent to ${origin} alone. Leave it empty to forget it.`,
      placeHolder: say`Bearer …`,
      secret: true,
      refuse: typed =>
        /^[\x20-\x7e]*$/.test(typed) ? undefined : say`Only letters, digits and signs of ASCII`,
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
