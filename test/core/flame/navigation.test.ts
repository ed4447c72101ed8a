import assert from 'node:assert/strict';
import test from 'node:test';
import { type Step, stepFrom } from '../../../src/core/flame/navigation.ts';
import { layoutOf, nameAt, nodeOf } from './dumpLayout.ts';

// On screen, widest first: a (b d), e; b and d below a.
const named = layoutOf('a;b;c 10 → 60\na;d 90 → 120\na;unchanged 500 → 500\ne 0 → 20', 'change');
const from = (name: string, step: Step): string =>
  nameAt(named, stepFrom(named.layout, nodeOf(named, name), step));

test('up to the caller, down to the widest callee', () => {
  assert.deepEqual([from('c', 'parent'), from('a', 'child'), from('all', 'child')], ['b', 'b', 'a']);
});

test('sideways through what is on screen, in its order', () => {
  assert.deepEqual([from('b', 'next'), from('d', 'previous'), from('a', 'next')], ['d', 'b', 'e']);
});

test('where there is nothing, it stays', () => {
  assert.deepEqual(
    [
      from('d', 'next'),
      from('b', 'previous'),
      from('c', 'child'),
      from('all', 'parent'),
      from('all', 'next'),
    ],
    ['d', 'b', 'c', 'all', 'all'],
  );
});

test('home is the root', () => {
  assert.equal(from('c', 'root'), 'all');
});
