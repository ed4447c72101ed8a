import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { capture } from '../../../src/host/capture/capture.ts';
import { readSeriesFile } from '../../../src/host/capture/seriesFile.ts';
import { heapAddress } from '../../../src/host/capture/server/captureAddress.ts';
import { webServer } from '../../../src/host/capture/server/profileServer.ts';
import { ServerMetrics } from '../../../src/host/capture/server/serverMetrics.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { root } from '../../setup/run.ts';
import { diskFolder } from './diskFolder.ts';
import { serve } from './localServer.ts';

const series = join(root, 'test/fixtures/dedupe/series/leaking');
const sample = (kind: string): Uint8Array =>
  readFileSync(join(series, readdirSync(series).find(name => name.startsWith(`${kind}-`)) ?? ''));
const heap = sample('heap');
/** As Go 1.27 serves it. */
const leakedGoroutines = gzipSync(
  profileBytes({
    sampleTypes: ['goroutineleak/count'],
    samples: [{ stack: ['main.serve', 'main.reply'], values: [3] }],
  }),
);
const secret = 'Bearer not-for-files';

/** Captures once from a server that answers paths like this, into a folder of the test's. */
async function captured(
  t: TestContext,
  answers: Readonly<Record<string, string | Uint8Array>>,
  { settled = false, mostBytes = 2 ** 24, query = '' } = {},
) {
  const path = mkdtempSync(join(tmpdir(), 'heap-diff-captures-'));
  t.after(() => rmSync(path, { recursive: true }));
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    const body = answers[request.url ?? ''];
    if (body === undefined) response.writeHead(404).end('404 page not found');
    else response.end(body);
  };
  const origin = await serve(t, answer);
  const server = webServer(heapAddress(`${origin}/debug/pprof/heap${query}`, true), '', {
    limits: { bytes: mostBytes, milliseconds: 5000 },
    mayLeadTo: new Set(),
    authorization: async () => secret,
  });
  const folder = diskFolder(path);
  const places = { server, metrics: new ServerMetrics('http_requests_total'), folder, mostBytes };
  const taking = capture(places, { name: 'after 1,000 requests', settled }, new AbortController().signal);
  return { taking, path, folder, origin, asked };
}

const heapPath = '/debug/pprof/heap?gc=1';

test('a capture is written with all that the server has beside it', async t => {
  const { taking, path, folder, origin } = await captured(
    t,
    {
      [heapPath]: heap,
      '/debug/pprof/goroutine': sample('goroutine'),
      '/debug/pprof/goroutineleak': leakedGoroutines,
      '/metrics': 'process_resident_memory_bytes 4096\nhttp_requests_total 7\n',
    },
    { settled: true },
  );
  const { file, missing, isNoted } = await taking;
  assert.deepEqual([missing, isNoted], [[], true]);
  assert.match(file, /^heap-\d{8}-\d{4}-after-1000-requests\.pb\.gz$/);
  assert.deepEqual(readFileSync(join(path, file)), Buffer.from(heap));
  const metrics = `metrics-127.0.0.1-${new URL(origin).port}.csv`;
  assert.deepEqual(readdirSync(path).sort(), [
    file.replace('heap-', 'goroutine-'),
    file.replace('heap-', 'goroutineleak-'),
    file,
    'heap-series.json',
    metrics,
  ]);
  const [note] = (await readSeriesFile(folder)).values();
  assert.ok(note);
  assert.deepEqual(
    { ...note, time: '' },
    {
      file,
      time: '',
      name: 'after 1,000 requests',
      settled: true,
      from: `${origin}/debug/pprof/heap`,
      goroutines: 16,
      leakedGoroutines: 3,
      metrics,
    },
  );
  assert.match(readFileSync(join(path, metrics), 'utf8'), /^time,rss,requests\n[\dT:.Z-]+,4096,\n$/);
});

test('a capture whose folder has notes that are not understood is written, and said not to be noted', async t => {
  const { taking, path, folder } = await captured(t, { [heapPath]: heap });
  await folder.write('heap-series.json', Buffer.from('{,}'));
  const { file, isNoted } = await taking;
  assert.equal(isNoted, false);
  assert.deepEqual(readFileSync(join(path, file)), Buffer.from(heap));
  assert.equal(readFileSync(join(path, 'heap-series.json'), 'utf8'), '{,}');
});

