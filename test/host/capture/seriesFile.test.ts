import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { addMetrics, metricsFileName } from '../../../src/host/capture/metricsFile.ts';
import { note, readSeriesFile } from '../../../src/host/capture/seriesFile.ts';
import { diskFolder } from './diskFolder.ts';

function folderOf(t: TestContext) {
  const path = mkdtempSync(join(tmpdir(), 'heap-diff-captures-'));
  t.after(() => rmSync(path, { recursive: true }));
  return { path, folder: diskFolder(path) };
}

test('what is known of a capture is kept, and can be known better later', async t => {
  const { folder, path } = folderOf(t);
  await note(folder, 'heap-1.pb.gz', { name: 'first', goroutines: 12 });
  await note(folder, 'heap-2.pb.gz', { name: 'second' });
  await note(folder, 'heap-1.pb.gz', { settled: true });
  const unknown = { time: '', from: '', leakedGoroutines: null, metrics: null };
  assert.deepEqual(
    [...(await readSeriesFile(folder)).values()],
    [
      { file: 'heap-1.pb.gz', name: 'first', settled: true, goroutines: 12, ...unknown },
      { file: 'heap-2.pb.gz', name: 'second', settled: false, goroutines: null, ...unknown },
    ],
  );
  assert.deepEqual(readdirSync(path), ['heap-series.json']);
});

test('a file that is not understood is left as it is', async t => {
  const { folder } = folderOf(t);
  for (const text of [
    '{"version":1,"captures":[{"file":"heap-1.pb.gz","name":"before the load","settled":true},]}',
    '{"version":2,"captures":[]}',
    '',
  ]) {
    await folder.write('heap-series.json', Buffer.from(text));
    assert.equal(await note(folder, 'heap-2.pb.gz', { name: 'second' }), false);
    assert.equal(Buffer.from((await folder.read('heap-series.json')) ?? []).toString(), text);
  }
});

test('what does not fit in the file, or is past what is read of it, stays in it', async t => {
  const { folder } = folderOf(t);
  const others = [
    7,
    { name: 'no file' },
    ...Array.from({ length: 10_001 }, (_, i) => ({ file: `heap-${i}.pb.gz` })),
  ];
  const mine = { file: 'mine.pb.gz', name: 3, by: 'a person' };
  const file = { version: 1, captures: [mine, ...others], about: 'the load test' };
  await folder.write('heap-series.json', Buffer.from(JSON.stringify(file)));
  assert.ok(await note(folder, 'mine.pb.gz', { name: 'mine' }));
  assert.ok(await note(folder, 'new.pb.gz', { name: 'new' }));
  const now = JSON.parse(Buffer.from((await folder.read('heap-series.json')) ?? []).toString());
  assert.deepEqual(now.captures.slice(0, -1), [{ ...mine, name: 'mine' }, ...others]);
  assert.deepEqual(
    [now.captures.at(-1).file, now.captures.at(-1).name, now.about],
    ['new.pb.gz', 'new', 'the load test'],
  );
});

test('measurements are rows under the columns of the first', async t => {
  const { folder } = folderOf(t);
  const file = metricsFileName('[::1]:6060');
  assert.equal(file, 'metrics-1-6060.csv');
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 25, 13, minute));
  await addMetrics(
    folder,
    file,
    at(0),
    new Map([
      ['rss', 1024],
      ['requests', null],
    ]),
  );
  await addMetrics(
    folder,
    file,
    at(1),
    new Map([
      ['requests', 0.12345],
      ['other', 5],
    ]),
  );
  await addMetrics(folder, file, at(2), new Map());
  assert.equal(
    Buffer.from((await folder.read(file)) ?? []).toString(),
    'time,rss,requests\n2026-11-25T13:00:00.000Z,1024,\n2026-11-25T13:01:00.000Z,,0.123\n',
  );
});
