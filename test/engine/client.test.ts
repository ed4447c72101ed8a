import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { ProfileError } from '../../src/core/error.ts';
import { errorSentence } from '../../src/core/errorSentence.ts';
import { defaultLimits, type Limits } from '../../src/core/formats/limits.ts';
import { Cancelled } from '../../src/core/heed.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';

const folder = temporaryFolder('engine');

const file = (name: string, ...lines: string[]) => ({
  name,
  bytes: new Uint8Array(gzipSync(profileBytes({ samples: samplesOf(...lines) }))),
});

async function withEngine(run: (client: EngineClient, progress: string[]) => Promise<void>): Promise<void> {
  const progress: string[] = [];
  const client = new EngineClient(engineScript, (phase, fraction) => progress.push(`${phase} ${fraction}`));
  try {
    await run(client, progress);
  } finally {
    client.dispose();
  }
}

test('opens files in a thread of its own, and answers', () =>
  withEngine(async (client, progress) => {
    const files = [file('a', 'main;f 1'), file('b', 'main;f 5')];
    const info = await client.open({ files, order: 'asGiven', limits: defaultLimits });
    assert.equal(info.base?.name, 'a');
    assert.deepEqual(progress, ['decoding 0', 'decoding 0.5', 'merging 0']);
    const view = await client.request('view', { options, root: null });
    assert.deepEqual(view.total, { base: 1, current: 5 });
    assert.ok(view.tree.frame instanceof Uint32Array);
    const details = await client.request('details', { node: { view: view.id, node: 1 } });
    assert.equal(details.increase, 4);
    assert.equal((await client.request('swap', {})).base?.name, 'b');
  }));

test('small files in a shared buffer are handed over whole, and their neighbours left alone', () =>
  withEngine(async client => {
    const bytes = Buffer.from(file('a', 'f 1').bytes);
    const pool = new Uint8Array(1000).fill(7);
    pool.set(bytes, 10);
    const view = pool.subarray(10, 10 + bytes.length);
    const info = await client.open({
      files: [{ name: 'a', bytes: view }],
      order: 'byTime',
      limits: defaultLimits,
    });
    assert.equal(info.current.samples, 1);
    assert.deepEqual([pool.length, pool[0], pool[999]], [1000, 7, 7]);
  }));

test('what two files hold is summed: each opens alone, and together they pass a limit that is named', () =>
  withEngine(async client => {
    const heap = (i: number, count: number) => {
      const lines = Array.from({ length: count }, (_, k) => `main;f${i}_${k};g${i}_${k} 1`);
      return file(`${i}.pb.gz`, ...lines);
    };
    const sentence = (limits: Partial<Limits>, count = 40): Promise<string> =>
      client
        .open({
          files: [heap(1, count), heap(2, count)],
          order: 'asGiven',
          limits: { ...defaultLimits, ...limits },
        })
        .then(
          () => 'read',
          (error: unknown) => {
            assert.ok(error instanceof ProfileError);
            return errorSentence(error, { base: '1.pb.gz', current: '2.pb.gz' });
          },
        );
    // Each has 40 samples of three frames, 81 functions and locations, and 85 strings.
    for (const [name, most, what] of [
      ['samples', 79, 'samples'],
      ['frames', 239, 'frames'],
      ['strings', 169, 'strings'],
      ['locations', 161, 'locations'],
    ] as const) {
      assert.equal(
        await sentence({ [name]: most }),
        `1.pb.gz and 2.pb.gz hold together more than ${most} ${what}. Raise heapDiff.limits.${name} to read them.`,
      );
      assert.equal(await sentence({ [name]: most + 1 }), 'read', name);
      assert.match(await sentence({ [name]: Math.floor(most / 2) }), /^1\.pb\.gz holds more than /);
    }
    assert.equal(
      await sentence({ inflatedMiB: 1 }, 12_000),
      '1.pb.gz and 2.pb.gz hold together more than 1 MiB when decompressed. Raise heapDiff.limits.inflatedMiB to read them.',
    );
    assert.equal(await sentence({ inflatedMiB: 2 }, 12_000), 'read');
  }));

