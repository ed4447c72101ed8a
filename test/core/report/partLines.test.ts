import assert from 'node:assert/strict';
import test from 'node:test';
import { partLines } from '../../../src/core/report/partLines.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';

test('of the whole there is nothing to say', () => {
  assert.deepEqual(partLines({ normalize: false, filter: noFilter }), []);
});

test('filters that are on, by pprof’s words, and scaling', () => {
  const filter = { ...noFilter, focus: 'f1$', showFrom: 'a`b' };
  assert.deepEqual(partLines({ normalize: true, filter }), [
    'Only what pprof’s filters leave is counted: focus `f1$`, show from `aˋb`.',
    'Current is scaled to the base’s total.',
  ]);
});

test('a filter of any length is cut', () => {
  const [line = ''] = partLines({ normalize: false, filter: { ...noFilter, focus: 'x'.repeat(60_000) } });
  assert.ok(line.length < 600 && line.endsWith('…`.'), line);
});
