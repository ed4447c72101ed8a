import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { samplesOf } from './core/answers/lookAt.ts';
import { profileBytes } from './fixtures/buildProfile.ts';
import { builtService } from './fixtures/scripts/builtService.ts';
import { temporaryFolder } from './fixtures/temporaryFolder.ts';

const root = resolve(import.meta.dirname, '..');
const sample = join(root, 'test/fixtures/dedupe');
const folder = temporaryFolder('compareReport');

interface Run {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

function heapDiff(cwd: string, ...args: readonly string[]): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'src/report.ts'), ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, status };
}

const limits = ['--fail-on', 'growth > 5MiB', '--fail-on', 'growth > 5MiB/h'];

test('the sample service’s leak fails the gate, at its line in SARIF', () => {
  const args = ['compare', 'heap-1300.pb.gz', 'heap-1400.pb.gz', ...limits, '--format', 'sarif'];
  const { out, err, status } = heapDiff(sample, ...args);
  assert.equal(status, 1);
  assert.match(err, /^growth > 5MiB passed: \+365\.0 MiB\ngrowth > 5MiB\/h passed: \+365\.0 MiB\/h\n$/);
  const [result] = JSON.parse(out).runs[0].results;
  assert.equal(result.level, 'error');
  assert.match(result.message.text, /^main\.\(\*dedupeCache\)\.seen: \+349\.5 MiB allocated here/);
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.deepEqual([artifactLocation.uri, region.startLine], ['cache.go', 39]);
});

test('the README’s workflow fails on the leak and passes on the fix, as a shell runs it', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const steps = [...readme.matchAll(/- run: (?:>\n)?((?:.*heap-diff compare.*\n)(?: {10}--.*\n)*)/g)].map(
    ([, step]) =>
      (step ?? '').replaceAll('heap-diff compare', '"$NODE" "$REPORT" compare').replaceAll(/\s*\n\s*/g, ' '),
  );
  assert.equal(steps.length, 2);
  for (const [pair, status] of [
    ['heap', [0, 1]],
    ['fixed', [0, 0]],
  ] as const) {
    const work = temporaryFolder(`workflow-${pair}`);
    cpSync(join(sample, `${pair}-1300.pb.gz`), join(work, 'before.pb.gz'));
    cpSync(join(sample, `${pair}-1400.pb.gz`), join(work, 'after.pb.gz'));
    const env = {
      ...process.env,
      NODE: process.execPath,
      REPORT: join(root, 'src/report.ts'),
      GITHUB_STEP_SUMMARY: join(work, 'summary.md'),
    };
    const run = steps.map(step => spawnSync('bash', ['-ec', step], { cwd: work, env }).status);
    assert.deepEqual(run, status, pair);
    assert.equal(JSON.parse(readFileSync(join(work, 'heap.sarif'), 'utf8')).version, '2.1.0');
    assert.match(readFileSync(join(work, 'summary.md'), 'utf8'), /^## Heap: .*\n\n- `growth > 5MiB\/h` \*\*/);
  }
});

test('the fixed pair holds it; a site that cannot be judged is said, and fails only when strict', () => {
  const args = ['compare', 'fixed-1400.pb.gz', '--baseline', 'fixed-1300.pb.gz', ...limits];
  const { err, status } = heapDiff(sample, ...args);
  assert.deepEqual([err, status], ['', 0]);
  const unsure = heapDiff(sample, ...args, '--fail-on', 'site > 1MiB');
  assert.equal(unsure.status, 0);
  assert.match(
    unsure.err,
    /^site > 1MiB cannot be judged: \+1\.5 MiB is within sampling noise \(± 1\.7 MiB\)\n$/,
  );
  assert.equal(heapDiff(sample, ...args, '--fail-on', 'site > 1MiB', '--strict').status, 1);
});

