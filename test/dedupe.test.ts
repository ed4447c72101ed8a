import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readProfile } from '../src/core/formats/readProfile.ts';
import type { Profile } from '../src/core/profile.ts';
import { parseSeriesFile, seriesFileName } from '../src/core/series/captureNotes.ts';
import { root } from './setup/run.ts';
import { systemTools } from './setup/systemTools.ts';

const folder = join(root, 'test/fixtures/dedupe');
const MiB = 1024 * 1024;
const hour = 3_600_000_000_000n;

function read(name: string): Profile {
  return readProfile(gunzipSync(readFileSync(join(folder, name))));
}

/** Live bytes by the function and line that allocated them, as `name file:line`, and in all. */
function liveBytes(profile: Profile): { readonly total: number; readonly at: ReadonlyMap<string, number> } {
  const { samples, locations, functions, strings } = profile;
  const column = samples.values[profile.sampleTypes.findIndex(({ type }) => type === 'inuse_space')];
  assert.ok(column);
  const at = new Map<string, number>();
  let total = 0;
  for (let sample = 0; sample < samples.count; sample++) {
    const leaf = samples.stack[samples.stackStart[sample] ?? 0] ?? 0;
    const row = locations.lineStart[leaf] ?? 0;
    const callee = locations.lineFunction[row] ?? 0;
    const file = strings.get(functions.file[callee] ?? 0);
    const line = `${strings.get(functions.name[callee] ?? 0)} ${file}:${locations.lineNumber[row]}`;
    const value = column.value[sample] ?? 0;
    at.set(line, (at.get(line) ?? 0) + value);
    total += value;
  }
  return { total, at };
}

function growth(base: string, current: string) {
  const [inBase, inCurrent] = [liveBytes(read(base)), liveBytes(read(current))];
  const lines = new Set([...inBase.at.keys(), ...inCurrent.at.keys()]);
  const deltas = Array.from(lines, line => ({
    line,
    delta: (inCurrent.at.get(line) ?? 0) - (inBase.at.get(line) ?? 0),
  }));
  deltas.sort((a, b) => b.delta - a.delta);
  return { total: inCurrent.total - inBase.total, top: deltas[0] };
}

test('the leaking run grows at the line that adds to the map', () => {
  const { total, top } = growth('heap-1300.pb.gz', 'heap-1400.pb.gz');
  assert.ok(total > 300 * MiB, `grew by ${total} bytes`);
  assert.ok(top);
  assert.ok(top.delta > 0.9 * total, `${top.line} has ${top.delta} of ${total} bytes`);
  const match = /^main\.\(\*dedupeCache\)\.seen \/build\/src\/dedupe\/cache\.go:(\d+)$/.exec(top.line);
  const line = readFileSync(join(folder, 'cache.go'), 'utf8').split('\n')[Number(match?.[1]) - 1];
  assert.match(line ?? '', /^\tc\.entries\[id\] = /, top.line);
});

test('the fixed run stays flat', () => {
  const { total } = growth('fixed-1300.pb.gz', 'fixed-1400.pb.gz');
  assert.ok(Math.abs(total) < 3 * MiB, `changed by ${total} bytes`);
});

test('the captures are an hour apart', () => {
  for (const run of ['heap', 'fixed']) {
    assert.equal(read(`${run}-1400.pb.gz`).timeNanos - read(`${run}-1300.pb.gz`).timeNanos, hour, run);
  }
});

/** The captures of a run in the order they were taken, and the notes beside them. */
function series(run: 'leaking' | 'fixed') {
  const notes = parseSeriesFile(readFileSync(join(folder, 'series', run, seriesFileName), 'utf8'));
  return Array.from(notes.values(), note => ({
    note,
    bytes: liveBytes(read(`series/${run}/${note.file}`)).total,
    time: Number(read(`series/${run}/${note.file}`).timeNanos / 1_000_000n),
  }));
}

for (const run of ['leaking', 'fixed'] as const) {
  test(`eight captures of the ${run} run, the last after the load`, () => {
    const captures = series(run);
    assert.deepEqual(
      captures.map(({ note }) => note.settled),
      [...Array.from({ length: 7 }, () => false), true],
    );
    const times = captures.map(({ time }) => time);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    for (const { note, time } of captures) {
      assert.ok(Math.abs(Date.parse(note.time) - time) < 2000, note.file);
      assert.ok((note.goroutines ?? 0) > 8, note.file);
    }
  });

  test(`memory and requests are beside the ${run} run, and the traffic ends`, () => {
    const [{ note } = assert.fail()] = series(run);
    const rows = readFileSync(join(folder, 'series', run, note.metrics ?? ''), 'utf8')
      .trim()
      .split('\n');
    assert.equal(rows[0], 'time,rss,requests');
    const rates = rows.slice(1).map(row => Number(row.split(',')[2]));
    assert.ok(Math.max(...rates) > 100 && rates.at(-1) === 0, rates.join());
  });
}

test('the leaking series only climbs, and is not drained when the load has stopped', () => {
  const bytes = series('leaking').map(capture => capture.bytes);
  for (const [i, each] of bytes.slice(1, 7).entries()) assert.ok(each > (bytes[i] ?? 0), bytes.join());
  assert.ok((bytes[7] ?? 0) > 0.95 * (bytes[6] ?? 0), bytes.join());
});

test('the fixed series stays at a few MiB', () => {
  for (const { bytes } of series('fixed')) assert.ok(bytes < 8 * MiB, `${bytes}`);
});

test('every line of the service that a profile names is inside the function it names', () => {
  const { locations, functions, strings } = read('heap-1400.pb.gz');
  const found = [];
  for (let row = 0; row < (locations.lineStart[locations.count] ?? 0); row++) {
    const callee = locations.lineFunction[row] ?? 0;
    const file = strings.get(functions.file[callee] ?? 0);
    if (!file.startsWith('/build/src/dedupe/')) continue;
    const name = strings.get(functions.name[callee] ?? 0);
    // `main.(*server).ingest`, `main.main.func2`: the method or function declared at the top level.
    const declared = name
      .replace(/^main\./, '')
      .replace(/\.func\d.*$/, '')
      .replace(/^\(.*\)\./, '');
    const above = readFileSync(join(folder, basename(file)), 'utf8')
      .split('\n')
      .slice(0, locations.lineNumber[row]);
    const header = above.findLast(line => line.startsWith('func ')) ?? '';
    assert.match(
      header,
      new RegExp(`^func (\\(\\w+ \\*?\\w+\\) )?${declared}\\(`),
      `${name} at ${above.length}`,
    );
    found.push(name);
  }
  assert.ok(found.length > 5, found.join());
});

const go = systemTools.go.find();

test('the service builds', { skip: go ? false : 'go is missing (golang-go)' }, () => {
  const { status, stderr } = spawnSync('go', ['vet', './...'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  assert.equal(status, 0, stderr);
});
