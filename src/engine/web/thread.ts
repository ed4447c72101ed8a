import * as l10n from '@vscode/l10n';
import type { Thread, ThreadEvents, ThreadOptions } from '../threads/threadOptions.ts';
import type { LanguageGiven, PartWanted } from './inThread.ts';

/** Reads the text of a bundled worker; or the address of one that runs. */
export type ThreadScript = (() => Promise<Uint8Array>) | string;

/** Reads a part by its name. */
export type Parts = (name: string) => Promise<Uint8Array>;

/**
 * Starts a web worker. An extension's files have no address that a browser starts one from: it starts from the text, and
 * asks for its parts here.
 */
export function startThread(
  script: ThreadScript,
  { name, parts, language }: ThreadOptions<Parts>,
  { message, death }: ThreadEvents,
): Thread {
  let worker: Worker | undefined;
  let address: string | undefined;
  let isOver = false;
  const waiting: (readonly [message: unknown, buffers: readonly ArrayBuffer[]])[] = [];
  const answer = async ({ part, id }: PartWanted): Promise<void> => {
    const bytes = await parts?.(part).catch(() => null);
    worker?.postMessage({ part: id, bytes: bytes ?? null });
  };
  const start = async (): Promise<void> => {
    if (typeof script !== 'string') {
      const text = await script();
      if (isOver) return;
      address = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
    }
    worker = new Worker(address ?? String(script), { name });
    worker.onmessage = ({ data }: MessageEvent<object>) => {
      if ('part' in data) void answer(data as PartWanted);
      else message(data);
    };
    worker.onmessageerror = () => death(new Error(l10n.t('the engine said what cannot be read')));
    worker.onerror = event => death(new Error(event.message || l10n.t('the engine could not be started')));
    worker.postMessage({ language } satisfies LanguageGiven);
    for (const [value, buffers] of waiting.splice(0)) worker.postMessage(value, [...buffers]);
  };
  start().catch(error => death(error instanceof Error ? error : new Error(String(error))));
  return {
    post: (value, buffers) => {
      if (worker === undefined) waiting.push([value, buffers]);
      else worker.postMessage(value, [...buffers]);
    },
    end: () => {
      isOver = true;
      worker?.terminate();
      if (address !== undefined) URL.revokeObjectURL(address);
    },
  };
}