test('Go’s pair of a benchmark, base.pprof and result.pprof, in a comment', () => {
  mkdirSync(join(folder, 'profiles'));
  cpSync(join(sample, 'heap-1300.pb.gz'), join(folder, 'profiles/base.pprof'));
  cpSync(join(sample, 'heap-1400.pb.gz'), join(folder, 'profiles/result.pprof'));
  const { out, status } = heapDiff(folder, 'compare', 'profiles/base.pprof', 'profiles/result.pprof');
  assert.equal(status, 0);
  assert.match(out, /^## Heap: \+365\.0 MiB \(\+95 % of 383\.6 MiB\) in 1 h 00 min\n/);
  assert.ok(out.split('\n').length <= 60);
});

function save(name: string, ...lines: readonly string[]): string {
  writeFileSync(join(folder, name), profileBytes({ samples: samplesOf(...lines) }));
  return name;
}

const base = save(
  'base.pb',
  'main.main@/a/m.go:1;main.put@/a/c.go:3 10',
  'main.main@/a/m.go:1;main.log@/a/l.go:5 10',
);
const current = save(
  'current.pb',
  'main.main@/a/m.go:1;main.put@/a/c.go:3 90',
  'main.main@/a/m.go:1;main.log@/a/l.go:5 12',
);

test('a filter is said where an alert is', () => {
  const args = ['compare', base, current, '--focus', 'put$', '--format', 'sarif'];
  const [{ invocations }] = JSON.parse(heapDiff(folder, ...args).out).runs;
  const [{ message }] = invocations[0].toolExecutionNotifications;
  assert.equal(message.text, 'Only what pprof’s filters leave is counted: focus `put$`.');
});

test('how many goroutines have leaked is told where the folders’ notes say so, in every report', () => {
  const cwd = temporaryFolder('leaks');
  for (const [i, name] of [base, current].entries()) {
    const home = join(cwd, `${i}`);
    mkdirSync(home);
    cpSync(join(folder, name), join(home, name));
    const captures = [{ file: name, leakedGoroutines: 7 * i }];
    writeFileSync(join(home, 'heap-series.json'), JSON.stringify({ version: 1, captures }));
  }
  const pair = [`0/${base}`, `1/${current}`];
  const said = /7 goroutines have leaked, 0 at the base: nothing can wake them any more/;
  assert.match(heapDiff(cwd, ...pair).out, said);
  assert.match(heapDiff(cwd, 'compare', ...pair).out, said);
  const { notices } = JSON.parse(heapDiff(cwd, ...pair, '--format', 'json').out);
  assert.deepEqual(
    notices.map(({ kind }: { readonly kind: string }) => kind),
    ['leakedGoroutines'],
  );
  assert.doesNotMatch(heapDiff(folder, base, current).out, /leaked/);
});

test('the workspace’s file sets known leaks aside, and JSON has its entries', () => {
  const cwd = temporaryFolder('known');
  for (const name of [base, current]) cpSync(join(folder, name), join(cwd, name));
  const args = ['compare', base, current, '--fail-on', 'growth > 5B', '--format', 'json'];
  const before = heapDiff(cwd, ...args);
  assert.equal(before.status, 1);
  const [{ site, own }] = JSON.parse(before.out).fingerprints;
  writeFileSync(join(cwd, '.heap-diff.json'), JSON.stringify({ known: [{ site, own, because: 'bounded' }] }));
  const after = heapDiff(cwd, ...args);
  assert.equal(after.status, 0);
  const { limits, fingerprints } = JSON.parse(after.out);
  assert.deepEqual([limits[0].outcome, limits[0].sentence], ['held', '+2 B']);
  assert.equal(fingerprints[0].known, 'bounded');
  writeFileSync(join(cwd, '.heap-diff.json'), '{"knwon": []}');
  const wrong = heapDiff(cwd, ...args);
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /^\.heap-diff\.json has “knwon” in it, which is none of known\.\n$/);
});

