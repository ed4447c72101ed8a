import { type Language, speak } from '../../core/language.ts';
import type { ThreadScript } from './thread.ts';

/** The thread asks whoever started it for a part. */
export interface PartWanted {
  readonly part: string;
  readonly id: number;
}

/** What a thread is told first. */
export interface LanguageGiven {
  readonly language: Language | null;
}

/** The answer; null where there is no such part. */
interface PartGiven {
  readonly part: number;
  readonly bytes: Uint8Array | null;
}

const wanted = new Map<number, (bytes: Uint8Array | null) => void>();
let last = 0;

// A thread of Node's ends by what nobody catches, and its owner is told. Here that goes for errors alone.
addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

/** What runs in a thread hears each message here. */
export function onMessage<Message extends object>(hear: (message: Message) => void): void {
  addEventListener('message', ({ data }: MessageEvent<Message | PartGiven | LanguageGiven>) => {
    if ('language' in data) return speak(data.language);
    if (!('part' in data)) return hear(data);
    wanted.get(data.part)?.(data.bytes);
    wanted.delete(data.part);
  });
}

/** Sends a copy to whoever started the thread, but for the buffers, which are handed over. */
export function send(message: unknown, buffers: readonly ArrayBuffer[] = []): void {
  postMessage(message, { transfer: [...buffers] });
}

/** The script of this thread: a second one can be started from it. */
export function ownScript(): ThreadScript {
  return location.href;
}

/** How many threads can run at once. */
export function processors(): number {
  return navigator.hardwareConcurrency;
}

/** One of the parts that the thread was started with, by its name. */
export function readPart(name: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    wanted.set(++last, bytes => {
      if (bytes === null) reject(new Error(`${name} could not be read`));
      else resolve(bytes);
    });
    send({ part: name, id: last } satisfies PartWanted);
  });
}
