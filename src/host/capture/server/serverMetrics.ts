import { CaptureFailure } from './captureFailure.ts';
import type { ProfileServer } from './profileServer.ts';
import {
  type CounterReading,
  type Measured,
  processMetrics,
  rateBetween,
  runtimeMemory,
} from './runtimeTotal.ts';

/**
 * What one server says of its memory and its traffic, time after time: `rss` from its metrics, else `runtime`, which is
 * what Go's runtime has from the system, from `/debug/vars`; `requests` a second from a counter of the metrics.
 */
export class ServerMetrics {
  readonly #counter: string;
  #earlier: CounterReading | undefined;

  /** `counter` is the name of the metric that counts requests, '' for none. */
  constructor(counter: string) {
    this.#counter = counter;
  }

  /** Empty where the server tells nothing; `tell` hears why. Rejects only when it was stopped. */
  async measure(
    server: ProfileServer,
    signal: AbortSignal,
    tell: (reason: string) => void,
  ): Promise<Measured> {
    const text = await textOf(server, 'metrics', signal, tell);
    const { rss, requests } = processMetrics(text ?? '', this.#counter);
    const measured = new Map<string, number | null>();
    if (rss !== undefined) measured.set('rss', rss);
    if (rss === undefined) {
      const runtime = runtimeMemory((await textOf(server, 'variables', signal, tell)) ?? '');
      if (runtime !== undefined) measured.set('runtime', runtime);
    }
    if (requests !== undefined) {
      const now = { milliseconds: Date.now(), value: requests };
      measured.set('requests', rateBetween(this.#earlier, now));
      this.#earlier = now;
    }
    return measured;
  }
}

async function textOf(
  server: ProfileServer,
  what: 'metrics' | 'variables',
  signal: AbortSignal,
  tell: (reason: string) => void,
): Promise<string | undefined> {
  try {
    const sent = await server.beside(what, signal);
    return sent && new TextDecoder().decode(sent);
  } catch (error) {
    if (!(error instanceof CaptureFailure) || error.kind === 'stopped') throw error;
    tell(error.message);
    return undefined;
  }
}