test('no rate where no file has a time: said, and strict fails it', () => {
  const args = ['compare', base, current, '--fail-on', 'growth > 1B/h'];
  const { err, status } = heapDiff(folder, ...args);
  assert.equal(status, 0);
  assert.match(err, /cannot be judged: neither file says when it was captured\n$/);
  assert.equal(heapDiff(folder, ...args, '--strict').status, 1);
});

test('growth in a library stands at the line of the repository that calls it', () => {
  const cwd = temporaryFolder('called');
  mkdirSync(join(cwd, 'a'));
  writeFileSync(join(cwd, 'a/k.go'), 'package main\n');
  const stack =
    'main.main@/x/a/m.go:1;main.key@/x/a/k.go:9;encoding/json.Marshal@/usr/local/go/src/encoding/json/encode.go:240';
  const files = [10, 90].map(value => join(folder, save(`called-${value}.pb`, `${stack} ${value}`)));
  const { out } = heapDiff(cwd, 'compare', ...files, '--format', 'sarif');
  const [{ message, locations, partialFingerprints }] = JSON.parse(out).runs[0].results;
  assert.match(message.text, /^Called here: encoding\/json\.Marshal, \+80 B, 100 % of the growth/);
  const [{ physicalLocation, logicalLocations }] = locations;
  assert.deepEqual([physicalLocation.artifactLocation.uri, physicalLocation.region.startLine], ['a/k.go', 9]);
  assert.equal(logicalLocations[0].fullyQualifiedName, 'main.key');
  assert.match(partialFingerprints['site/v1'], /^encoding\/json\.Marshal < main\.key/);
});

/** Level and text of each result of a pair. */
function alerts(...args: readonly string[]): readonly (readonly [level: string, text: string])[] {
  const { out, status } = heapDiff(folder, 'compare', ...args, '--format', 'sarif');
  assert.equal(status, 1);
  return JSON.parse(out).runs[0].results.map(
    ({ level, message }: { readonly level: string; readonly message: { readonly text: string } }) => [
      level,
      message.text,
    ],
  );
}

test('a whole that passes beside a known leak fails for the site that is none', () => {
  writeFileSync(join(folder, 'known.json'), '{"known": [{"site": "main.put"}]}');
  const [put, log] = alerts(base, current, '--known', 'known.json', '--fail-on', 'growth > 1B');
  assert.match((put ?? []).join(': '), /^warning: main\.put: \+80 B /);
  assert.match((log ?? []).join(': '), /^error: main\.log: \+2 B /);
});

test('a whole that passes without a site beyond noise fails for the one that grew most', () => {
  const pair = [0, 1].map(i => {
    const name = `noise-${i}.pb`;
    const samples = samplesOf(
      ...Array.from({ length: 40 }, (_, site) => `main;f${site} ${i * (700_000 - site)}`),
    );
    writeFileSync(join(folder, name), profileBytes({ period: 524_288, samples }));
    return name;
  });
  const results = alerts(...pair, '--fail-on', 'growth > 1MiB');
  assert.deepEqual(results, [
    ['error', 'f0: +683.6 KiB allocated here, 2.5 % of the growth, within sampling noise.'],
  ]);
});

test('a review shows where connections are asked for that a library makes', () => {
  const cwd = temporaryFolder('asked');
  mkdirSync(join(cwd, 'a'));
  writeFileSync(join(cwd, 'a/ask.go'), 'package main\n\nfunc ask() {\n\tclient.Do(request)\n}\n');
  const go = '/usr/local/go/src';
  const heap = (mib: number): Uint8Array =>
    profileBytes({
      samples: samplesOf(
        `net/http.(*Transport).dialConnFor@${go}/net/http/transport.go:8;net/http.(*Transport).dialConn@${go}/net/http/transport.go:9 ${mib << 20}`,
        `main.main@/x/m.go:1;main.ask@/x/a/ask.go:4;net/http.(*Client).Do@${go}/net/http/client.go:3 512`,
      ),
    });
  const files = [1, 9].map(mib => {
    const file = join(cwd, `${mib}.pb`);
    writeFileSync(file, heap(mib));
    return file;
  });
  const { out } = heapDiff(cwd, 'compare', ...files, '--format', 'sarif');
  const [{ message, locations }] = JSON.parse(out).runs[0].results;
  assert.match(
    message.text,
    /^Its connections are asked for here: net\/http\.\(\*Transport\)\.dialConn, \+8\.0 MiB, 100 % of the growth/,
  );
  const { artifactLocation, region } = locations[0].physicalLocation;
  assert.deepEqual([artifactLocation.uri, region.startLine], ['a/ask.go', 4]);
});

