import assert from 'node:assert/strict';
import test from 'node:test';
import { verifyFix } from '../../../src/core/fix/verifyFix.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { asideAt } from '../../../src/core/series/setAside.ts';
import { captureAt } from './captures.ts';

const leak = { site: 'fast', own: [], because: 'a cache', fixed: null };
const known = [leak];
const given = [0, 1, 2, 3].map(i =>
  captureAt(i, `${i}.pb`, `slow ${100 + i}`, `fast ${10 * i + 1}`, 'same 5'),
);

test('a known leak is no part of the verdict, and said with its numbers', () => {
  const { verdict, sites, setAside, captures } = seriesAnswer(given, { known });
  assert.match(
    verdict.sentence,
    /^Staircase: 105 B → 108 B over 4 captures .* Without what is known: 1 known leak is set aside, 1 B → 31 B\.$/,
  );
  assert.deepEqual(
    sites.map(({ name }) => name),
    ['slow'],
  );
  assert.deepEqual(
    setAside.map(({ name, values, because }) => [name, values, because]),
    [['fast', [1, 11, 21, 31], 'a cache']],
  );
  assert.equal(asideAt(setAside, 2), 21);
  assert.equal(captures.at(-1)?.total, 139);
});

test('what was fixed counts, and its site is said to be back', () => {
  const { sites, setAside } = seriesAnswer(given, { known: [{ ...leak, fixed: 'in #12' }] });
  assert.match(
    sites[0]?.verdict.sentence ?? '',
    /^Staircase: 1 B → 31 B .* It is back: it was fixed \(in #12\)\.$/,
  );
  assert.deepEqual(setAside, []);
});

test('before and after a fix, known leaks are said to be left out', () => {
  const before = seriesAnswer(given, { known });
  const still = [0, 1, 2, 3].map(i => captureAt(i, `a${i}.pb`, 'slow 100', `fast ${10 * i + 1}`));
  const { kind, sentence, sites } = verifyFix(before, seriesAnswer(still, { known }));
  assert.equal(kind, 'fixed');
  assert.match(sentence, / slow is gone .* Without what is known: 1 known leak set aside before, 1 after\.$/);
  assert.deepEqual(
    sites.map(({ name }) => name),
    ['slow'],
  );
});
