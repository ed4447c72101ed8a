/** What a text says by how it begins: what it is, and what to do with it. */
export type OtherText = readonly [start: RegExp, is: string, advice: string];

const chooseHeap = 'choose a heap profile';
const saveAsProto = 'save it with `-proto` and open that';

/**
 * Texts of neighbouring tools, matched against the first 4 KiB. Each is whole; it is not a heap profile, or not one that
 * leads to source.
 */
export const otherTexts: readonly OtherText[] = [
  [
    /^--- (?:contentionz |mutex:|contention:)/,
    'a contention profile (time spent waiting for locks) as text',
    'save it without `debug=1`, or choose a heap profile',
  ],
  [/^--- (?:threadz \d+ ---|Thread [0-9a-f]+ \(name:)|^Full thread dump /i, 'a dump of threads', chooseHeap],
  [
    /^goroutine \d+ \[/,
    'a dump of goroutines',
    'save goroutines without `debug=2`, or choose a heap profile',
  ],
  [
    /^goroutine profile: total \d+\r?\n/,
    'a goroutine profile as text',
    'save it without `debug=1`, or choose a heap profile',
  ],
  [/^threadcreate profile: total \d+\r?\n/, 'a profile of thread creation', chooseHeap],
  [/^\S{1,64} profile: total \d+\r?\n/, 'a profile that counts stacks, not memory', chooseHeap],
  [/^PeriodType: |^Samples:\r?\n/, 'the printed output of pprof (`-raw`)', saveAsProto],
  [
    /^(?:(?:File|Build ID|Type|Time|Duration|Doc): .{0,999}\n){1,8}-{5,64}\+-/,
    'the printed output of pprof (`-traces`)',
    saveAsProto,
  ],
  [/^Total: .{1,99}\nROUTINE =/, 'the printed output of pprof (`-list`)', saveAsProto],
  [
    /^(?:.{0,999}\n){0,12}(?:.{0,99}Showing nodes accounting for | {0,20}flat +flat% +sum% )/,
    'the printed output of pprof (`-top`, `-peek` or `-tree`)',
    saveAsProto,
  ],
  [/^ ?\S{1,99}: Total \S{1,40} of \S{1,40} \(/, 'the printed output of pprof (`-tags`)', saveAsProto],
  [/^digraph "/, 'a graph that pprof has drawn (`-dot`)', saveAsProto],
  [
    /^Total: [\d.]{1,20}(?: [KMG]?B)?\r?\n +-?[\d.]{1,20} +-?[\d.]{1,20}%/,
    'the printed output of jeprof or google-pprof',
    'open the dump itself, named by `pprof -proto BINARY FILE > named.pb.gz`',
  ],
  [
    /^desc: .{0,3000}\ncmd: /,
    'a profile of Valgrind’s massif',
    'print it with `ms_print FILE`; for stacks with lines, profile with jemalloc, gperftools or heaptrack',
  ],
  [/^==\d+== /, 'the printed output of Valgrind', 'read it as text; it names leaks, and is not a profile'],
  [
    /^(?:=+\r?\n)?==\d+==ERROR: (?:Leak|Address)Sanitizer/,
    'a report of a sanitizer',
    'read it as text; it names leaks, and is not a profile',
  ],
  [
    /^v [0-9a-f]{4,8} [0-9a-f]{1,4}\r?\n/,
    'a recording of heaptrack',
    'compare two with `heaptrack_print -d BASE FILE`',
  ],
  [
    /^# callgrind format|^version: 1\r?\ncreator: /,
    'a profile in the format of callgrind',
    'open it with KCachegrind; from PHP, save with `memprof_dump_pprof` instead',
  ],
  [/^# HELP /, 'a page of Prometheus metrics', 'save a heap profile, of Go from `/debug/pprof/heap`'],
  [
    /^ *num +#instances +#bytes/,
    'a histogram of Java classes (`jmap -histo`)',
    'it has no stacks: record with async-profiler, `asprof -e alloc --live`, and convert with `jfrconv -o pprof`',
  ],
  [
    /^___ Begin jemalloc statistics ___/,
    'the statistics of jemalloc',
    'write a profile with `mallctl("prof.dump", …)`',
  ],
  [/^-{10,99}\r?\nMALLOC: /, 'the statistics of tcmalloc', 'write a profile with `HeapProfilerDump`'],
  [/^(?:v8-version|shared-library),/, 'a log of `node --prof`', 'run with `node --heap-prof`'],
  [
    /^(?:Process: .{1,999}\n(?:.{0,999}\n){0,40})?leaks Report Version: /,
    'the printed output of the Mac’s `leaks`',
    'read it as text; it names leaks, and is not a profile',
  ],
  [/^=erl_crash_dump:/, 'a crash dump of Erlang', 'open it with `crashdump_viewer`'],
  [
    /^version https:\/\/git-lfs\.github\.com\/spec\//,
    'a pointer of Git LFS, not the file itself',
    'fetch that with `git lfs pull`',
  ],
  [/^H4sI[\w+/]{20}/, 'gzip written as Base64', 'decode it first, `base64 -d FILE > heap.pb.gz`'],
  [
    /^404 page not found\s*$/,
    'a server’s answer “404 page not found”',
    'check the address, of Go it is `/debug/pprof/heap`',
  ],
  [
    /^\s{0,99}(?:<!doctype html|<html)/i,
    'a web page (HTML)',
    'save the profile itself, of Go from `/debug/pprof/heap`',
  ],
  [/^\s{0,99}<(?:\?xml|svg)/i, 'a picture or another file in XML', 'save the profile itself'],
];

/** One stack a line, outermost frame first, and a number: `main;handle;put 1048576`. */
const foldedLine = /^[^\s;][^;\n]*(?:;[^;\n]+)* \d+(?:\.\d+)?$/;
const looked = 10;

/** Whether a text whose first 4 KiB are these holds folded stacks, as flame graphs are drawn from. */
export function isFolded(start: string): boolean {
  const all = start.split(/\r?\n/);
  // The last line may be cut off.
  const whole = all.length > 1 && start.length >= 4096 ? all.slice(0, -1) : all;
  const lines = whole.filter(line => line !== '').slice(0, looked);
  return lines.some(line => line.includes(';')) && lines.every(line => foldedLine.test(line));
}
