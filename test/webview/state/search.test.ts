import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matcherOf, noSearch, PatternError, type SearchTerms } from '../../../webview/state/search.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

const regex = (pattern: string): SearchTerms => ({ ...noSearch, pattern, regex: true });

test('a text is what it says, in any case unless told otherwise', () => {
  const terms = { ...noSearch, pattern: '(*Dedupe' };
  assert.equal(matcherOf(terms)?.('main.(*dedupeCache).seen'), true);
  assert.equal(matcherOf(terms)?.('main.dedupeCache.seen'), false);
  assert.equal(matcherOf({ ...terms, matchCase: true })?.('main.(*dedupeCache).seen'), false);
  assert.equal(
    matcherOf({ ...terms, regex: true, pattern: '\\*Dedupe', matchCase: true })?.('*dedupe'),
    false,
  );
});

test('in an expression case does not matter, special characters do', () => {
  const matches = matcherOf(regex('\\(\\*dedupe.*SEEN'));
  assert.equal(matches?.('main.(*dedupeCache).seen'), true);
  assert.equal(matches?.('main.dedupeCache.seen'), false);
});

test('an empty pattern searches for nothing', () => {
  assert.equal(matcherOf(noSearch), null);
  assert.equal(matcherOf(regex('')), null);
  assert.equal(matcherOf({ ...noSearch, sought: 'new' })?.('any name'), true);
});

test('what is no expression says why', () => {
  for (const pattern of ['(', '[a', '*', 'a{2,1}', '(?<=a)b', 'a'.repeat(2000)]) {
    assert.throws(() => matcherOf(regex(pattern)), PatternError, pattern.slice(0, 10));
  }
});

test('a hostile pattern on a hostile name takes no time to speak of', () => {
  const started = cpuTime();
  const matches = matcherOf(regex('(x+x+)+(.*.*.*)*y'));
  for (let i = 0; i < 50; i++) assert.equal(matches?.('x'.repeat(1_000_000)), false);
  assert.ok(cpuTime() - started < 5000);
});
