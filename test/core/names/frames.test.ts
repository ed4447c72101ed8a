import assert from 'node:assert/strict';
import test from 'node:test';
import { firstFrame, framesOf } from '../../../src/core/names/frames.ts';
import type { Granularity } from '../../../src/core/names/granularity.ts';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { profileOf } from '../answers/lookAt.ts';

const profile = profileOf({
  samples: [
    {
      stack: ['a/p.F@p.go:3', 'a/p.F@p.go:4', 'a/p.G@p.go:9', 'a/p.F@other.go:3', 'std::x()@v.h:1', 'bare'],
      values: [1],
    },
  ],
  startLines: { 'a/p.F': 2, 'a/p.G': 8 },
  binary: { file: '/bin/app' },
});

function list(granularity: Granularity, of = profile): string[] {
  const { count, name, file, line } = framesOf(internLines([of]), granularity);
  const all = Array.from({ length: count }, (_, i) => `${name[i]} ${file[i]}:${line[i]}`);
  assert.deepEqual(all.slice(0, firstFrame), ['all :0', '(truncated) :0', '(smaller) :0']);
  return all.slice(firstFrame).sort();
}

test('functions are name and file, and stand at their declaration', () => {
  assert.deepEqual(list('functions'), [
    'a/p.F other.go:2',
    'a/p.F p.go:2',
    'a/p.G p.go:8',
    'bare :0',
    'std::x() v.h:0',
  ]);
});

test('lines are functions at a line', () => {
  assert.deepEqual(list('lines'), [
    'a/p.F other.go:3',
    'a/p.F p.go:3',
    'a/p.F p.go:4',
    'a/p.G p.go:9',
    'bare :0',
    'std::x() v.h:1',
  ]);
});

test('lines below 0 are lines too, as pprof lists them, not the frames that are set apart', () => {
  const stacks = [
    ['main@m.go:3', 'native@N.java:-1'],
    ['main@m.go:3', 'b@B.java:-2'],
    ['main@m.go:3', 'c@C.java:-3'],
  ];
  for (const order of [stacks, stacks.map(stack => stack.toReversed())]) {
    const negative = profileOf({ samples: order.map(stack => ({ stack, values: [1] })) });
    assert.deepEqual(list('lines', negative), [
      'b B.java:-2',
      'c C.java:-3',
      'main m.go:3',
      'native N.java:-1',
    ]);
  }
});

test('files are files, or the module where no file is known', () => {
  assert.deepEqual(list('files'), ['[app] :0', 'other.go other.go:0', 'p.go p.go:0', 'v.h v.h:0']);
});

test('packages have no file', () => {
  assert.deepEqual(list('packages'), ['[app] :0', 'a/p :0', 'std :0']);
});