test('errors of the engine arrive as they were thrown', () =>
  withEngine(async client => {
    const files = [file('a', 'f 1'), { name: 'b', bytes: Uint8Array.of(0x1f, 0x8b, 8, 0) }];
    await assert.rejects(
      client.open({ files, order: 'asGiven', limits: defaultLimits }),
      (error: unknown) => {
        assert.ok(error instanceof ProfileError);
        assert.deepEqual([error.code, error.role], ['gzip', 'current']);
        return true;
      },
    );
    await assert.rejects(client.request('view', { options, root: null }), { message: 'no files are open' });
    await client.open({ files: [file('a', 'f 1')], order: 'asGiven', limits: defaultLimits });
    const wrong = { ...options, sampleType: 'cpu' };
    await assert.rejects(client.request('table', { options: wrong }), { code: 'badOption' });
    await client.request('table', { options });
  }));

test('what was answered can be asked about: of many small ones in one box, and zoomed into', () =>
  withEngine(async client => {
    const small = Array.from({ length: 50 }, (_, i) => `main;small${i} ${i + 1}`);
    const files = [file('a', 'main;large 1'), file('b', 'main;large 1000000000', ...small)];
    await client.open({ files, order: 'asGiven', limits: defaultLimits });
    const view = await client.request('view', { options, root: null });
    const [elided = -1] = view.tree.elidedNode;
    assert.ok(elided > 0);
    const node = { view: view.id, node: elided };
    const { cum } = await client.request('details', { node });
    assert.deepEqual(cum, { base: 0, current: (50 * 51) / 2 });
    const zoomed = await client.request('view', { options, root: node });
    assert.deepEqual(zoomed.total, view.total);
  }));

test('a small diff is saved in each format', () =>
  withEngine(async client => {
    await client.open({
      files: [file('a', 'f 1'), file('b', 'f 9')],
      order: 'asGiven',
      limits: defaultLimits,
    });
    for (const format of ['pprof', 'folded', 'csv'] as const) {
      assert.ok((await client.request('export', { options, format })).length > 0, format);
    }
  }));

test('a request that is taken back settles at once, and the engine stops before its end', () =>
  withEngine(async client => {
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `main;a${i % 251};b${i % 241};c${i % 239};d${i} ${i + 1}`,
    );
    await client.open({
      files: [file('a', ...lines), file('b', ...lines)],
      order: 'asGiven',
      limits: defaultLimits,
    });
    const whole = performance.now();
    await client.request('view', { options, root: null });
    const wholeTime = performance.now() - whole;
    const focused = (focus: string): ViewOptions => ({ ...options, filter: { ...noFilter, focus } });
    const settled: Promise<unknown>[] = [];
    const started = performance.now();
    for (let i = 0; i < 20; i++) {
      const controller = new AbortController();
      const { signal } = controller;
      const asked = client.request('view', { options: focused(`a${i}`), root: null }, signal);
      settled.push(assert.rejects(asked, Cancelled));
      controller.abort();
    }
    await Promise.all(settled);
    const view = await client.request(
      'view',
      { options: focused('a1$'), root: null },
      AbortSignal.timeout(60_000),
    );
    assert.ok(view.total.current > 0);
    assert.ok(performance.now() - started < 5 * wholeTime, 'twenty overtaken views cost less than five');
    await assert.rejects(client.request('view', { options, root: null }, AbortSignal.abort()), Cancelled);
  }));

test('disposing settles what is under way, and what comes later, and is no death', async () => {
  const client = new EngineClient(
    engineScript,
    () => {},
    () => assert.fail('told of a death'),
  );
  const opening = client.open({ files: [file('a', 'f 1')], order: 'asGiven', limits: defaultLimits });
  client.dispose();
  await assert.rejects(opening, /stopped/);
  await assert.rejects(client.request('swap', {}), /stopped/);
});

for (const [title, code, expected] of [
  ['throws', 'setTimeout(() => { throw new Error("a fault"); }, 20)', /a fault/],
  ['ends', 'setTimeout(() => process.exit(3), 20)', /ended with code 3/],
  ['cannot be loaded', 'this is not JavaScript', /Unexpected identifier/],
] as const) {
  test(`a thread that ${title} settles what is under way`, async () => {
    const faulty = join(folder, `${title.replaceAll(' ', '-')}.cjs`);
    writeFileSync(faulty, code);
    const deaths: string[] = [];
    const client = new EngineClient(
      faulty,
      () => {},
      error => deaths.push(error.message),
    );
    await assert.rejects(
      client.open({ files: [file('a', 'f 1')], order: 'asGiven', limits: defaultLimits }),
      expected,
    );
    assert.equal(deaths.length, 1);
    assert.match(deaths[0] ?? '', expected);
    await assert.rejects(client.request('swap', {}), expected);
    client.dispose();
    assert.equal(deaths.length, 1);
  });
}
