import assert from 'node:assert/strict';
import test from 'node:test';
import { areOfTwoPrograms } from '../../../src/core/fix/fixPrograms.ts';
import { verifyFix } from '../../../src/core/fix/verifyFix.ts';
import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { profileOf, samplesOf } from '../answers/lookAt.ts';
import { mebi, start } from '../series/captures.ts';

/** Captures ten minutes apart of a binary, with one site of its own; `''`: it has no name. */
function taken(binary: string, own: string, values: readonly number[]): readonly ReducedCapture[] {
  return values.map((value, i) =>
    reduceCapture(
      profileOf({
        samples: samplesOf(`main.main;${own} ${value * mebi}`, 'runtime.malg 1'),
        timeNanos: BigInt(start + 600_000 * i) * 1_000_000n,
        ...(binary === '' ? {} : { binary: { file: binary, buildId: binary } }),
      }),
      `${binary}${own}${i}.pb`,
    ),
  );
}

const leaking = [10, 20, 31, 39, 50, 60];
const flat = [5, 6, 5, 6, 5, 6];

test('of captures of another program no fix is said; the same called otherwise is the same', () => {
  const before = taken('/bin/shop', 'main.put@/shop/a.go:3', leaking);
  const told = (after: readonly ReducedCapture[]): string =>
    verifyFix(seriesAnswer(before), seriesAnswer(after), [...before, ...after]).sentence;
  assert.equal(
    told(taken('/bin/mail', 'main.send@/mail/b.go:3', flat)),
    'Cannot say: the captures after the fix are of another program.',
  );
  assert.match(told(taken('/bin/shop-fixed', 'main.put@/shop/a.go:3', flat)), /^Fixed: /);
  assert.match(told(taken('/tmp/shop', 'main.renamed@/shop/a.go:3', flat)), /^Fixed: /);
});

test('without names of binaries a build may have no function in common with the one before', () => {
  const before = taken('', 'a@main.1234.js:1', leaking);
  const after = taken('', 'b@main.5678.js:1', flat);
  assert.equal(areOfTwoPrograms(seriesAnswer(before), seriesAnswer(after), [...before, ...after]), false);
});
