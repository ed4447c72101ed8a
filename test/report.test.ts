import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Looks } from '../src/core/answers/looks.ts';
import { defaultLimits } from '../src/core/formats/limits.ts';
import { readProfile } from '../src/core/formats/readProfile.ts';
import { reportFolded } from '../src/core/report/reportFolded.ts';
import { samplesOf } from './core/answers/lookAt.ts';
import { profileBytes } from './fixtures/buildProfile.ts';
import { temporaryFolder } from './fixtures/temporaryFolder.ts';
import { inuseSpace } from './fixtures/viewOptions.ts';

const root = resolve(import.meta.dirname, '..');
const folder = temporaryFolder('report');

function save(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

const base = save(
  'base.pb',
  profileBytes({ samples: samplesOf('main;f@f.go:3 10', 'main;g@g.go:1 4'), timeNanos: 9 }),
);
const current = save('current.pb', profileBytes({ samples: samplesOf('main;f@f.go:4 30'), timeNanos: 5 }));
const cpu = save('cpu.pb', profileBytes({ sampleTypes: ['cpu/nanoseconds'], samples: samplesOf('main 1') }));

function report(...args: string[]): { out: string; err: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/report.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, status };
}

test('JSON has exact numbers of the files as given, whatever their times', () => {
  const { out, err, status } = report(base, current, '--format', 'json');
  assert.deepEqual([err, status], ['', 0]);
  const { headline, site, suspects, notices, cannotTell, withinNoise, ...table } = JSON.parse(out);
  const found = {
    name: 'f',
    file: 'f.go',
    line: 4,
    own: null,
    net: 20,
    share: 1,
    noise: null,
    retained: null,
    retainedInterval: null,
    hint: null,
    askers: [],
  };
  assert.equal(headline, "+16 B: +114 % of the base's 14 B. 100 % of the growth is allocated in f, f.go:4.");
  assert.deepEqual([site, suspects, notices, withinNoise], [found, [found], [], false]);
  assert.deepEqual(
    cannotTell.map(({ claim }: { claim: string }) => claim),
    [
      'whether it is a leak or a backlog',
      'whether it goes on growing',
      'how much of what was allocated stayed',
      'how much of the change is sampling noise',
      'how fast it changed',
    ],
  );
  assert.deepEqual(table, {
    sampleType: { type: 'inuse_space', unit: 'bytes' },
    options: { granularity: 'functions', normalize: false, filter: {} },
    base: { file: base, timeNanos: 9, total: 14 },
    current: { file: current, timeNanos: 5, total: 30 },
    delta: 16,
    increase: 20,
    decrease: 4,
    rows: [
      { name: 'f', file: 'f.go', line: 0, flat: { base: 10, current: 30 }, cum: { base: 10, current: 30 } },
      { name: 'g', file: 'g.go', line: 0, flat: { base: 4, current: 0 }, cum: { base: 4, current: 0 } },
      { name: 'main', file: '', line: 0, flat: { base: 0, current: 0 }, cum: { base: 14, current: 30 } },
    ],
  });
});

test('options change what is counted', () => {
  const rows = (...args: string[]): string[] =>
    JSON.parse(report(base, current, '--format', 'json', ...args).out).rows.map(
      (row: { name: string; line: number; flat: { current: number } }) =>
        `${row.name}:${row.line} ${row.flat.current}`,
    );
  assert.deepEqual(rows('--granularity', 'lines'), ['f:4 30', 'f:3 0', 'g:1 0', 'main:0 0']);
  assert.deepEqual(rows('--ignore', '^g$'), ['f:0 30', 'main:0 0']);
  assert.deepEqual(rows('--normalize', '--sample-type', 'space'), ['f:0 14', 'g:0 0', 'main:0 0']);
});

test('the table as CSV, and the tree as folded stacks', () => {
  const csv = report(base, current, '--format', 'csv').out.split('\r\n');
  assert.equal(csv[1], 'f,f.go,,10,30,20,10,30,20');
  assert.equal(report(base, current, '--format', 'folded').out, 'main;f 10 30\nmain;g 4 0\n');
});

test('the pair for pprof, which reads as that pair again', () => {
  for (const command of [[], ['compare']]) {
    const args = ['src/report.ts', ...command, base, current, '--format', 'pprof'];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root });
    assert.equal(status, 0);
    const looks = new Looks([readProfile(gunzipSync(stdout), defaultLimits)]);
    assert.equal(reportFolded(looks.at(inuseSpace)), 'main;f 10 30\nmain;g 4 0\n');
  }
});