test('a heap that was written is captured, whatever becomes of what comes with it', async t => {
  const { taking, path, folder, origin } = await captured(t, {
    [heapPath]: heap,
    '/metrics': 'process_resident_memory_bytes 4096\n',
  });
  for (const name of ['heap-series.json', `metrics-127.0.0.1-${new URL(origin).port}.csv`])
    mkdirSync(join(path, name), { recursive: true });
  const { file, isNoted, unwritten } = await taking;
  assert.deepEqual(readFileSync(join(path, file)), Buffer.from(heap));
  assert.equal(isNoted, true);
  assert.equal(unwritten.length, 2);
  for (const why of unwritten) assert.match(why, /EISDIR/);
  assert.equal((await readSeriesFile(folder)).size, 0);
});

test('the header is in no file', async t => {
  const { taking, path } = await captured(t, { [heapPath]: heap });
  await taking;
  for (const file of readdirSync(path)) {
    assert.ok(!readFileSync(join(path, file), 'latin1').includes('not-for-files'), file);
  }
});

test('a server with nothing but the heap is captured from, and what is missing is told', async t => {
  const { taking, path, origin } = await captured(t, { [heapPath]: heap });
  const { file, missing } = await taking;
  assert.deepEqual(readdirSync(path), [file, 'heap-series.json']);
  assert.deepEqual(
    missing,
    ['/metrics', '/debug/vars', '/debug/pprof/goroutine'].map(
      each => `${origin}${each} answered 404 Not Found: 404 page not found`,
    ),
  );
});

test('without metrics, the memory of Go’s runtime is noted under its own name', async t => {
  const { taking, path } = await captured(t, {
    [heapPath]: heap,
    '/debug/vars': '{"memstats":{"Sys":3000,"HeapReleased":1000}}',
  });
  await taking;
  const metrics = readdirSync(path).find(name => name.endsWith('.csv')) ?? '';
  assert.match(readFileSync(join(path, metrics), 'utf8'), /^time,runtime\n.*,2000\n$/);
});

test('leaked goroutines are asked for only where garbage is collected first', async t => {
  const asked = await Promise.all(
    ['?gc=1', '?gc=0'].map(async query => {
      const { taking, asked } = await captured(t, { [`/debug/pprof/heap${query}`]: heap }, { query });
      await taking;
      return asked.includes('/debug/pprof/goroutineleak');
    }),
  );
  assert.deepEqual(asked, [true, false]);
});

test('a profile that is not compressed is, when it is written', async t => {
  const { taking, path } = await captured(t, { [heapPath]: gunzipSync(heap) });
  const { file } = await taking;
  assert.match(file, /\.pb\.gz$/);
  assert.deepEqual(gunzipSync(readFileSync(join(path, file))), gunzipSync(heap));
});

test('texts and V8’s JSON keep their kind', async t => {
  for (const [content, ending] of [
    ['heap profile: 1: 16 [2: 32] @ heap/524288\n1: 16 [2: 32] @ 0x1\n', /\.heap$/],
    ['heap_v2/524288\n', /\.heap$/],
    ['{"head":{"callFrame":{}}}', /\.heapprofile$/],
  ] as const) {
    assert.match((await (await captured(t, { [heapPath]: content })).taking).file, ending);
  }
});

test('what is no profile is not written, and its first line is told', async t => {
  const cut = heap.subarray(0, heap.length - 20);
  for (const [content, why] of [
    ['<!doctype html>\n<title>Sign in</title>', /no profile\. It begins: <!doctype html>$/],
    ['{"error":"no"}', /no profile\. It begins: \{"error":"no"\}$/],
    ['', /The answer was empty$/],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), /^What came is no profile$/],
    [cut, /The profile is damaged/],
  ] as const) {
    const { taking, path } = await captured(t, { [heapPath]: content });
    await assert.rejects(taking, { name: 'CaptureFailure', message: why });
    assert.deepEqual(readdirSync(path), []);
  }
});

test('a small answer that unfolds past the limit is not written', async t => {
  const bomb = gzipSync(Buffer.alloc(2 ** 22, 0x0a));
  const { taking, path } = await captured(t, { [heapPath]: bomb }, { mostBytes: 2 ** 20 });
  await assert.rejects(taking, {
    name: 'CaptureFailure',
    message: /more than 1 MiB when decompressed \(setting heapDiff\.capture\.mostMiB\)$/,
  });
  assert.deepEqual(readdirSync(path), []);
});
