import assert from 'node:assert/strict';
import test from 'node:test';
import { isFolded, otherTexts } from '../../../src/core/formats/otherTexts.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

const texts = otherTexts();

const cases: readonly (readonly [start: string, is: RegExp])[] = [
  ['--- contentionz 1 ---\n', /contention/],
  ['--- mutex:\n', /contention/],
  ['--- threadz 1 ---\n', /dump of threads/],
  ['Full thread dump OpenJDK 64-Bit Server VM', /dump of threads/],
  ['goroutine 1 [running]:\n', /dump of goroutines/],
  ['PeriodType: space bytes\nPeriod: 524288\n', /printed output of pprof \(`-raw`\)/],
  [
    'File: app\nType: inuse_space\nTime: 2026-11-25 01:00:00 UTC\n-----------+-------------------------\n',
    /`-traces`/,
  ],
  ['Total: 30MB\nROUTINE ======================== main.f in /a.go\n', /`-list`/],
  ['File: app\nType: inuse_space\nShowing nodes accounting for 30MB, 100% of 30MB total\n', /`-top`/],
  ['Showing nodes accounting for 30MB, 100% of 30MB total\n', /`-top`/],
  ['      flat  flat%   sum%        cum   cum%\n      30MB', /`-top`/],
  [' bytes: Total 383.58MB of 383.58MB (  100%)\n', /`-tags`/],
  ['digraph "app" {\n', /`-dot`/],
  ['Total: 66.5 MB\n    66.5 100.0% 100.0%     66.5 100.0% Cache::put\n', /jeprof/],
  ['desc: --massif-out-file=massif.out\ncmd: ./app\ntime_unit: i\n', /massif/],
  ['desc: (none)\ncmd: ./app\n', /massif/],
  ['==1234== Memcheck, a memory error detector\n', /Valgrind/],
  ['=====\n==1==ERROR: LeakSanitizer: detected memory leaks\n', /sanitizer/],
  ['v 10400 3\nX /usr/bin/app\n', /heaptrack/],
  ['# callgrind format\nversion: 1\n', /callgrind/],
  ['version: 1\ncreator: xdebug 3.1\n', /callgrind/],
  ['# HELP go_goroutines Number of goroutines\n', /Prometheus/],
  [' num     #instances         #bytes  class name\n', /jmap -histo/],
  ['___ Begin jemalloc statistics ___\n', /statistics of jemalloc/],
  ['------------------------------------------------\nMALLOC:   100\n', /statistics of tcmalloc/],
  ['v8-version,12,4\n', /node --prof/],
  ['Process:         app [123]\nPath: /bin/app\n\nleaks Report Version: 4.0\n', /`leaks`/],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', /Git LFS/],
  ['H4sIAAAAAAAE/wBvAZD+CgQIARACCg==\n', /Base64/],
  ['404 page not found\n', /404/],
  ['<!DOCTYPE html>\n<html>', /HTML/],
  ['<?xml version="1.0"?>', /XML/],
];

test('texts of other tools are called by their names', () => {
  for (const [start, is] of cases) {
    const found = texts.find(([pattern]) => pattern.test(start));
    assert.match(found?.[1] ?? '', is, start);
    assert.ok((found?.[2] ?? '').length > 10, start);
  }
});

test('every entry has its case', () => {
  const hit = new Set(cases.map(([start]) => texts.findIndex(([pattern]) => pattern.test(start))));
  const missed = texts.filter((_, i) => !hit.has(i)).map(([, is]) => is);
  assert.deepEqual(missed, ['a crash dump of Erlang']);
  assert.ok(texts.some(([pattern]) => pattern.test('=erl_crash_dump:0.5\n')));
});

test('ordinary texts are none of them', () => {
  for (const start of ['Dear Sir', 'version: 1\nservices:\n', 'desc: a cat\n', 'v 1.2\n', 'File: a\n']) {
    assert.equal(texts.find(([pattern]) => pattern.test(start))?.[1], undefined, start);
  }
});

test('folded stacks are told by several frames a line and a number behind each', () => {
  assert.ok(isFolded('main;handle;put 1048576\nmain;handle;get 2048\n'));
  assert.ok(isFolded('main 5\nmain;std::vector<int, x>::push_back (a.cc:3) 7'));
  for (const text of ['main 5\n', 'a;b;c\n', 'a; b 5\nsome text\n', '']) assert.ok(!isFolded(text), text);
});

test('no pattern takes long for any 4 KiB', () => {
  const parts = [
    'File: a\n',
    '-',
    '=',
    ' ',
    '\n',
    '0',
    'Total: 1',
    'desc: ',
    ';',
    'a;',
    '==1',
    '#',
    'Process: a\n',
  ];
  const begun = cpuTime();
  for (const one of parts) {
    for (const other of parts) {
      const start = (one + other.repeat(4096)).slice(0, 4096);
      for (const [pattern] of texts) pattern.test(start);
      isFolded(start);
    }
  }
  assert.ok(cpuTime() - begun < 3000, `${cpuTime() - begun} ms`);
});
