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
