import { onMessage, readPart, send } from '#engine/inThread.ts';
import { assertNever } from '../../core/assertNever.ts';
import { Syntax } from '../../core/code/syntax.ts';
import type { Heed } from '../../core/heed.ts';
import { failureOf } from '../threads/failure.ts';
import { heedOf } from '../threads/takenBack.ts';
import { CodeAnswers } from './codeAnswers.ts';
import type { CodeMethod, CodeMethods, FromCode, ToCode } from './codeMessages.ts';

/** A question that the parser has not answered by then is given up. Milliseconds. */
const longestQuestion = 2_000;

const loading = Syntax.load(readPart).then(syntax => new CodeAnswers(syntax));
/** Questions are answered one after the other. */
let last = Promise.resolve();

onMessage((message: ToCode) => {
  last = last.then(() => handle(message));
});

async function handle(message: ToCode): Promise<void> {
  try {
    post({ type: 'result', id: message.id, result: await answer(message) });
  } catch (error) {
    // A grammar that ran out of its stack leaves the parser broken for every text after: the thread ends with it.
    if (error instanceof Error && error.name === 'RuntimeError') throw error;
    post({ type: 'failure', id: message.id, error: failureOf(error) });
  }
}

async function answer(message: ToCode): Promise<CodeMethods[CodeMethod]['result']> {
  const answers = await loading;
  const heed = within(longestQuestion, heedOf(message.takenBack));
  heed();
  switch (message.method) {
    case 'start':
      return null;
    case 'load':
      return answers.load(message.params);
    case 'outline':
      return answers.outline(message.params, heed);
    case 'open':
      return answers.open(message.params);
    case 'change':
      return answers.change(message.params);
    case 'close':
      return answers.close(message.params);
    case 'subject':
      return answers.subject(message.params, heed);
    case 'explain':
      return answers.explain(message.params, heed);
    default:
      return assertNever(message);
  }
}

function within(milliseconds: number, heed: Heed): Heed {
  const end = performance.now() + milliseconds;
  return () => {
    heed();
    if (performance.now() > end) throw new Error(`not read in ${milliseconds} ms`);
  };
}

function post(message: FromCode): void {
  send(message);
}
