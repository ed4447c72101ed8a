import { Worker } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../core/error.ts';
import type { Thread, ThreadEvents, ThreadOptions } from '../threads/threadOptions.ts';

/** The path of a bundled worker. */
export type ThreadScript = string;

/** The path of a folder. */
export type Parts = string;

/** What a thread has from its first moment. */
export type ThreadData = Pick<ThreadOptions<Parts>, 'language'> & { readonly parts: Parts | undefined };

/** Starts a worker thread. */
export function startThread(
  script: ThreadScript,
  { name, youngMegabytes, parts, language }: ThreadOptions<Parts>,
  { message, death }: ThreadEvents,
): Thread {
  const resourceLimits = youngMegabytes === undefined ? {} : { maxYoungGenerationSizeMb: youngMegabytes };
  const worker = new Worker(script, {
    name,
    resourceLimits,
    workerData: { parts, language } satisfies ThreadData,
  });
  worker.on('message', message);
  worker.on('messageerror', death);
  worker.on('error', error => death(crash(error)));
  worker.on('exit', code => death(new Error(l10n.t`the engine ended with code ${code}`)));
  return {
    post: (value, buffers) => worker.postMessage(value, buffers),
    end: () => void worker.terminate(),
  };
}

function crash(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ProfileError('tooLarge', l10n.t('there is not enough memory for it'), undefined, 'pair');
  }
  return error instanceof Error ? error : new Error(String(error));
}
