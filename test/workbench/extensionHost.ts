import { patience } from './window.ts';

/** Scripts of the threads that hold profiles, of a pair and of a series, as the inspector names them. */
const engine = /\/(?:worker|seriesWorker)\.cjs$/;

/** Steps of an engine, by something that it cannot do without there. */
const steps = {
  decoding: 'TextDecoder.prototype.decode',
  view: 'Atomics.load',
} as const;

/** What may happen to it there. */
export const faults = {
  computesForEver: 'for (;;);',
  /** Takes no processor time from what is to be seen meanwhile. */
  hangs: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  ends: 'process.exit(7)',
  /** Goes on when a file is there. */
  waitsFor: (path: string) =>
    `while (!process.getBuiltinModule('node:fs').existsSync(${JSON.stringify(path)}));`,
} as const;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly workerInfo?: { readonly url: string } };
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/**
 * The extension host of a window, by its inspector: tells of the engines' threads in it, and does to them from outside
 * what a machine may do.
 */
export class ExtensionHost {
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #engines = new Set<string>();
  #prepare: string | null = null;
  #last = 0;
  #changed = (): void => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
  }

  static async attach(port: number): Promise<ExtensionHost> {
    const listed = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      readonly webSocketDebuggerUrl: string;
    }[];
    const socket = new WebSocket(listed[0]?.webSocketDebuggerUrl ?? '');
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    const host = new ExtensionHost(socket);
    await host.#ask('NodeWorker.enable', { waitForDebuggerOnStart: true });
    return host;
  }

  /** What happens to each engine that starts from now on; to none when left out. */
  onEngines(step?: keyof typeof steps, fault: string = faults.computesForEver): void {
    if (step === undefined) this.#prepare = null;
    else {
      const place = steps[step];
      this.#prepare = `{ const sound = ${place}; ${place} = function (...given) { ${fault}; return sound.apply(this, given); }; }`;
    }
  }

  /** Ends the threads of engines that have nothing to do. */
  killEngines(): void {
    for (const session of this.#engines)
      this.#tell(session, 'Runtime.evaluate', { expression: 'process.exit(9)' });
  }

  /** Waits until there are so many engines. */
  async untilEngines(count: number): Promise<void> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(
        () => reject(new Error(`there are ${this.#engines.size} engines, not ${count}`)),
        patience,
      ).unref();
    });
    while (this.#engines.size !== count) {
      const changed = new Promise<void>(resolve => {
        this.#changed = resolve;
      });
      await Promise.race([changed, late]);
    }
    // Nobody waits for it any more.
    late.catch(() => {});
  }

  /** What the host's process takes once its garbage is collected, in MiB. */
  async memory(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage', {});
    return Number(await this.evaluate('process.memoryUsage().rss')) / (1 << 20);
  }

  /** Waits until that is less than so much, and gives it back. */
  async untilMemory(most: number): Promise<number> {
    const end = Date.now() + patience;
    for (;;) {
      const now = await this.memory();
      if (now < most) return now;
      if (Date.now() > end)
        throw new Error(`it takes ${Math.round(now)} MiB, not less than ${Math.round(most)}`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** The value of an expression in the host. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#ask('Runtime.evaluate', { expression, returnByValue: true });
    return result?.result?.value;
  }

  /** Ends the host and lets go of it: an engine that computes for ever would keep on, since a window is waited for. */
  end(): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    void this.#ask('Runtime.evaluate', { expression: 'process.exit()' });
    this.#socket.close();
  }

  #receive(message: Message): void {
    const { id, method, params } = message;
    if (id !== undefined) this.#answers.get(id)?.(message);
    const session = params?.sessionId;
    if (session === undefined) return;
    if (method === 'NodeWorker.attachedToWorker') {
      if (engine.test(params?.workerInfo?.url ?? '')) {
        this.#engines.add(session);
        if (this.#prepare !== null) this.#tell(session, 'Runtime.evaluate', { expression: this.#prepare });
      }
      this.#tell(session, 'Runtime.runIfWaitingForDebugger', {});
    }
    if (method === 'NodeWorker.detachedFromWorker') this.#engines.delete(session);
    this.#changed();
  }

  #ask(method: string, params: object): Promise<Message> {
    const id = ++this.#last;
    return new Promise(resolve => {
      this.#answers.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #tell(sessionId: string, method: string, params: object): void {
    const message = JSON.stringify({ id: ++this.#last, method, params });
    void this.#ask('NodeWorker.sendMessageToWorker', { sessionId, message });
  }
}
