import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { setTimeout } from 'node:timers/promises';
import { type Blocks, watchBlocks } from '../blocks.ts';
import { longestIn, watchProfile } from './ownTurns.ts';

/** Where Node's inspector listens in a process that is told to by `SIGUSR1`. */
const inspector = 'http://127.0.0.1:9229/json/list';

/** How an extension host stood still. */
export interface Watched extends Omit<Blocks, 'turns'> {
  /** The most that some scripts took between two turns. */
  readonly oursMs: number;
}

/** Processes of extension hosts that run now. */
export function extensionHosts(): ReadonlySet<number> {
  const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const isHost = (process: string): boolean => {
    try {
      return readFileSync(`/proc/${process}/cmdline`, 'utf8').includes('--type=extensionHost');
    } catch {
      // It has ended.
      return false;
    }
  };
  return new Set(processes.filter(isHost).map(Number));
}

/** The extension host that has come since. A process that it starts looks like it until that is another: there is one when it has settled. */
export async function hostSince(before: ReadonlySet<number>): Promise<number> {
  for (let tries = 1; tries <= 100; tries++) {
    const [host, ...others] = [...extensionHosts()].filter(each => !before.has(each));
    if (host !== undefined && others.length === 0) return host;
    await setTimeout(100);
  }
  throw new Error('the extension host is not known');
}

/** A running extension host, asked through Node's own inspector: nothing is installed in it. */
export class ExtensionHost {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async attach(host: number): Promise<ExtensionHost> {
    process.kill(host, 'SIGUSR1');
    const socket = new WebSocket(await debuggerAddress());
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    const attached = new ExtensionHost(socket);
    assert.equal(await attached.#run('process.pid'), host, 'another process is being debugged');
    return attached;
  }

  /** Watches the host's event loop while something is done, and the part of scripts in folders of this name. */
  async blocksWhile(act: () => Promise<unknown>, folder: RegExp): Promise<Watched> {
    await this.#run(`{ globalThis.heapDiffProfile = (${watchProfile})(); 0 }`);
    await this.#run(`{ globalThis.heapDiffBlocks = (${watchBlocks})(); 0 }`);
    await act();
    const { turns, ...blocks } = (await this.#run('heapDiffBlocks()')) as Blocks;
    const profile = (await this.#run('heapDiffProfile()')) as Profiler.Profile;
    return { ...blocks, oursMs: longestIn(profile, turns, url => folder.test(url)) };
  }

  /** Leaves the inspector's port to the next host: VS Code keeps one for a while after its window. */
  async detach(): Promise<void> {
    const closed = new Promise(resolve => this.#socket.addEventListener('close', resolve));
    void this.#run("process.getBuiltinModule('node:inspector').close()");
    await closed;
  }

  async #run(expression: string): Promise<unknown> {
    const id = ++this.#asked;
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result } = await new Promise<Answer>(resolve => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    });
    assert.equal(result.exceptionDetails, undefined);
    return result.result.value;
  }
}

interface Answer {
  readonly id: number;
  readonly result: { readonly result: { readonly value: unknown }; readonly exceptionDetails?: unknown };
}

async function debuggerAddress(): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      const [first] = (await (await fetch(inspector)).json()) as { webSocketDebuggerUrl: string }[];
      assert.ok(first);
      return first.webSocketDebuggerUrl;
    } catch (error) {
      if (tries > 100) throw error;
      await setTimeout(50);
    }
  }
}