test('Markdown is for people, and the default', () => {
  const { out, status } = report(base, current);
  assert.equal(status, 0);
  assert.match(out, /^# inuse_space: \+16 B \(\+114 % of 14 B\)\n/);
  assert.match(out, /100 % of the growth is allocated in `f` \(`f\.go:4`\)\./);
  assert.match(out, /\n\| \+20 B \| 10 B → 30 B \| \+20 B \| `f` \| `f\.go` \|\n/);
});

const failures: readonly [title: string, args: string[], expected: RegExp][] = [
  ['one file', [base], /^two files are needed, base and current; got 1/],
  ['three files', [base, current, cpu], /got 3/],
  ['an option that is not one', [base, current, '--nope'], /--nope/],
  [
    'a value that is not one',
    [base, current, '--format', 'xml'],
    /^--format is one of markdown, json, csv, folded, pprof, not "xml"/,
  ],
  [
    'a limit in words',
    [base, current, '--limit', 'samples=many'],
    /^--limit samples takes a whole number from 1 on, not "many"/,
  ],
  ['no limit', [base, current, '--limit', 'samples=0'], /from 1 on, not "0"/],
  [
    'a mistyped command',
    ['compar', base, current],
    /^"compar" is no file, and no command: these are compare, series, verify, mcp/,
  ],
  ['a missing file', [base, join(folder, 'none.pb')], /none\.pb cannot be read: no such file or directory\./],
  ['a folder', [folder, current], /cannot be read: it is a folder\./],
  ['a file that is no profile', [join(root, 'package.json'), current], /package\.json is not a heap profile/],
  ['an empty file', [base, save('empty.pb', new Uint8Array(0))], /empty\.pb is empty/],
  [
    'a cut file',
    [base, save('cut.pb', profileBytes({ samples: samplesOf('f 1') }).slice(0, -3))],
    /cut\.pb ends too early/,
  ],
  [
    'another kind',
    [cpu, current],
    /cpu\.pb and .*current\.pb have no sample type in common: they are a CPU profile/,
  ],
  [
    'an unknown sample type',
    [base, current, '--sample-type', 'cpu'],
    /^There is no sample type cpu; there is inuse_space\./,
  ],
  ['a pattern that is none', [base, current, '--focus', '('], /^Focus is not a regular expression/],
];

for (const [title, args, expected] of failures) {
  test(`${title}: one clear line and a failure`, () => {
    const { out, err, status } = report(...args);
    assert.deepEqual([out, status], ['', 2]);
    assert.match(err, expected);
    assert.equal(err.trimEnd().split('\n').length, 1);
  });
}

const functions = (value: number): Uint8Array =>
  profileBytes({
    samples: Array.from({ length: 2_000 }, (_, i) => ({ stack: [`f${i}@f.go:1`], values: [value] })),
  });
/** More than a pipe holds. */
const large = [save('large1.pb', functions(1)), save('large2.pb', functions(2))] as const;

/** A shell's command around the program, which is `"$@"` there. */
function shell(command: string, ...args: readonly string[]): { out: string; err: string } {
  const program = [process.execPath, join(root, 'src/report.ts'), ...args];
  const { stdout, stderr } = spawnSync('sh', ['-c', command, 'sh', ...program], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr };
}

test('a reader that has enough is no failure, and a limit is passed all the same', () => {
  const into = '("$@"; echo "exit $?" >&2) | true';
  assert.equal(shell(into, ...large, '--format', 'json').err, 'exit 0\n');
  const { err } = shell(into, 'compare', ...large, '--format', 'json', '--fail-on', 'growth > 1B');
  assert.equal(err, 'growth > 1B passed: +2.0 KiB\nexit 1\n');
  assert.equal(shell('"$@" 2>&1 | true', 'compare', ...large).err, '');
});

test('an answer that cannot be written is one line and a failure, not a limit that was passed', {
  skip: !existsSync('/dev/full') && 'needs a full device',
}, () => {
  const { err } = shell('"$@" > /dev/full; echo "exit $?" >&2', base, current);
  assert.equal(err, 'The answer cannot be written: no space left on device. Write it elsewhere.\nexit 2\n');
});

test('what nobody has foreseen is a failure, not a limit that was passed', () => {
  const gone = 'mkdir gone && cd gone && rmdir ../gone && "$@"; echo "exit $?"';
  const { out, err } = shell(gone, 'compare', base, current);
  assert.equal(out, 'exit 2\n');
  assert.match(err, /uv_cwd[\s\S]* {4}at /);
});

test('help and the version, as one asks for them elsewhere', () => {
  assert.equal(report('help', 'series').out, report('series', '--help').out);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual([report('--version').out, report('--version').status], [`${version}\n`, 0]);
});

test('help tells the options', () => {
  const { out, status } = report('--help');
  assert.equal(status, 0);
  assert.match(out, /--granularity functions\|lines\|files\|packages/);
});
