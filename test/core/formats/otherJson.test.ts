import assert from 'node:assert/strict';
import test from 'node:test';
import { otherJson } from '../../../src/core/formats/otherJson.ts';

const is = (text: string): string => otherJson(new TextEncoder().encode(text))?.[0] ?? '';

test('JSON of other tools is called by its name, whatever the order of its keys', () => {
  const cases = [
    ['{"snapshot":{"meta":{}},"nodes":[]}', /full V8 heap snapshot/],
    ['{"nodes":[0],"edges":[],"snapshot":{"meta":{}}}', /full V8 heap snapshot/],
    ['{\n    "snapshot": {\n        "meta": {}\n    },\n    "nodes": []\n}', /full V8 heap snapshot/],
    ['{"nodes":[{"id":1}],"startTime":1}', /V8 CPU profile/],
    ['{"startTime":1,"endTime":2,"nodes":[{"id":1}]}', /V8 CPU profile/],
    ['{"cpuProfile":{}}', /V8 CPU profile/],
    ['{"mode":"rust-heap","dhatFileVersion":2}', /DHAT/],
    ['{"$schema":"https://www.speedscope.app/file-format-schema.json","shared":{}}', /speedscope/],
    ['{"shared":{"frames":[]},"profiles":[]}', /speedscope/],
    ['{"meta":{"version":27},"threads":[]}', /Firefox/],
    ['{"libs":[],"meta":{}}', /Firefox/],
    ['{"traceEvents":[]}', /trace of Chrome/],
    ['[{"pid":1,"ph":"X"}]', /trace of Chrome/],
    ['{"resourceProfiles":[]}', /OTLP/],
    ['{"version":1,"flamebearer":{}}', /Pyroscope/],
    ['{"start_time":1,"root_frame":{}}', /pyinstrument/],
    ['{"alloc_samples":1}', /Scalene/],
    ['{"header":{},"javascriptHeap":{}}', /diagnostic report/],
    ['{"jemalloc":{}}', /statistics of jemalloc/],
    ['{"address":"0x1","type":"STRING"}\n{"address":"0x2","type":"STRING"}', /Ruby/],
  ] as const;
  for (const [text, expected] of cases) assert.match(is(text), expected, text);
});

test('a V8 heap profile, and JSON of nobody, are none of them', () => {
  for (const text of [
    '{"head":{}}',
    '{"startTime":1,"samples":[],"head":{}}',
    '{"name":"x"}',
    '[1]',
    '{',
    '{"meta":1}',
  ]) {
    assert.equal(is(text), '', text);
  }
});

test('a huge file is named by its start', () => {
  assert.match(is(`{"nodes":[${'0,'.repeat(1 << 20)}0],"snapshot":{}}`), /heap snapshot/);
  assert.match(is(`{"meta":{},"threads":["${'x'.repeat(1 << 21)}"]}`), /Firefox/);
});
