import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** What runs in a thread hears each message here. */
export function onMessage<Message>(hear: (message: Message) => void): void {
  parentPort?.on('message', hear);
}

/** Sends a copy to whoever started the thread. */
export function send(message: unknown): void {
  parentPort?.postMessage(message);
}

/** One of the parts that the thread was started with, by its name. */
export function readPart(name: string): Promise<Uint8Array> {
  const { parts } = workerData as { readonly parts: string };
  return readFile(join(parts, name));
}
