import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { SeriesClient } from '../../src/engine/series/seriesClient.ts';
import { RequestThread } from '../../src/engine/threads/requestThread.ts';
import { ThreadPool } from '../../src/engine/threads/threadPool.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { fixture } from '../fixtures/fixture.ts';
import { noScripts } from '../fixtures/scripts/noScripts.ts';
import { seriesScript } from '../fixtures/seriesScript.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';

const tasks = `/proc/${process.pid}/task`;
const skip = existsSync(tasks) ? false : 'the threads of a process are listed on Linux alone';

/** The engine's threads in this process, by the numbers that the system gives each once. */
function threads(name: string): readonly string[] {
  return readdirSync(tasks).filter(task => {
    try {
      return readFileSync(join(tasks, task, 'comm'), 'utf8').startsWith(name);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; !holds(); ) {
    assert.ok(performance.now() < end, `it never came that ${what}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

function poolOf(t: TestContext, script: string, rest?: number): ThreadPool {
  const pool = new ThreadPool(script, rest);
  t.after(() => pool.dispose());
  return pool;
}

const pair = (from = 'dedupe', base = 'heap-1300', current = 'heap-1400') => ({
  files: [base, current].map(name => ({ name, bytes: fixture(`${from}/${name}.pb.gz`) })),
  order: 'asGiven' as const,
  limits: defaultLimits,
});

const engineName = 'heap-diff engin';

test('one that is given back is lent again, and knows nothing of what it held', { skip }, async t => {
  const pool = poolOf(t, engineScript);
  const first = new EngineClient(pool, () => {});
  await first.open(pair());
  const { total } = await first.request('view', { options, root: null });
  const before = threads(engineName);
  assert.equal(before.length, 1);
  first.dispose();
  await assert.rejects(first.request('headline', { options }), /the engine was stopped/);

  const news: string[] = [];
  const second = new EngineClient(pool, phase => news.push(phase));
  await assert.rejects(second.request('headline', { options }), /no files are open/);
  // What has been given back is no longer the first one's to end.
  first.dispose();
  const turned = pair('dedupe', 'heap-1400', 'heap-1300');
  assert.equal((await second.open(turned)).base?.name, 'heap-1400');
  const view = await second.request('view', { options, root: null });
  assert.deepEqual(view.total, { base: total.current, current: total.base });
  assert.deepEqual(news, ['decoding', 'decoding', 'merging']);
  assert.deepEqual(threads(engineName), before, 'it is the same thread');
  second.dispose();
});

test('one that computes is ended, and one that is on loan is nobody else’s', { skip }, async t => {
  const pool = poolOf(t, engineScript);
  const [one, other] = [new EngineClient(pool, () => {}), new EngineClient(pool, () => {})];
  await Promise.all([one.open(pair()), other.open(pair())]);
  assert.equal(threads(engineName).length, 2);
  const asked = one.request('view', { options, root: null });
  one.dispose();
  await assert.rejects(asked, /the engine was stopped/);
  await until('one of them is gone', () => threads(engineName).length === 1);
  assert.equal((await other.request('headline', { options })).direction, 'grew');
  other.dispose();
});

test('what was large is not kept', { skip }, async t => {
  const pool = poolOf(t, engineScript);
  const engine = new EngineClient(pool, () => {});
  const bytes = new Uint8Array(3 << 20);
  await assert.rejects(engine.open({ ...pair(), files: [{ name: 'zeros', bytes }] }));
  engine.dispose();
  await until('it is gone', () => threads(engineName).length === 0);
});

test('one that nobody needs ends, as all do with the pool', { skip }, async t => {
  const short = poolOf(t, engineScript, 30);
  new EngineClient(short, () => {}).dispose();
  await until('it has begun', () => threads(engineName).length === 1);
  await until('it has waited long enough', () => threads(engineName).length === 0);

  const pool = new ThreadPool(engineScript);
  const clients = Array.from({ length: 3 }, () => new EngineClient(pool, () => {}));
  await Promise.all(clients.map(client => client.open(pair())));
  for (const client of clients) client.dispose();
  await until('two wait', () => threads(engineName).length === 2);
  const late = new EngineClient(pool, () => {});
  await late.open(pair());
  pool.dispose();
  await until('one is on loan', () => threads(engineName).length === 1);
  assert.equal((await late.request('headline', { options })).direction, 'grew');
  late.dispose();
  await until('none is left', () => threads(engineName).length === 0);
});

test('one that has died, with nobody or on loan, is lent to nobody', { skip }, async t => {
  const folder = temporaryFolder('pool');
  const script = join(folder, 'ends.cjs');
  // As if it were out of memory while it forgets.
  writeFileSync(
    script,
    `const { parentPort: port, threadId } = require('node:worker_threads');
    port.on('message', ({ id, method }) => {
      if (method !== 'number') process.exit(3);
      port.postMessage({ type: 'result', id, result: threadId });
    });`,
  );
  const pool = poolOf(t, script);
  const deaths: string[] = [];
  const dying = new RequestThread(
    pool,
    { name: 'ends' },
    () => {},
    error => {
      deaths.push(error.message);
      dying.release();
    },
  );
  await assert.rejects(dying.ask('end', null, []), /ended with code 3/);
  assert.deepEqual(deaths, ['the engine ended with code 3']);
  const numbers: number[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const thread = new RequestThread(pool, { name: 'ends' }, () => {}, assert.fail);
    numbers.push(await thread.ask<number>('number', null, []));
    thread.release();
    await until('it is gone', () => threads('ends').length === 0);
    // Its system thread ends before Node tells of it.
    await new Promise(resolve => setImmediate(resolve));
  }
  assert.notEqual(numbers[0], numbers[1]);
});

test('a series begins anew in the thread of another', { skip }, async t => {
  const pool = poolOf(t, seriesScript);
  const beside = { settled: [], goroutines: [], names: [], leftOut: [], known: [] };
  const ask = async (file: string, of: readonly string[]) => {
    const client = new SeriesClient(pool);
    try {
      const bytes = fixture(`dedupe/${file}.pb.gz`);
      await client.add({ file, bytes, limits: defaultLimits, sampleType: null }, noScripts);
      const { answer } = await client.ask('answer', { files: of, beside, metrics: [], limit: null });
      return answer.captures.map(each => each.file);
    } finally {
      client.dispose();
    }
  };
  assert.deepEqual(await ask('heap-1300', ['heap-1300']), ['heap-1300']);
  const before = threads('heap-diff serie');
  assert.deepEqual(await ask('heap-1400', ['heap-1300', 'heap-1400']), ['heap-1400']);
  assert.deepEqual(threads('heap-diff serie'), before, 'it is the same thread');
});
