import assert from 'node:assert/strict';
import test from 'node:test';
import { ownFrames, skippedFrames } from '../../../src/core/measures/frameMarks.ts';
import { firstFrame } from '../../../src/core/names/frames.ts';
import type { ValueKind } from '../../../src/core/pair/valueKind.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

const { lines, merged } = lookAt([heap('main;put;hook;malloc 1', 'main;runtime.gopark 1')]);
const { frames } = merged;
const marked = (marks: Uint8Array): string[] =>
  frames.name.filter((_, i) => i >= firstFrame && marks[i] === 1);
const skipped = (kind: ValueKind, common: string[] = []): string[] =>
  marked(
    skippedFrames(
      frames,
      kind,
      Uint8Array.from(lines.name, name => (common.includes(lines.names[name] ?? '') ? 1 : 0)),
    ),
  );

test('what is skipped depends on what is counted', () => {
  assert.deepEqual(skipped('memory'), ['malloc']);
  assert.deepEqual(skipped('memory', ['hook']), ['hook', 'malloc']);
  for (const kind of ['goroutines', 'leakedGoroutines'] as const)
    assert.deepEqual(skipped(kind, ['hook']), ['runtime.gopark']);
  assert.deepEqual(skipped('time', ['hook']), []);
});

test('what types memory has names no site, where a profile names classes and no files', () => {
  const stacks = [
    'com/acme/Main.main;com/acme/Order.parse;java/util/Arrays.copyOf;byte[] 2',
    'com/acme/Main.main;com/acme/Index.add;com.acme.Order 1',
  ].map(stack => stack.replaceAll(/(?<=;|^)([^; ]+)(?=[; ])/g, '$1@'));
  const { merged: java } = lookAt([heap(...stacks)]);
  const marks = skippedFrames(java.frames, 'memory', new Uint8Array(java.frames.ofLine.length));
  assert.deepEqual(
    java.frames.name.filter((_, i) => i >= firstFrame && marks[i] === 1),
    ['java/util/Arrays.copyOf', 'byte[]', 'com.acme.Order'],
  );
});

test('own frames', () => {
  assert.deepEqual(marked(ownFrames(frames, name => name === 'put')), ['put']);
});
