import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

/** Files that real tools wrote, or that were made after them; only where they stand beside the checkout. */
const folder = join(import.meta.dirname, '../../shared/cases');
const noCases: string | false = existsSync(folder) ? false : `${folder} is missing`;
const report = join(import.meta.dirname, '../src/report.ts');

interface Row {
  readonly name: string;
  readonly file: string;
  readonly flat: { readonly base: number; readonly current: number };
}

function run(base: string, current: string, ...options: readonly string[]) {
  const files = [join(folder, base), join(folder, current)];
  return spawnSync(process.execPath, [report, ...files, '--format', 'json', ...options], {
    encoding: 'utf8',
  });
}

/** The rows of the report. */
function rows(base: string, current: string, ...options: readonly string[]): readonly Row[] {
  const { stdout, stderr } = run(base, current, ...options);
  assert.equal(stderr, '');
  return JSON.parse(stdout).rows;
}

/** What the functions whose own value changed grew by. */
function growth(base: string, current: string): Readonly<Record<string, number>> {
  const changed = rows(base, current).filter(({ flat }) => flat.base !== flat.current);
  return Object.fromEntries(changed.map(({ name, flat }) => [name, flat.current - flat.base]));
}

const put = { 'main.(*Cache).Put': 24_253_933 };
const goText = 'text-with-lines-before-it/go-1.txt';
const proto = 'text-with-lines-before-it/p-2.pb.gz';

const readable: readonly (readonly [
  base: string,
  current: string,
  growth: Readonly<Record<string, number>>,
])[] = [
  ['go-text-pasted-with-spaces/go-1.txt', 'go-text-pasted-with-spaces/go-spaces.txt', put],
  [goText, 'text-with-lines-before-it/go-curl-i.txt', put],
  [goText, 'text-with-lines-before-it/go-header.txt', put],
  [goText, 'utf16-from-powershell/go-utf16.txt', put],
  [
    'gperftools-count-overflow/overflow-1.heap',
    'gperftools-count-overflow/overflow-2.heap',
    { '[app] 0xfff': 4_144_457 },
  ],
  [
    'gperftools-mmap-lines/mmap-1.heap',
    'gperftools-mmap-lines/mmap-2.heap',
    { '[app] 0x3fff': 536_870_912, '[app] 0x4fff': 524_288 },
  ],
  [
    'jemalloc-leak-summary-first/je-1.heap',
    'jemalloc-leak-summary-first/je-leak.f.heap',
    { '[app] 0xfff': 115_692_652 },
  ],
  [
    'symbolised-text/symbolized-1.heap',
    'symbolised-text/symbolized-2.heap',
    { 'Cache::put(int)': 11_874_620 },
  ],
  ['symbolised-text/symbolgp-1.heap', 'symbolised-text/symbolgp-2.heap', { 'Cache::put(int)': 20_971_520 }],
  ['symbolised-text/php-1.heap', 'symbolised-text/php-2.heap', { eat: 4_000_000 }],
  ['v8-other-spellings/old-1.heapprofile', 'v8-other-spellings/old-2.heapprofile', { put: 2_000_000 }],
  ['v8-other-spellings/new-1.heapprofile', 'v8-other-spellings/startfirst.heapprofile', { put: 2_000_000 }],
  [
    'names-that-change-with-the-build/java-1.pb.gz',
    'names-that-change-with-the-build/java-2.pb.gz',
    { 'App$$Lambda.run': 2_097_152 },
  ],
  ['text-with-lines-before-it/p-curl-i.pb.gz', proto, {}],
  ['compressed-otherwise/p.lz4', proto, {}],
  ['compressed-otherwise/p.zst', proto, {}],
];

for (const [base, current, expected] of readable) {
  test(`${current} is read: what grew against ${base}`, { skip: noCases }, () => {
    assert.deepEqual(growth(base, current), expected);
  });
}

test('records of single allocations change nothing', { skip: noCases }, () => {
  const found = growth('jemalloc-allocation-records/je-1.heap', 'jemalloc-allocation-records/je-hist.heap');
  assert.equal(found['[app] 0xfff'], 115_692_652);
});

test('Rust functions match without their hashes', { skip: noCases }, () => {
  const { stdout } = run(
    'names-that-change-with-the-build/rusth-1.pb.gz',
    'names-that-change-with-the-build/rusth-2.pb.gz',
  );
  assert.doesNotMatch(stdout, /::h[0-9a-f]{16}/);
  assert.equal(JSON.parse(stdout).site.name, 'pageserver::cache::Cache::insert');
  assert.equal(JSON.parse(stdout).site.net, 2_097_152);
});

test('classes without a file have files and packages of their own', { skip: noCases }, () => {
  const [base, current] = [
    'java-frames-without-a-file/real-alloc-0.pb.gz',
    'java-frames-without-a-file/real-alloc-1.pb.gz',
  ];
  const [first] = rows(base, current, '--granularity', 'files');
  assert.equal(first?.name, 'org/xerial/snappy/SnappyInputStream');
  const packages = rows(base, current, '--granularity', 'packages').map(({ name }) => name);
  assert.ok(packages.includes('org.apache.kafka.common.record'), packages.join());
});

const named: readonly (readonly [file: string, says: RegExp])[] = [
  ['utf16-from-powershell/p-powershell.pb.gz', /was saved through PowerShell’s `>`.*curl\.exe -o/],
  ['v8-other-spellings/head.cpuprofile', /is a V8 CPU profile/],
  ['v8-other-spellings/julia.heapsnapshot', /is a full V8 heap snapshot/],
  ['v8-other-spellings/nodesfirst.heapsnapshot', /is a full V8 heap snapshot/],
  ['other-formats-not-named/callgrind.out', /callgrind/],
  ['other-formats-not-named/dhat.json', /DHAT/],
  ['other-formats-not-named/firefox.json', /Firefox Profiler/],
  ['other-formats-not-named/folded.txt', /folded stacks/],
  ['other-formats-not-named/heaptrack.txt', /heaptrack_print/],
  ['other-formats-not-named/massif.out', /ms_print/],
  ['other-formats-not-named/pprofraw.txt', /printed output of pprof.*`-proto`/],
  ['other-formats-not-named/pproftop.txt', /printed output of pprof.*`-proto`/],
  ['other-formats-not-named/real-live.jfr.gz', /Java Flight Recording.*jfrconv --alloc --live -o pprof/],
  ['other-formats-not-named/speedscope.json', /speedscope/],
  ['other-formats-not-named/x.memray', /memray/],
  ['otlp-called-damaged/otlp.pb.bin', /is an OpenTelemetry \(OTLP\) profile/],
];

for (const [file, says] of named) {
  test(`${file} is called by its name, with what to do`, { skip: noCases }, () => {
    const { stderr, status } = run(file, proto);
    assert.equal(status, 2);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /is damaged|[Cc]apture it again/);
  });
}
