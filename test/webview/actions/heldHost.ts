import assert from 'node:assert/strict';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../../src/core/answers/looks.ts';
import type { View } from '../../../src/core/answers/requests.ts';
import { ProfileError } from '../../../src/core/error.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { EngineClient } from '../../../src/engine/client.ts';
import type { ToHost } from '../../../src/protocol.ts';
import { receive } from '../../../webview/actions/receive.ts';
import type { AppContext } from '../../../webview/state/appContext.ts';
import type { AppState } from '../../../webview/state/appState.ts';
import { initialState } from '../../../webview/state/initialState.ts';
import { Rpc } from '../../../webview/state/rpc.ts';
import { Store } from '../../../webview/state/store.ts';
import { engineScript } from '../../fixtures/engineScript.ts';

type Request = Extract<ToHost, { type: 'request' }>;

/** The state of a page with the real engine behind it, whose answers wait until a test lets them go. */
export class HeldHost {
  readonly context: AppContext;
  /** Everything that was posted and is no request, in order. */
  readonly posted: ToHost[] = [];
  /** Requests that have no answer yet, in order. */
  readonly held: Request[] = [];
  readonly #engine = new EngineClient(engineScript, () => {});
  #revision = 0;

  constructor(saved: unknown = null) {
    const rpc = new Rpc(message => {
      if (message.type === 'request') this.held.push(message);
      else this.posted.push(message);
    });
    this.context = { store: new Store<AppState>(initialState(saved)), rpc };
  }

  get state(): AppState {
    return this.context.store.state;
  }

  /** Opens both files, until nothing is left to be answered. */
  async openWhole(base: Uint8Array, current: Uint8Array): Promise<void> {
    this.opened(await this.open(base.slice(), current.slice()));
    await this.settled();
  }

  /** All is answered, and what follows from the last answer is done. */
  async settled(): Promise<void> {
    do {
      await this.answerAll();
      await new Promise(setImmediate);
    } while (this.held.length > 0);
  }

  /** Decodes base and current, and is ready to tell of them. */
  open(base: Uint8Array, current: Uint8Array): Promise<DiffInfo> {
    const files = [
      { name: 'base', bytes: base },
      { name: 'current', bytes: current },
    ];
    return this.#engine.open({ files, order: 'asGiven', limits: defaultLimits });
  }

  view(options: ViewOptions): Promise<View> {
    return this.#engine.request('view', { options, root: null });
  }

  /** Tells the page that the files are open, with a view of them if that is given. */
  opened(diff: DiffInfo, view: View | null = null): void {
    this.#revision += 1;
    this.openedAgain(diff, view);
  }

  /** The same of files that it may have been told of. */
  openedAgain(diff: DiffInfo, view: View | null = null): void {
    const revision = this.#revision;
    const files = { base: 'file:///base', current: 'file:///current' };
    receive(this.context, { type: 'opened', diff, ...files, revision, ...(view && { view }) });
  }

  /** Answers the requests that are held, in their order, and those that follow from the answers. */
  async answerAll(): Promise<void> {
    for (let request = this.held.shift(); request !== undefined; request = this.held.shift()) {
      await this.#answer(request);
    }
  }

  /** Answers the first request of a method. */
  async answer(method: Request['method']): Promise<void> {
    const at = this.held.findIndex(each => each.method === method);
    const [request] = this.held.splice(at, at < 0 ? 0 : 1);
    assert.ok(request, `nobody asked for ${method}`);
    await this.#answer(request);
  }

  dispose(): void {
    this.#engine.dispose();
  }

  async #answer({ id, method, params }: Request): Promise<void> {
    try {
      const result = await this.#engine.request(method, params);
      if (method === 'swap') this.opened(result as DiffInfo);
      receive(this.context, { type: 'reply', id, ok: true, result });
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      const problem = { message: error.message, remedies: [] };
      receive(this.context, { type: 'reply', id, ok: false, problem });
    }
    // What follows from an answer follows within promises.
    await new Promise(resolve => setImmediate(resolve));
  }
}
