import { onMessage, ownScript, processors, send } from '#engine/inThread.ts';
import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { EngineMethod, ResultOf } from '../core/answers/requests.ts';
import { assertNever } from '../core/assertNever.ts';
import { ProfileError } from '../core/error.ts';
import type { FromEngine, OpenParams, SecondRequests, ToEngine } from './messages.ts';
import { openFiles } from './openFiles.ts';
import { buffersOf } from './portableProfile.ts';
import { SecondFile } from './secondFile.ts';
import { SecondThread } from './secondThread.ts';
import type { DiffSession } from './session.ts';
import { failureOf } from './threads/failure.ts';
import { heedOf } from './threads/takenBack.ts';
import type { PoolRequests } from './threads/threadPool.ts';

let session: DiffSession | undefined;
/** Where this is the second thread of another one. */
const secondFile = new SecondFile();
/** Requests are answered one after the other. */
let last = Promise.resolve();

onMessage((message: ToEngine) => {
  last = last.then(() => handle(message));
});

async function handle(message: ToEngine): Promise<void> {
  try {
    const result = await resultOf(message);
    // What is decoded for another thread is kept by nobody here.
    post({ type: 'result', id: message.id, result }, message.method === 'decode' ? buffersOf(result) : []);
  } catch (error) {
    post({ type: 'failure', id: message.id, error: failureOf(error) });
  }
}

async function resultOf(message: ToEngine): Promise<Extract<FromEngine, { type: 'result' }>['result']> {
  switch (message.method) {
    case 'open':
      return await open(message.params);
    case 'inflate':
      return secondFile.inflate(message.params);
    case 'decode':
      return await secondFile.decode(message.params);
    case 'forget':
      session = undefined;
      return null;
    default:
      return await answer(message);
  }
}

async function open(params: OpenParams): Promise<DiffInfo> {
  session = await openFiles(
    params,
    (phase, fraction) => post({ type: 'progress', phase, fraction }),
    processors() > 1 ? () => new SecondThread(ownScript()) : undefined,
  );
  return session.info();
}

async function answer(
  message: Exclude<ToEngine, { method: 'open' | keyof SecondRequests | keyof PoolRequests }>,
): Promise<ResultOf<EngineMethod>> {
  if (session === undefined) throw new ProfileError('badOption', 'no files are open');
  const heed = heedOf(message.takenBack);
  heed();
  switch (message.method) {
    case 'view':
      return session.view(message.params, heed);
    case 'details':
      return session.details(message.params);
    case 'table':
      return session.table(message.params);
    case 'neighbours':
      return session.neighbours(message.params, heed);
    case 'spellings':
      return session.spellings(message.params);
    case 'suspects':
      return session.suspects(message.params);
    case 'headline':
      return session.headline(message.params);
    case 'own':
      return session.own(message.params);
    case 'scripts':
      return session.scripts();
    case 'sourceMaps':
      return session.sourceMaps(message.params);
    case 'originals':
      return session.originals(message.params);
    case 'known':
      return session.known(message.params);
    case 'fingerprint':
      return session.fingerprint(message.params);
    case 'sources':
      return session.sources(message.params);
    case 'names':
      return session.names(message.params);
    case 'growth':
      return session.growth(message.params);
    case 'export':
      return await session.export(message.params);
    case 'swap':
      return session.swap();
    default:
      return assertNever(message);
  }
}

/** Sends a copy, but for the buffers: the session goes on to use what it answered with, and Node's pool may not be handed over at all. */
function post(message: FromEngine, buffers: readonly ArrayBuffer[] = []): void {
  send(message, buffers);
}
