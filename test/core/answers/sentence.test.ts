import assert from 'node:assert/strict';
import test from 'node:test';
import { aloneSentence, moved, type Piece, pairSentence } from '../../../src/core/answers/sentence.ts';
import { leadingSites } from '../../../src/core/answers/sites.ts';
import { heap, lookAt } from './lookAt.ts';

function text(pieces: readonly Piece[]): string {
  return pieces
    .map(each => (typeof each === 'string' ? each : 'strong' in each ? each.strong : each.place.name))
    .join('');
}

test('of a pair it names the site that grew most, or what shrank', () => {
  const said = (
    base: readonly string[],
    current: readonly string[],
    direction: 'grew' | 'shrank',
  ): string => {
    const sites = leadingSites(lookAt([heap(...base), heap(...current)]));
    return text(pairSentence(sites, 9, direction, 'bytes', 'memory'));
  };
  assert.equal(said(['f 1', 'g 1'], ['f 8', 'g 2'], 'grew'), '88 % of the growth is allocated in f.');
  assert.equal(said(['f 9', 'g 1'], ['f 2', 'g 4'], 'shrank'), '+3 B is the largest growth, allocated in g.');
  assert.match(said(['f 9'], ['f 2'], 'shrank'), /^No(?:thing| site) grew; what shrank most is f, −7 B\.$/);
});

test('of one profile it names what holds most, or says that nothing is held', () => {
  const said = (...samples: readonly string[]): string =>
    text(aloneSentence(leadingSites(lookAt([heap(...samples)])), 4, 'memory'));
  assert.match(said('f 3', 'g 1'), /^75 % .* f\.$/);
  assert.equal(said('f 0'), 'The profile holds nothing of this sample type.');
});

test('what only moved from stack to stack is said where that is half or more', () => {
  assert.equal(text(moved(9, 5, null, 'bytes')), '');
  assert.match(text(moved(10, 5, null, 'bytes')), /stacks grew by \+10 B in all, sites by \+5 B\.$/);
  assert.match(text(moved(10, 0, null, 'bytes')), /no site did\.$/);
});
