import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { readV8Heap } from '../../../src/core/formats/v8Heap.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';
import { fixture } from '../../fixtures/fixture.ts';
import { noRealProfiles, realBytes } from '../../fixtures/realProfiles.ts';
import { sums } from '../../fixtures/sums.ts';

interface Node {
  readonly selfSize: number;
  readonly children: readonly Node[];
}

function node(functionName: string, selfSize: number, ...children: readonly object[]): object {
  const callFrame = { functionName, scriptId: '1', url: 'a.js', lineNumber: 4, columnNumber: 2 };
  return { callFrame, selfSize, id: selfSize, children };
}

function read(profile: unknown) {
  return readV8Heap(new TextEncoder().encode(JSON.stringify(profile)));
}

test('makes a sample of each node with a size, and starts counting lines at 1', () => {
  const head = node('(root)', 0, node('main', 0, node('', 30), node('f', 20, node('g', 10))));
  const profile = read({ head });
  assert.deepEqual(dumpProfile(profile).sort(), [
    'inuse_space/bytes',
    'main@a.js:5;(anonymous)@a.js:5 30',
    'main@a.js:5;f@a.js:5 20',
    'main@a.js:5;f@a.js:5;g@a.js:5 10',
  ]);
  assert.deepEqual([...profile.functions.startLine], [5, 5, 5, 5]);
  assert.deepEqual([...profile.locations.lineColumn], [3, 3, 3, 3]);
});

test('names what V8 brings along, and not what is no function, as of no file', () => {
  const bare = (functionName: string, url = '', lineNumber = -1) => ({
    callFrame: { functionName, scriptId: '0', url, lineNumber, columnNumber: lineNumber },
    selfSize: 10,
    children: [],
  });
  const head = node(
    '(root)',
    0,
    bare('join'),
    bare(''),
    bare('(V8 API)'),
    bare('read', 'node:fs'),
    bare('run', '', 7),
  );
  const files = dumpProfile(read({ head })).slice(1).sort();
  assert.deepEqual(files, [
    '(V8 API) 10',
    '(anonymous)@v8:builtins 10',
    'join@v8:builtins 10',
    'read@node:fs 10',
    'run@:8 10',
  ]);
});

test('counts the samples behind a size where the profile has them', () => {
  const head = node('(root)', 0, node('f', 20));
  const samples = [
    { size: 12, nodeId: 20, ordinal: 1 },
    { size: 8, nodeId: 20, ordinal: 2 },
  ];
  assert.deepEqual(dumpProfile(read({ head, samples })), [
    'samples/count inuse_space/bytes',
    'f@a.js:5 2 20',
  ]);
});

test('refuses what is not a profile, and bounds its depth and its frames', () => {
  assert.throws(() => read({ name: 'package' }), { code: 'unrecognized' });
  assert.throws(() => read({ head: {} }), { code: 'malformed' });
  assert.throws(() => read({ head: node('(root)', 0, { ...node('f', 1), selfSize: 'much' }) }), {
    code: 'malformed',
  });
  assert.throws(() => readV8Heap(new TextEncoder().encode('{"head":{')), { code: 'malformed' });
  const chain = (depth: number, selfSize: number): unknown => {
    const frame = '{"callFrame":{"functionName":"f","url":"","lineNumber":0,"columnNumber":0},"selfSize":';
    return new TextEncoder().encode(
      `{"head":${`${frame}${selfSize},"children":[`.repeat(depth)}${frame}1}${']}'.repeat(depth)}}`,
    );
  };
  assert.throws(() => readV8Heap(chain(70_000, 0) as Uint8Array), {
    code: 'tooLarge',
    message: /65000 frames/,
  });
  assert.throws(() => readV8Heap(chain(60_000, 1) as Uint8Array), {
    code: 'overLimit',
    limit: 'frames',
  });
});

function totalSize(root: Node): number {
  let total = 0;
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    total += next.selfSize;
    pending.push(...next.children);
  }
  return total;
}

test('a profile of Node 24 adds up to what V8 said when it was captured', () => {
  assert.deepEqual(sums(readV8Heap(fixture('v8/sampling.heapprofile'))), {
    samples: 475,
    inuse_space: 3_023_576,
  });
});

for (const name of ['node-base', 'node-current']) {
  test(`what Node wrote at its end adds up to its nodes: ${name}`, () => {
    const bytes = realBytes(`${name}.heapprofile`);
    const { head } = JSON.parse(new TextDecoder().decode(bytes));
    const { inuse_space } = sums(readV8Heap(bytes));
    assert.equal(inuse_space, totalSize(head));
    assert.ok((inuse_space ?? 0) > 1_000_000);
  });
}

for (const name of ['Heap-20181003T105432', 'Heap-20181005T144546']) {
  test(`${name} adds up to its nodes`, { skip: noRealProfiles }, () => {
    const bytes = realBytes(`v8/${name}.heapprofile`);
    const { head } = JSON.parse(new TextDecoder().decode(bytes));
    assert.deepEqual(sums(readV8Heap(bytes)), { inuse_space: totalSize(head) });
  });
}

test('keys have no order', () => {
  const head = { children: [node('f', 20)], ...node('(root)', 0, node('f', 20)) };
  const samples = [{ ordinal: 1, nodeId: 20 }];
  assert.deepEqual(
    dumpProfile(read({ startTime: 1, samples, other: { head: [] }, head })),
    dumpProfile(read({ head, samples })),
  );
});

test('refuses more than the limits without reading it', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const many = bytes(`{"samples":[${'{"nodeId":1},'.repeat(20)}`);
  assert.throws(() => readV8Heap(many, { ...defaultLimits, samples: 10 }), {
    code: 'overLimit',
    limit: 'samples',
  });
  assert.throws(() => readV8Heap(new Uint8Array((1 << 20) + 1), { ...defaultLimits, jsonMiB: 1 }), {
    code: 'overLimit',
    detail: 'more than 1 MiB of JSON',
  });
  assert.throws(() => readV8Heap(bytes('{"head":[{},{},')), { code: 'unrecognized' });
  assert.throws(() => readV8Heap(bytes('{"a":"b"')), { code: 'unrecognized' });
  assert.throws(() => readV8Heap(bytes('{"head":{},"samples":[1,2]}')), { code: 'malformed' });
  assert.throws(() => readV8Heap(bytes('{"samples":[1,2],"head":{}}')), { code: 'wrongKind' });
});

test('counts the frames of all stacks before it keeps any: a chain of calls has ever longer ones', () => {
  const chain = (depth: number) => {
    const open = Array.from({ length: depth }, (_, i) => JSON.stringify(node(`f${i}`, 8)).slice(0, -2));
    return new TextEncoder().encode(`{"head":${open.join('')}${']}'.repeat(depth)}}`);
  };
  // Below the root: 1 + 2 + 3 frames.
  assert.equal(readV8Heap(chain(4), { ...defaultLimits, frames: 6 }).samples.stack.length, 6);
  assert.throws(() => readV8Heap(chain(4), { ...defaultLimits, frames: 5 }), {
    code: 'overLimit',
    limit: 'frames',
  });
  const started = process.memoryUsage().arrayBuffers;
  assert.throws(() => readV8Heap(chain(20_000)), {
    code: 'overLimit',
    detail: 'more than 100 million frames',
  });
  assert.ok(process.memoryUsage().arrayBuffers - started < 16 << 20);
});
