import type * as vscode from 'vscode';
import { Cancelled } from '../../core/heed.ts';
import { Disposable } from '../disposable.ts';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { reasonOf, say } from '../say/say.ts';
import type { PageMessages } from './validateMessage.ts';

/** What every page says besides what it asks for: that it has loaded, and that it has refused a message. */
type Said = { readonly type: string } | { readonly type: 'refused'; readonly why: string };

/** What a page asks for, besides telling that it has refused a message. */
export type AskedBy<FromPage extends Said> = Exclude<FromPage, { readonly type: 'refused' }>;

/**
 * The page inside a webview panel: what it says is checked before anybody acts on it, and it is told nothing once this is
 * disposed. What it is told before it has said `ready` may be lost.
 */
export class Page<FromPage extends Said, ToPage extends object> extends Disposable {
  readonly #webview: vscode.Webview;
  readonly #log: Log;
  readonly #messages: PageMessages<FromPage, ToPage>;
  readonly #handle: (message: AskedBy<FromPage>) => Promise<void>;
  #load = 0;

  constructor(
    webview: vscode.Webview,
    log: Log,
    messages: PageMessages<FromPage, ToPage>,
    handle: (message: AskedBy<FromPage>) => Promise<void>,
  ) {
    super();
    this.#webview = webview;
    this.#log = log;
    this.#messages = messages;
    this.#handle = handle;
    this.register(webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
  }

  /** Counts the page's loads: an answer to an earlier one must not reach the next, whose ids start again. */
  get load(): number {
    return this.#load;
  }

  /** Tells a page that has loaded. */
  post(message: ToPage): void {
    if (this.#load > 0) this.foretell(message);
  }

  /** The same for one that is about to load: VS Code keeps it for the page, unless that is hidden meanwhile. */
  foretell(message: ToPage): void {
    if (!this.isDisposed) void this.#webview.postMessage(message);
  }

  #receive(value: unknown): void {
    let message: FromPage;
    try {
      message = this.#messages.check(value);
    } catch (error) {
      this.#log.warn(say`refused a message: ${reasonOf(error)}`);
      const refusal = this.#messages.refusal(value);
      if (refusal !== null) this.post(refusal);
      return;
    }
    if (isRefusal(message)) {
      this.#log.warn(say`the page refused a message: ${message.why}`);
      return;
    }
    if (message.type === 'ready') this.#load++;
    this.#handle(message as AskedBy<FromPage>).catch((error: unknown) => {
      if (error instanceof Cancelled) return;
      this.#log.error(error);
      void complain(reasonOf(error));
    });
  }
}

function isRefusal(message: Said): message is Extract<Said, { readonly why: string }> {
  return message.type === 'refused';
}
