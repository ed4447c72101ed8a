import assert from 'node:assert/strict';
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ProfileError } from '../../src/core/error.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import type { ReachedSource } from '../../src/core/source/readScript.ts';
import { openFolders } from '../../src/disk/folders.ts';
import { SourceTree } from '../../src/disk/sourceTree.ts';
import { SeriesClient } from '../../src/engine/series/seriesClient.ts';
import type { SeriesBeside } from '../../src/engine/series/seriesMessages.ts';
import { type BuiltService, builtService } from '../fixtures/scripts/builtService.ts';
import { noScripts } from '../fixtures/scripts/noScripts.ts';
import { seriesScript } from '../fixtures/seriesScript.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const folder = (name: string): string => join(import.meta.dirname, '../fixtures/dedupe/series', name);
const nothing: SeriesBeside = { settled: [], goroutines: [], names: [], leftOut: [], known: [] };
const noMetrics = { metrics: [], limit: null };

/** Adds the heaps of a folder, the latest first, and gives their names. */
async function addAll(client: SeriesClient, name: string): Promise<readonly string[]> {
  const heaps = readdirSync(folder(name)).filter(file => /^heap-.*\.pb\.gz$/.test(file));
  for (const heap of heaps.toReversed()) {
    const bytes = new Uint8Array(readFileSync(join(folder(name), heap)));
    await client.add({ file: `${name}/${heap}`, bytes, limits: defaultLimits, sampleType: null }, noScripts);
    assert.equal(bytes.length, 0, 'the bytes are handed over');
  }
  return heaps.map(heap => `${name}/${heap}`).toReversed();
}

async function withClient(run: (client: SeriesClient) => Promise<void>): Promise<void> {
  const client = new SeriesClient(seriesScript);
  try {
    await run(client);
  } finally {
    client.dispose();
  }
}

test('a series is answered in order of time, with what is known beside it', () =>
  withClient(async client => {
    const files = await addAll(client, 'leaking');
    const last = files[0] ?? '';
    const beside: SeriesBeside = {
      ...nothing,
      settled: [last],
      goroutines: [[last, { goroutines: 12, leakedGoroutines: 9 }]],
      names: [[last, 'after the load']],
      leftOut: [{ file: 'x', why: 'x is empty.' }],
    };
    const { answer } = await client.ask('answer', { files, beside, ...noMetrics });
    assert.deepEqual(
      answer.captures.map(({ file }) => file),
      files.toReversed(),
    );
    assert.equal(answer.verdict.kind, 'staircase');
    assert.equal(answer.sites[0]?.name, 'main.(*dedupeCache).seen');
    assert.deepEqual(answer.leftOut, beside.leftOut);
    const { name, goroutines, leakedGoroutines, settled, timeNanos } = answer.captures.at(-1) ?? {};
    assert.deepEqual([name, goroutines, leakedGoroutines, settled], ['after the load', 12, 9, true]);
    assert.deepEqual(answer.notices, [
      '9 goroutines have leaked: nothing can wake them any more, and what they hold is not freed. Profiles of them (goroutineleak) show where they wait.',
    ]);
    assert.equal(typeof timeNanos, 'bigint');
    // Only the files that are asked for.
    const { answer: some } = await client.ask('answer', {
      files: files.slice(0, 2),
      beside: nothing,
      ...noMetrics,
    });
    assert.equal(some.captures.length, 2);
    assert.equal(some.verdict.kind, 'cannotSay');
  }));

test('two series are held against each other', () =>
  withClient(async client => {
    const before = { files: await addAll(client, 'leaking'), beside: nothing, ...noMetrics };
    const after = { files: await addAll(client, 'fixed'), beside: nothing, ...noMetrics };
    const { verdict } = await client.ask('verify', { before, after });
    assert.equal(verdict.kind, 'fixed');
    assert.match(verdict.sentence, /\(\*dedupeCache\)\.seen/);
    assert.equal((await client.ask('verify', { before, after: before })).verdict.kind, 'notFixed');
  }));

test('what is no profile is refused, and the series stays as it was', () =>
  withClient(async client => {
    const files = await addAll(client, 'leaking');
    const bytes = new TextEncoder().encode('package main\n');
    await assert.rejects(
      client.add({ file: 'main.go', bytes, limits: defaultLimits, sampleType: null }, noScripts),
      ProfileError,
    );
    const asked = { files: ['main.go', ...files], beside: nothing, ...noMetrics };
    const { answer } = await client.ask('answer', asked);
    assert.equal(answer.captures.length, files.length);
  }));

