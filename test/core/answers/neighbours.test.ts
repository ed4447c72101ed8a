import assert from 'node:assert/strict';
import test from 'node:test';
import { type Neighbour, neighboursOf } from '../../../src/core/answers/neighbours.ts';
import { heap, lookAt, profileOf } from './lookAt.ts';

const text = (neighbours: readonly Neighbour[]): string[] =>
  neighbours.map(({ name, value }) => `${name} ${value.base} → ${value.current}`);

test('callers and callees are merged over all nodes, the largest change first', () => {
  const base = heap('main;f;x 5', 'other;f 2');
  const current = heap('main;f;x 6', 'other;f;y 30', 'f;x 1');
  const { flat, cum, callers, callees } = neighboursOf(lookAt([base, current]), 'f', '');
  assert.deepEqual(flat, { base: 2, current: 0 });
  assert.deepEqual(cum, { base: 7, current: 37 });
  assert.deepEqual(text(callers), ['other 2 → 30', 'main 5 → 6']);
  assert.deepEqual(text(callees), ['y 0 → 30', 'x 5 → 7']);
});

test('a stack counts once for each neighbour, however often it recurses, and none for the frame itself', () => {
  const look = lookAt([heap('main;f;g;f;g;f 10', 'main;f;f;f 3')]);
  const { cum, callers, callees } = neighboursOf(look, 'f', '');
  assert.equal(cum.current, 13);
  assert.deepEqual(text(callers), ['main 0 → 13', 'g 0 → 10']);
  assert.deepEqual(text(callees), ['g 0 → 10']);
});

test('all lines of a function are one frame', () => {
  const profile = profileOf({
    samples: [
      { stack: ['main@m.go:1', 'f@f.go:1'], values: [1] },
      { stack: ['main@m.go:2', 'f@f.go:2', 'f@f.go:1'], values: [2] },
    ],
  });
  const { cum, callers, callees } = neighboursOf(lookAt([profile], { granularity: 'lines' }), 'f', 'f.go');
  assert.equal(cum.current, 3);
  assert.deepEqual(
    callers.map(({ line, value }) => [line, value.current]),
    [
      [2, 2],
      [1, 1],
    ],
  );
  assert.deepEqual(callees, []);
});

test('a frame that is not there is refused', () => {
  assert.throws(() => neighboursOf(lookAt([heap('f 1')]), 'g', ''), { code: 'badOption' });
});