test('a link that leads out of the repository is no place for a result', () => {
  const cwd = temporaryFolder('linked');
  const outside = temporaryFolder('outside');
  writeFileSync(join(outside, 'c.go'), 'package main\n');
  symlinkSync(outside, join(cwd, 'a'));
  const files = [base, current].map(name => join(folder, name));
  const { out } = heapDiff(cwd, 'compare', ...files, '--format', 'sarif');
  const { uri } = JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation;
  assert.match(uri, /^not-in-this-repository\/.*c\.go$/);
});

test('a series passes by its rate; verify fails on what is not fixed', () => {
  const heaps = (run: string): string => join(sample, 'series', run);
  assert.equal(heapDiff(root, 'series', heaps('leaking'), '--fail-on', 'growth > 1MiB/h').status, 1);
  assert.equal(heapDiff(root, 'series', heaps('fixed'), '--fail-on', 'growth > 1MiB/h').status, 0);
  const same = heapDiff(root, 'verify', '--before', heaps('leaking'), '--after', heaps('leaking'));
  assert.equal(same.status, 1);
  assert.match(same.err, /^Not fixed: /);
});

const failures: readonly [title: string, args: readonly string[], expected: RegExp][] = [
  [
    'a limit that is none',
    ['compare', base, current, '--fail-on', 'rss > 5MiB'],
    /^--fail-on takes "growth > 5MiB"/,
  ],
  [
    'three files',
    ['compare', base, current, '--baseline', base],
    /^compare takes two files, base and current; got 3/,
  ],
  [
    'a missing file of known leaks',
    ['compare', base, current, '--known', 'none.json'],
    /^none\.json cannot be read/,
  ],
  ['a missing baseline', ['compare', current, '--baseline', 'none.pb'], /^none\.pb cannot be read/],
];
for (const [title, args, expected] of failures) {
  test(`${title}: one clear line and exit code 2`, () => {
    const { out, err, status } = heapDiff(folder, ...args);
    assert.deepEqual([out, status], ['', 2]);
    assert.match(err, expected);
    assert.equal(err.trimEnd().split('\n').length, 1);
  });
}

for (const command of ['compare', 'series', 'verify']) {
  test(`${command} --help tells its options and exit codes`, () => {
    const { out, status } = heapDiff(folder, command, '--help');
    assert.equal(status, 0);
    assert.match(
      out,
      new RegExp(
        `^usage: heap-diff ${command} [\\s\\S]*--fail-on[\\s\\S]*--strict[\\s\\S]*Exit codes: 0 every`,
      ),
    );
  });
}

test('a bundle’s growth is at its line of TypeScript, and a series has its sites there', () => {
  const { folder: cwd, profiles } = builtService(realpathSync(temporaryFolder('service')));
  const [base, current] = profiles;
  const { out } = heapDiff(cwd, 'compare', base, current, '--fail-on', 'growth > 1kB', '--format', 'sarif');
  const [result] = JSON.parse(out).runs[0].results;
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.deepEqual([artifactLocation.uri, region.startLine], ['src/dedupe.ts', 17]);
  const series = heapDiff(cwd, 'series', base, current, '--format', 'json').out;
  assert.ok(series.includes(join(cwd, 'src/dedupe.ts')), series);
  assert.ok(!series.includes('dist/server.js'), series);
});
