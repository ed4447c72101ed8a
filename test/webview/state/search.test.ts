import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isSameSearch,
  type Matcher,
  matcherOf,
  noSearch,
  PatternError,
  type SearchTerms,
} from '../../../webview/state/search.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

const finds = async (terms: SearchTerms): Promise<Matcher | null> => matcherOf(terms);
const regex = (pattern: string): SearchTerms => ({ ...noSearch, pattern, regex: true });

test('a text is what it says, in any case unless told otherwise', async () => {
  const terms = { ...noSearch, pattern: '(*Dedupe' };
  assert.equal((await finds(terms))?.('main.(*dedupeCache).seen'), true);
  assert.equal((await finds(terms))?.('main.dedupeCache.seen'), false);
  assert.equal((await finds({ ...terms, matchCase: true }))?.('main.(*dedupeCache).seen'), false);
  assert.equal(
    (await finds({ ...terms, regex: true, pattern: '\\*Dedupe', matchCase: true }))?.('*dedupe'),
    false,
  );
});

test('in an expression case does not matter, special characters do', async () => {
  const matches = await matcherOf(regex('\\(\\*dedupe.*SEEN'));
  assert.equal(matches?.('main.(*dedupeCache).seen'), true);
  assert.equal(matches?.('main.dedupeCache.seen'), false);
});

test('an empty pattern searches for nothing', async () => {
  assert.equal(matcherOf(noSearch), null);
  assert.equal(matcherOf(regex('')), null);
  assert.equal((await finds({ ...noSearch, sought: 'new' }))?.('any name'), true);
});

test('what is no expression says why', async () => {
  for (const pattern of ['(', '[a', '*', 'a{2,1}', '(?<=a)b', 'a'.repeat(2000)]) {
    await assert.rejects(finds(regex(pattern)), PatternError, pattern.slice(0, 10));
  }
});

test('a hostile pattern on a hostile name takes no time to speak of', async () => {
  const started = cpuTime();
  const matches = await matcherOf(regex('(x+x+)+(.*.*.*)*y'));
  for (let i = 0; i < 50; i++) assert.equal(matches?.('x'.repeat(1_000_000)), false);
  assert.ok(cpuTime() - started < 5000);
});

test('the same search is one for the same in the same way', () => {
  const terms = regex('a');
  assert.ok(isSameSearch(terms, { ...terms }));
  for (const other of [{ pattern: 'b' }, { regex: false }, { matchCase: true }, { sought: 'new' }] as const)
    assert.ok(!isSameSearch(terms, { ...terms, ...other }), JSON.stringify(other));
});
