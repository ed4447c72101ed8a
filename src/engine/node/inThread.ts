import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { speak } from '../../core/language.ts';
import type { ThreadData, ThreadScript } from './thread.ts';

const { parts = '', language = null }: Partial<ThreadData> = (workerData as ThreadData | null) ?? {};
speak(language);

/** What runs in a thread hears each message here. */
export function onMessage<Message>(hear: (message: Message) => void): void {
  parentPort?.on('message', hear);
}

/** Sends a copy to whoever started the thread, but for the buffers, which are handed over. */
export function send(message: unknown, buffers: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, buffers);
}

/** The script of this thread: a second one can be started from it. */
export function ownScript(): ThreadScript {
  return process.argv[1] ?? '';
}

/** How many threads can run at once. */
export function processors(): number {
  return availableParallelism();
}

/** One of the parts that the thread was started with, by its name. */
export function readPart(name: string): Promise<Uint8Array> {
  return readFile(join(parts, name));
}
