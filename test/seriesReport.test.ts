import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { samplesOf } from './core/answers/lookAt.ts';
import { profileBytes } from './fixtures/buildProfile.ts';
import { temporaryFolder } from './fixtures/temporaryFolder.ts';

const root = resolve(import.meta.dirname, '..');
const folder = temporaryFolder('seriesReport');
const sample = join(root, 'test/fixtures/dedupe/series');

function report(...args: string[]): { out: string; err: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/report.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, status };
}

function save(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

function capture(name: string, minutes: number, value: number): string {
  const timeNanos = BigInt(Date.UTC(2026, 10, 25, 13, minutes)) * 1_000_000n;
  return save(name, profileBytes({ samples: samplesOf(`main;put@p.go:3 ${value}`), timeNanos }));
}

const files = [10, 20, 30, 40].map((value, i) => capture(`leak/heap-${i}.pb`, 5 * i, value));

test('a series as JSON, and as Markdown by default', () => {
  const { out, err, status } = report('series', ...files, '--format', 'json');
  assert.deepEqual([err, status], ['', 0]);
  const { verdict, captures, sites } = JSON.parse(out);
  assert.equal(verdict.kind, 'staircase');
  assert.deepEqual(
    captures.map((each: { file: string; total: number }) => [each.file, each.total]),
    files.map((file, i) => [file, 10 * (i + 1)]),
  );
  assert.deepEqual(sites[0].values, [10, 20, 30, 40]);
  assert.match(
    report('series', ...files).out,
    /^# `inuse_space` over time\n\nStaircase: 10 B → 40 B over 4 captures in 15 min/,
  );
});

test('a folder stands for the profiles in it; a file that cannot be read is named and left out', () => {
  save('leak/notes.txt', 'nothing');
  save('leak/rss.csv', 'time,rss\n');
  const cut = save('leak/cut.pb', profileBytes({ samples: samplesOf('f 1') }).slice(0, -3));
  const { out, status } = report('series', join(folder, 'leak'), join(folder, 'none.pb'), '--format', 'json');
  assert.equal(status, 0);
  const { captures, leftOut } = JSON.parse(out);
  assert.equal(captures.length, 4);
  assert.deepEqual(
    leftOut.map(({ file }: { file: string }) => file),
    [cut, join(folder, 'none.pb')],
  );
  assert.match(leftOut[0].why, /cut\.pb ends too early/);
});

test('a folder of goroutine profiles alone is a series of them', () => {
  for (const i of [0, 1, 2, 3]) capture(`waiting/goroutine-${i}.pb`, 5 * i, 10 + i);
  assert.match(
    report('series', join(folder, 'waiting')).out,
    /\nStaircase: 10 B → 13 B over 4 captures in 15 min/,
  );
  const heap = capture('waiting/heap-0.pb', 20, 99);
  const { captures } = JSON.parse(report('series', join(folder, 'waiting'), '--format', 'json').out);
  assert.deepEqual(
    captures.map(({ file }: { file: string }) => file),
    [heap],
  );
});

test('a capture marked as settled, by its name where a folder was given', () => {
  capture('drained/h-0.pb', 0, 10);
  capture('drained/h-1.pb', 5, 90);
  capture('drained/h-2.pb', 9, 12);
  const { out } = report('series', join(folder, 'drained'), '--settled', 'h-2.pb', '--format', 'json');
  assert.equal(
    JSON.parse(out).verdict.sentence,
    'Backlog: 98 % of the +80 B drained once the load had stopped: 12 B left.',
  );
});

test('what was written down as it was captured is known: names, goroutines, and that the load had stopped', () => {
  const { out } = report('series', join(sample, 'leaking'), '--format', 'json');
  const { captures, verdict } = JSON.parse(out);
  const { name, goroutines, settled } = captures.at(-1);
  assert.deepEqual({ name, goroutines, settled }, { name: 'after the load', goroutines: 15, settled: true });
  assert.match(verdict.sentence, /drained once the load had stopped/);
});

test('the sample service: the leak is a staircase in `seen`, and the fix is one', () => {
  const heaps = (run: string): string[] => [join(sample, run)];
  const args = ['verify', '--before', ...heaps('leaking'), '--after', ...heaps('fixed'), '--format', 'json'];
  const { out, err, status } = report(...args);
  assert.deepEqual([err, status], ['', 0]);
  const { before, after, verdict } = JSON.parse(out);
  assert.equal(before.verdict.kind, 'staircase');
  assert.deepEqual(
    [before.sites[0].name, before.sites[0].verdict.kind],
    ['main.(*dedupeCache).seen', 'staircase'],
  );
  assert.deepEqual([after.verdict.kind, verdict.kind], ['flat', 'fixed']);
  assert.match(verdict.sentence, /^Fixed: .* \(\*dedupeCache\)\.seen.* gone from the suspects\.$/);
});

test('a known leak is set aside in a series, and before and after a fix', () => {
  const known = save(
    'known.json',
    '{"known": [{"site": "main.(*dedupeCache).seen", "own": ["main.(*server).accept"], "because": "bounded"}]}',
  );
  const args = [join(sample, 'leaking'), '--known', known, '--fail-on', 'growth > 50MiB'];
  const { out, err, status } = report('series', ...args, '--format', 'json');
  assert.deepEqual([err, status], ['', 0]);
  const { verdict, sites, setAside } = JSON.parse(out);
  assert.match(verdict.sentence, / 1 known leak is set aside, [\d.]+ MiB → [\d.]+ MiB\.$/);
  assert.ok(!sites.some(({ name }: { name: string }) => name.endsWith('.seen')));
  assert.deepEqual([setAside.length, setAside[0].because], [1, 'bounded']);
  const fix = report(
    'verify',
    '--before',
    join(sample, 'leaking'),
    '--after',
    join(sample, 'fixed'),
    '--known',
    known,
  );
  assert.match(
    fix.out,
    /^# Before and after the fix\n\nCannot say: \+4\.6 MiB\/min .* 1 known leak set aside before, 1 after\./,
  );
  assert.match(fix.out, /\nKnown, and set aside:\n\n- `main\.\(\*dedupeCache\)\.seen` .*: `bounded`\n/);
});

test('RSS and requests beside a series', () => {
  const metrics = join(sample, 'leaking', 'metrics-127.0.0.1-6060.csv');
  const args = ['series', join(sample, 'leaking'), '--rss', metrics, '--requests', metrics];
  const { out, err, status } = report(...args, '--format', 'json');
  assert.deepEqual([err, status], ['', 0]);
  const { verdict, rss, captures, requestsPerHour, cannotTell } = JSON.parse(out);
  assert.equal(verdict.kind, 'staircase');
  assert.deepEqual([rss.length, rss[0].name, rss[0].values.length], [1, 'rss', 8]);
  assert.equal(Math.round(rss[0].values[7] - rss[0].withoutHeap[7]), captures[7].total);
  assert.ok(requestsPerHour > 50_000 && requestsPerHour < 500_000);
  assert.ok(!cannotTell.some(({ claim }: { claim: string }) => claim === 'whether it follows traffic'));
  assert.match(
    report(...args).out,
    /\n`rss`: [\d.]+ MiB → [\d.]+ MiB, of it not in the heap [\d.]+ MiB → [\d.]+ MiB\.\n/,
  );
});

test('a site that passes a limit in one step stands at its line', () => {
  const steps = [5, 6, 5, 90, 91].map((value, i) => capture(`step/heap-${i}.pb`, 5 * i, value));
  const { out, status } = report('series', ...steps, '--fail-on', 'site > 50B', '--format', 'sarif');
  assert.equal(status, 1);
  const [{ results }] = JSON.parse(out).runs;
  assert.deepEqual(
    results.map(({ level, message }: { level: string; message: { text: string } }) => [
      level,
      message.text.slice(0, 19),
    ]),
    [['error', 'put: One step: +85 ']],
  );
});

test('where the whole passes a limit, the site that grew most stands at its line, in whatever way it grew', () => {
  const stack = 'main;log@l.go:5';
  const steps = [5, 6, 5, 90, 91].map((value, i) => {
    const timeNanos = BigInt(Date.UTC(2026, 10, 25, 13, 5 * i)) * 1_000_000n;
    const samples = samplesOf(`main;put@p.go:3 ${value}`, `${stack} ${1 + i}`);
    return save(`whole/heap-${i}.pb`, profileBytes({ samples, timeNanos }));
  });
  const { out, status } = report('series', ...steps, '--fail-on', 'growth > 50B', '--format', 'sarif');
  assert.equal(status, 1);
  const [{ results }] = JSON.parse(out).runs;
  assert.deepEqual(
    results.map(({ level, message }: { level: string; message: { text: string } }) => [
      level,
      message.text.replace(/: .*/, ''),
    ]),
    [
      ['error', 'put'],
      ['warning', 'log'],
    ],
  );
});

test('metrics that are not used are named, with the reason', () => {
  const old = save('old.csv', 'time,rss,requests\n2020-01-01T00:00:00Z,1,1\n2020-01-01T01:00:00Z,2,1\n');
  const alone = save('alone.csv', 'time,rss\n2026-11-25T13:00:00Z,1\n2026-11-25T13:05:00Z,1\n');
  const { out } = report('series', ...files, '--rss', old, '--requests', old, '--requests', alone);
  assert.match(
    out,
    /> old\.csv: rss was not held against the captures: it has no value near 4 of 4 captures; /,
  );
  assert.match(out, /> old\.csv: requests was not held against the captures: .* from 2020-01-01 00:00:00 /);
  assert.match(out, /> alone\.csv: It was not used: no name in it speaks of requests\./);
  const leaking = join(sample, 'leaking');
  const objects = report('series', leaking, '--rss', alone, '--sample-type', 'inuse_objects').out;
  assert.match(objects, /> alone\.csv: It was not used: the series counts no memory\./);
  const fix = ['verify', '--before', ...files, '--after', ...files, '--before-requests', old];
  const { before, after } = JSON.parse(report(...fix, '--format', 'json').out);
  assert.match(before.notices.join(), /old\.csv: requests was not held against/);
  assert.deepEqual(after.notices, []);
});

test('with requests in both, growth is per request', () => {
  const of = (run: string, port: number): string => join(sample, run, `metrics-127.0.0.1-${port}.csv`);
  const requests = ['--before-requests', of('leaking', 6060), '--after-requests', of('fixed', 6061)];
  const { out } = report(
    'verify',
    '--before',
    join(sample, 'leaking'),
    '--after',
    join(sample, 'fixed'),
    ...requests,
    '--format',
    'json',
  );
  const { verdict } = JSON.parse(out);
  assert.deepEqual([verdict.kind, verdict.per], ['fixed', 'requests']);
  assert.match(verdict.sentence, /^Fixed: \+[\d.]+ MiB per 1,000 requests /);
});

const others = [10, 20, 30, 5].map((value, i) => capture(`more/heap-${i}.pb`, 5 * i, value));

test('a settled capture by its path, and by its name where it stands in both arms', () => {
  const [last = ''] = others.slice(-1);
  const settledOf = (...args: string[]): unknown => {
    const { before, after } = JSON.parse(report('verify', '--format', 'json', ...args).out);
    return [before, after].map(({ captures }) => captures.at(-1).settled);
  };
  const both = ['--before', ...files, '--after', ...others];
  assert.deepEqual(settledOf(...both, '--settled', last), [false, true]);
  const twice = ['--before', ...others, '--after', ...others];
  assert.deepEqual(settledOf(...twice, '--settled', 'heap-3.pb'), [true, true]);
});

const failures: readonly [title: string, args: string[], expected: RegExp][] = [
  ['no files', ['series'], /^a series needs files, or a folder of them; got none/],
  ['an unknown option', ['series', ...files, '--granularity', 'lines'], /--granularity/],
  [
    'a format that is not one',
    ['series', ...files, '--format', 'csv'],
    /^--format is one of markdown, json, sarif, not "csv"/,
  ],
  [
    'a settled capture that is none',
    ['series', ...files, '--settled', 'x.pb'],
    /^--settled x\.pb is none of the captures/,
  ],
  [
    'a settled capture that may be two',
    ['verify', '--before', ...files, '--after', ...others, '--settled', 'heap-3.pb'],
    /^--settled heap-3\.pb may be .*leak\/heap-3\.pb or .*more\/heap-3\.pb: give one of these paths/,
  ],
  [
    'nothing that can be read',
    ['series', join(folder, 'none.pb')],
    /none\.pb cannot be read: no such file or directory\./,
  ],
  ['an empty folder', ['series', join(root, 'src/core/series')], /^There is no profile in .*series\./],
  ['metrics that are none', ['series', ...files, '--rss', join(root, 'package.json')], /package\.json /],
  ['one arm', ['verify', '--before', ...files], /^verify needs files behind --after/],
];
for (const [title, args, expected] of failures) {
  test(`${title}: one clear line and a failure`, () => {
    const { out, err, status } = report(...args);
    assert.deepEqual([out, status], ['', 2]);
    assert.match(err, expected);
    assert.equal(err.trimEnd().split('\n').length, 1);
  });
}

test('one capture an arm is refused with the reason, which is an answer', () => {
  const [first = ''] = files;
  const { out, status } = report('verify', '--before', ...files, '--after', first, '--format', 'json');
  const { verdict } = JSON.parse(out);
  assert.deepEqual([status, verdict.kind], [0, 'cannotSay']);
  assert.match(verdict.sentence, /one capture after the fix shows how much there was, not that it grew/);
});

test('help tells of series, fixes and exit codes', () => {
  const { out, status } = report('--help');
  assert.equal(status, 0);
  assert.match(
    out,
    /heap-diff series FILES…[\s\S]*heap-diff verify --before FILES… --after FILES…[\s\S]*Exit codes: 0 every limit held/,
  );
});
