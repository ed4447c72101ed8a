import { type Parts, startThread, type ThreadScript } from '#engine/thread.ts';
import type { Thread, ThreadEvents, ThreadOptions } from './threadOptions.ts';

/** As many as one who compares and one who asks about something else leave behind. */
const mostResting = 2;
/** Milliseconds that one waits for the next to need it. */
const longestRest = 120_000;

/** What a thread of a pool is asked when it is given back: to let go of all that it holds. */
export interface PoolRequests {
  readonly forget: { readonly params: null; readonly result: null };
}

/** Where threads come from: a script, of which each is started and ended, or a pool. */
export type Threads = ThreadScript | ThreadPool;

/** A thread on loan. */
export interface Lent extends Thread {
  /** Gives it back where there is a pool, else ends it. It must have answered all that it was asked. */
  giveBack(): void;
}

/** A thread of one's own, until it is given back or ended. */
export function lend(threads: Threads, options: ThreadOptions<Parts>, events: ThreadEvents): Lent {
  if (threads instanceof ThreadPool) return threads.lend(options, events);
  const { post, end } = startThread(threads, options, events);
  return { post, end, giveBack: end };
}

/** A thread, and who hears it now. */
interface Pooled {
  readonly thread: Thread;
  events: ThreadEvents;
}

/**
 * Threads of one script. One that is given back is lent again, which saves starting it and all that V8 has learnt of its
 * code: a pair of 5,000 samples is opened in half of the time or less. A few wait, for a while.
 */
export class ThreadPool {
  readonly #script: ThreadScript;
  readonly #rest: number;
  /** Those that have been given back, and what ends each when nobody needs it. */
  readonly #back = new Map<Pooled, ReturnType<typeof setTimeout>>();
  #isOver = false;

  /** `rest` is how many milliseconds a thread waits at most. */
  constructor(script: ThreadScript, rest = longestRest) {
    this.#script = script;
    this.#rest = rest;
  }

  /** Begins one where none waits. All of a pool have the same options. */
  lend(options: ThreadOptions<Parts>, events: ThreadEvents): Lent {
    const pooled = this.#waiting() ?? this.#started(options, events);
    pooled.events = events;
    // What was given back is somebody else's, and what was ended nobody's, whatever its last holder still does to it.
    let isLent = true;
    const leave = (how: () => void): void => {
      if (isLent) how();
      isLent = false;
    };
    return {
      post: (message, buffers) => {
        if (isLent) pooled.thread.post(message, buffers);
      },
      end: () => leave(() => pooled.thread.end()),
      giveBack: () => leave(() => this.#giveBack(pooled)),
    };
  }

  /** Ends those that wait; what is on loan ends when it is given back. */
  dispose(): void {
    this.#isOver = true;
    for (const pooled of [...this.#back.keys()]) this.#end(pooled);
  }

  #waiting(): Pooled | undefined {
    for (const [pooled, timer] of this.#back) {
      clearTimeout(timer);
      this.#back.delete(pooled);
      return pooled;
    }
    return undefined;
  }

  #started(options: ThreadOptions<Parts>, events: ThreadEvents): Pooled {
    const thread = startThread(this.#script, options, {
      message: value => pooled.events.message(value),
      death: error => pooled.events.death(error),
    });
    const pooled: Pooled = { thread, events };
    return pooled;
  }

  #giveBack(pooled: Pooled): void {
    if (this.#isOver || this.#back.size >= mostResting) {
      pooled.thread.end();
      return;
    }
    pooled.events = { message: () => {}, death: () => this.#end(pooled) };
    this.#back.set(
      pooled,
      setTimeout(() => this.#end(pooled), this.#rest),
    );
    // Whoever has it next asks after this, and waits for no answer to request 0.
    pooled.thread.post({ id: 0, method: 'forget', params: null }, []);
  }

  #end(pooled: Pooled): void {
    clearTimeout(this.#back.get(pooled));
    this.#back.delete(pooled);
    pooled.thread.end();
  }
}