test('a thread that ends tells so, and settles what waits', async () => {
  const client = new SeriesClient(seriesScript);
  const waiting = client.ask('answer', { files: [], beside: nothing, ...noMetrics });
  client.dispose();
  await assert.rejects(waiting, /stopped/);
  await assert.rejects(client.ask('answer', { files: [], beside: nothing, ...noMetrics }), /stopped/);
});

test('RSS, traffic and a limit are answered beside the heap', () =>
  withClient(async client => {
    const files = await addAll(client, 'leaking');
    const csv = readdirSync(folder('leaking')).find(file => file.endsWith('.csv')) ?? '';
    const bytes = new Uint8Array(readFileSync(join(folder('leaking'), csv)));
    assert.deepEqual(await client.addMetrics({ file: csv, bytes, limits: defaultLimits }), []);
    const limit = 2 ** 30;
    const asked = { files, beside: nothing, metrics: [csv], limit };
    const { answer, beside } = await client.ask('answer', asked);
    assert.deepEqual(
      beside.lines.map(({ name, kind }) => `${kind} ${name}`),
      ['memory rss', 'traffic requests', 'memory rss without the heap'],
    );
    assert.ok(beside.lines.every(({ times, values }) => times.length > 0 && times.length === values.length));
    assert.match(beside.sentences.join(), /rss .*1\.0 GiB/);
    assert.notEqual(answer.requestsPerHour, null);
    // Of another time, and so of nothing that is shown.
    const old = new TextEncoder().encode('time,requests\n2020-01-01T00:00:00Z,5\n2020-01-01T00:00:09Z,5\n');
    await client.addMetrics({ file: 'old', bytes: old, limits: defaultLimits });
    const without = await client.ask('answer', { ...asked, metrics: ['old'], limit: null });
    assert.deepEqual([without.beside.lines, without.answer.requestsPerHour], [[], null]);
    assert.match(
      without.answer.notices.join(),
      /old: requests was not held against the captures: .*2020-01-01/,
    );
    const rss = new TextEncoder().encode('time,rss\n2020-01-01T00:00:00Z,5\n');
    await client.addMetrics({ file: 'old', bytes: rss, limits: defaultLimits });
    const alone = await client.ask('answer', { ...asked, metrics: ['old'], limit: null });
    assert.match(alone.answer.notices.join(), /old: rss was not held against the captures: its one value/);
    assert.deepEqual(
      answer.notices.filter(text => text.includes('held against')),
      [],
    );
    const side = { ...asked, metrics: ['old'], limit: null };
    const verified = await client.ask('verify', { before: side, after: side });
    assert.doesNotMatch(verified.before.notices.join(), /held against/);
    const bad = new TextEncoder().encode('no metrics at all');
    await assert.rejects(client.addMetrics({ file: 'bad', bytes: bad, limits: defaultLimits }), ProfileError);
  }));

/** Adds two captures of a service and gives what is said of them. */
async function answerOf(client: SeriesClient, { profiles }: BuiltService, reached: ReachedSource) {
  for (const file of profiles) {
    const bytes = new Uint8Array(readFileSync(file));
    await client.add({ file, bytes, limits: defaultLimits, sampleType: null }, reached);
  }
  const { answer } = await client.ask('answer', { files: profiles, beside: nothing, ...noMetrics });
  const places = answer.sites.map(({ name, file }) => `${name} ${file}`).join('\n');
  return { places, notices: answer.notices.join('\n') };
}

test('captures of a bundle are summed up by the functions that source has', () =>
  withClient(async client => {
    const service = builtService(realpathSync(temporaryFolder('service')));
    const { scripts } = new SourceTree(await openFolders([service.folder]));
    const { places, notices } = await answerOf(client, service, scripts);
    assert.ok(places.includes(`seen ${join(service.folder, 'src/dedupe.ts')}`), places);
    assert.ok(!`${places}${notices}`.includes('server.js'), `${places}\n${notices}`);
    // In another thread, after another build.
    writeFileSync(service.script, `${'// more\n'.repeat(9)}${readFileSync(service.script, 'utf8')}`);
    await withClient(async other => {
      const rebuilt = await answerOf(other, service, scripts);
      assert.ok(rebuilt.places.includes(`file://${service.script}`), rebuilt.places);
      assert.match(rebuilt.notices, /server\.js is not the script that was profiled/);
    });
  }));

test('captures of a bundle that nobody has are added as they are', () =>
  withClient(async client => {
    const service = builtService(realpathSync(temporaryFolder('service')));
    const { places, notices } = await answerOf(client, service, noScripts);
    assert.ok(places.includes(`file://${service.script}`), places);
    assert.ok(!notices.includes('server.js'), notices);
  }));
