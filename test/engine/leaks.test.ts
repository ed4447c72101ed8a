import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
import test, { type TestContext } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Looks } from '../../src/core/answers/looks.ts';
import { suspects } from '../../src/core/answers/sites.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import type { Profile } from '../../src/core/profile.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { fixture } from '../fixtures/fixture.ts';
import { inuseSpace } from '../fixtures/viewOptions.ts';
import { checkAnswers } from './checkAnswers.ts';

/** HEAP_DIFF_CYCLES=1000 for longer. */
const cycles = Number(process.env['HEAP_DIFF_CYCLES'] ?? 150);
/** Bytes between two samples, on average. */
const period = 8_192;
/** What a cycle may leave, in bytes: a leak of one answer would be tens of thousands. */
const mostPerCycle = 500;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Opens two files as a panel does, looks at all of it, and closes; every third time while it is still opening. */
async function openAndClose(turn: number): Promise<void> {
  const engine = new EngineClient(engineScript, () => {});
  const files = ['heap-1300', 'heap-1400'].map(name => ({ name, bytes: fixture(`dedupe/${name}.pb.gz`) }));
  const opening = engine.open({ files, order: 'byTime', limits: defaultLimits });
  if (turn % 3 === 0) {
    engine.dispose();
    await assert.rejects(opening);
    return;
  }
  await checkAnswers(engine, await opening);
  engine.dispose();
}

/** This process's own live heap by where it was allocated, read as any other profile. */
async function heapProfile(session: Session): Promise<Profile> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise(resolve => setTimeout(resolve, 20));
    collect();
  }
  const { profile } = await session.post('HeapProfiler.getSamplingProfile');
  return readProfile(new TextEncoder().encode(JSON.stringify(profile)));
}

/** What grew while `run` ran so many times, by Heap Diff's own measure. */
async function growth(t: TestContext, run: (turn: number) => Promise<void>, times: number) {
  const session = new Session();
  session.connect();
  t.after(() => session.disconnect());
  await session.post('HeapProfiler.startSampling', { samplingInterval: period });
  for (let turn = 0; turn < 20; turn++) await run(turn);
  // The first measuring leaves something of its own.
  await heapProfile(session);
  const base = await heapProfile(session);
  for (let turn = 0; turn < times; turn++) await run(turn);
  const current = await heapProfile(session);
  await session.post('HeapProfiler.stopSampling');
  const look = new Looks([base, current]).at({
    ...inuseSpace,
    // What measuring takes: the answer of the inspector.
    filter: { ...noFilter, ignore: '^(post|heapProfile)$' },
  });
  const { measure } = look;
  const total = (measure.current.at(-1) ?? 0) - (measure.base.at(-1) ?? 0);
  const sites = suspects(look, 'site', 5);
  const said = sites.map(({ name, flat }) => `${name} +${flat.current - flat.base}`);
  t.diagnostic(`${times} cycles: ${total} bytes, ${Math.round(total / times)} a cycle; ${said.join(', ')}`);
  return { total, sites };
}

test('opening and closing again and again leaves nothing', { timeout: 10 * 60_000 }, async t => {
  const { total } = await growth(t, openAndClose, cycles);
  assert.ok(total < cycles * mostPerCycle + 20 * period, `${total} bytes in ${cycles} cycles`);
});

test('what does leave something is found, with its function', async t => {
  const kept: object[] = [];
  const leak = async (turn: number): Promise<void> => {
    for (let i = 0; i < 100; i++) kept.push({ turn, i, text: `${turn} ${i}` });
  };
  const { total, sites } = await growth(t, leak, 150);
  assert.ok(total > 150 * mostPerCycle);
  assert.equal(sites[0]?.name, 'leak');
});
