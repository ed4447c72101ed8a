import type * as vscode from 'vscode';
import type { ToHost, ToWebview } from '../../protocol.ts';
import { Disposable } from '../disposable.ts';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { reasonOf, say } from '../say/say.ts';
import { requestId, validateMessage } from './validateMessage.ts';

/** What a page asks for, besides telling that it has refused a message. */
export type FromPage = Exclude<ToHost, { readonly type: 'refused' }>;

/**
 * The page inside a webview panel: what it says is checked before anybody acts on it, and it is told nothing before it
 * has said `ready`, since that may be lost, and nothing once this is disposed.
 */
export class Page extends Disposable {
  readonly #webview: vscode.Webview;
  readonly #log: Log;
  readonly #handle: (message: FromPage) => Promise<void>;
  #load = 0;

  constructor(webview: vscode.Webview, log: Log, handle: (message: FromPage) => Promise<void>) {
    super();
    this.#webview = webview;
    this.#log = log;
    this.#handle = handle;
    this.register(webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
  }

  /** Counts the page's loads: an answer to an earlier one must not reach the next, whose ids start again. */
  get load(): number {
    return this.#load;
  }

  post(message: ToWebview): void {
    if (this.#load > 0 && !this.isDisposed) void this.#webview.postMessage(message);
  }

  #receive(value: unknown): void {
    let message: ToHost;
    try {
      message = validateMessage(value);
    } catch (error) {
      this.#log.warn(say`refused a message: ${reasonOf(error)}`);
      const id = requestId(value);
      const problem = { message: 'That request was malformed.', remedies: [] };
      if (id !== null) this.post({ type: 'reply', id, ok: false, problem });
      return;
    }
    if (message.type === 'refused') {
      this.#log.warn(say`the page refused a message: ${message.why}`);
      return;
    }
    if (message.type === 'ready') this.#load++;
    this.#handle(message).catch((error: unknown) => {
      this.#log.error(error);
      void complain(reasonOf(error));
    });
  }
}
