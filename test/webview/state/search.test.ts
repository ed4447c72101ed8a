import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matcherOf, PatternError } from '../../../webview/state/search.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

test('case does not matter, special characters do', () => {
  const matches = matcherOf('\\(\\*dedupe.*SEEN');
  assert.equal(matches?.('main.(*dedupeCache).seen'), true);
  assert.equal(matches?.('main.dedupeCache.seen'), false);
});

test('an empty pattern searches for nothing', () => {
  assert.equal(matcherOf(''), null);
});

test('what is no expression says why', () => {
  for (const pattern of ['(', '[a', '*', 'a{2,1}', '(?<=a)b', 'a'.repeat(2000)]) {
    assert.throws(() => matcherOf(pattern), PatternError, pattern.slice(0, 10));
  }
});

test('a hostile pattern on a hostile name takes no time to speak of', () => {
  const started = cpuTime();
  const matches = matcherOf('(x+x+)+(.*.*.*)*y');
  for (let i = 0; i < 50; i++) assert.equal(matches?.('x'.repeat(1_000_000)), false);
  assert.ok(cpuTime() - started < 5000);
});
