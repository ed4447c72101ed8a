import assert from 'node:assert/strict';
import test from 'node:test';
import { driftText } from '../../../src/host/source/driftText.ts';

const frame = { name: 'main.(*dedupeCache).seen', line: 31, startLine: 29 };
const moved = { from: 31, to: 38 };

test('what has become of a line is one sentence', () => {
  const text = (status: 'moved' | 'gone', exact: boolean) =>
    driftText({ line: 38, status, moved, exact }, frame, 'cache.go');
  assert.equal(text('moved', true), 'Source has changed since this profile: line 31 → 38.');
  assert.equal(
    text('moved', false),
    'Source has changed since this profile: (*dedupeCache).seen stands elsewhere, and which of its lines was line 31 is not known.',
  );
  assert.equal(
    text('gone', false),
    'Source has changed since this profile: (*dedupeCache).seen is not in cache.go any more.',
  );
});

test('of a file that could not be read that is said', () => {
  const unread = { line: 31, status: 'unread', moved: null, exact: false } as const;
  assert.equal(
    driftText(unread, frame, 'cache.go'),
    'cache.go could not be read for what it declares (it may be too long): line 31 is where the profile has it, and the source may have changed since.',
  );
});

test('a line that is where it was needs no word', () => {
  for (const status of ['same', 'unknown'] as const) {
    assert.equal(driftText({ line: 31, status, moved: null, exact: true }, frame, 'cache.go'), null);
  }
  const still = { line: 31, status: 'moved', moved: { from: 31, to: 31 }, exact: true } as const;
  assert.equal(driftText(still, frame, 'cache.go'), null);
});
