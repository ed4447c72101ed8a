import * as l10n from '@vscode/l10n';
/** What a text says by how it begins: what it is, and what to do with it. */
export type OtherText = readonly [start: RegExp, is: string, advice: string];

/**
 * Texts of neighbouring tools, matched against the first 4 KiB. Each is whole; it is not a heap profile, or not one that
 * leads to source.
 */
export function otherTexts(): readonly OtherText[] {
  const chooseHeap = l10n.t('choose a heap profile');
  const saveAsProto = l10n.t('save it with `-proto` and open that');
  return [
    [
      /^--- (?:contentionz |mutex:|contention:)/,
      l10n.t('a contention profile (time spent waiting for locks) as text'),
      l10n.t('save it without `debug=1`, or choose a heap profile'),
    ],
    [
      /^--- (?:threadz \d+ ---|Thread [0-9a-f]+ \(name:)|^Full thread dump /i,
      l10n.t('a dump of threads'),
      chooseHeap,
    ],
    [
      /^goroutine \d+ \[/,
      l10n.t('a dump of goroutines'),
      l10n.t('save goroutines without `debug=2`, or choose a heap profile'),
    ],
    [/^PeriodType: |^Samples:\r?\n/, l10n.t('the printed output of pprof (`-raw`)'), saveAsProto],
    [
      /^(?:(?:File|Build ID|Type|Time|Duration|Doc): .{0,999}\n){1,8}-{5,64}\+-/,
      l10n.t('the printed output of pprof (`-traces`)'),
      saveAsProto,
    ],
    [/^Total: .{1,99}\nROUTINE =/, l10n.t('the printed output of pprof (`-list`)'), saveAsProto],
    [
      /^(?:.{0,999}\n){0,12}(?:.{0,99}Showing nodes accounting for | {0,20}flat +flat% +sum% )/,
      l10n.t('the printed output of pprof (`-top`, `-peek` or `-tree`)'),
      saveAsProto,
    ],
    [
      /^ ?\S{1,99}: Total \S{1,40} of \S{1,40} \(/,
      l10n.t('the printed output of pprof (`-tags`)'),
      saveAsProto,
    ],
    [/^digraph "/, l10n.t('a graph that pprof has drawn (`-dot`)'), saveAsProto],
    [
      /^Total: [\d.]{1,20}(?: [KMG]?B)?\r?\n +-?[\d.]{1,20} +-?[\d.]{1,20}%/,
      l10n.t('the printed output of jeprof or google-pprof'),
      l10n.t('open the dump itself'),
    ],
    [
      /^desc: .{0,3000}\ncmd: /,
      l10n.t('a profile of Valgrind’s massif'),
      l10n.t(
        'print it with `ms_print FILE`; for stacks with lines, profile with jemalloc, gperftools or heaptrack',
      ),
    ],
    [
      /^==\d+== /,
      l10n.t('the printed output of Valgrind'),
      l10n.t('read it as text; it names leaks, and is not a profile'),
    ],
    [
      /^(?:=+\r?\n)?==\d+==ERROR: (?:Leak|Address)Sanitizer/,
      l10n.t('a report of a sanitizer'),
      l10n.t('read it as text; it names leaks, and is not a profile'),
    ],
    [
      /^v [0-9a-f]{4,8} [0-9a-f]{1,4}\r?\n/,
      l10n.t('a recording of heaptrack'),
      l10n.t('compare two with `heaptrack_print -d BASE FILE`'),
    ],
    [
      /^# callgrind format|^version: 1\r?\ncreator: /,
      l10n.t('a profile in the format of callgrind'),
      l10n.t('open it with KCachegrind; from PHP, save with `memprof_dump_pprof` instead'),
    ],
    [
      /^# HELP /,
      l10n.t('a page of Prometheus metrics'),
      l10n.t('save a heap profile, of Go from `/debug/pprof/heap`'),
    ],
    [
      /^ *num +#instances +#bytes/,
      l10n.t('a histogram of Java classes (`jmap -histo`)'),
      l10n.t(
        'it has no stacks: record with async-profiler, `asprof -e alloc --live`, and convert with `jfrconv -o pprof`',
      ),
    ],
    [
      /^___ Begin jemalloc statistics ___/,
      l10n.t('the statistics of jemalloc'),
      l10n.t('write a profile with `mallctl("prof.dump", …)`'),
    ],
    [
      /^-{10,99}\r?\nMALLOC: /,
      l10n.t('the statistics of tcmalloc'),
      l10n.t('write a profile with `HeapProfilerDump`'),
    ],
    [
      /^(?:v8-version|shared-library),/,
      l10n.t('a log of `node --prof`'),
      l10n.t('run with `node --heap-prof`'),
    ],
    [
      /^(?:Process: .{1,999}\n(?:.{0,999}\n){0,40})?leaks Report Version: /,
      l10n.t('the printed output of the Mac’s `leaks`'),
      l10n.t('read it as text; it names leaks, and is not a profile'),
    ],
    [/^=erl_crash_dump:/, l10n.t('a crash dump of Erlang'), l10n.t('open it with `crashdump_viewer`')],
    [
      /^version https:\/\/git-lfs\.github\.com\/spec\//,
      l10n.t('a pointer of Git LFS, not the file itself'),
      l10n.t('fetch that with `git lfs pull`'),
    ],
    [
      /^H4sI[\w+/]{20}/,
      l10n.t('gzip written as Base64'),
      l10n.t('decode it first, `base64 -d FILE > heap.pb.gz`'),
    ],
    [
      /^404 page not found\s*$/,
      l10n.t('a server’s answer “404 page not found”'),
      l10n.t('check the address, of Go it is `/debug/pprof/heap`'),
    ],
    [
      /^\s{0,99}(?:<!doctype html|<html)/i,
      l10n.t('a web page (HTML)'),
      l10n.t('save the profile itself, of Go from `/debug/pprof/heap`'),
    ],
    [
      /^\s{0,99}<(?:\?xml|svg)/i,
      l10n.t('a picture or another file in XML'),
      l10n.t('save the profile itself'),
    ],
  ];
}

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
