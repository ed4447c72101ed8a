import { onMessage, send } from '#engine/inThread.ts';
import { assertNever } from '../../core/assertNever.ts';
import { failureOf } from '../threads/failure.ts';
import { heedOf } from '../threads/takenBack.ts';
import type { FromSeries, SeriesMethod, SeriesMethods, ToSeries } from './seriesMessages.ts';
import { SeriesSession } from './seriesSession.ts';

let session = new SeriesSession();
/** Questions are answered one after the other. */
let last = Promise.resolve();

onMessage((message: ToSeries) => {
  last = last.then(() => handle(message));
});

async function handle(message: ToSeries): Promise<void> {
  try {
    post({ type: 'result', id: message.id, result: await answer(message) });
  } catch (error) {
    post({ type: 'failure', id: message.id, error: failureOf(error) });
  }
}

async function answer(message: ToSeries): Promise<SeriesMethods[SeriesMethod]['result']> {
  heedOf(message.takenBack)();
  switch (message.method) {
    case 'add':
      return session.add(message.params);
    case 'sourceMaps':
      return session.sourceMaps(message.params);
    case 'originals':
      return session.originals(message.params);
    case 'addMetrics':
      return session.addMetrics(message.params);
    case 'answer':
      return session.answer(message.params);
    case 'verify':
      return session.verify(message.params);
    case 'forget':
      session = new SeriesSession();
      return null;
    default:
      return assertNever(message);
  }
}

function post(message: FromSeries): void {
  send(message);
}
