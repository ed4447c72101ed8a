import assert from 'node:assert/strict';
import test from 'node:test';
import { type ProfilersGrowth, profilersGrowth } from '../../../src/core/measures/profilersGrowth.ts';
import { pairOver } from '../../../src/core/measures/ranges.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

function growth(base: readonly string[], current: readonly string[]): Omit<ProfilersGrowth, 'ranges'> | null {
  const { merged, measure } = lookAt([heap(...base), heap(...current)]);
  const found = profilersGrowth(merged, measure);
  if (found === null) return null;
  const { ranges, ...said } = found;
  const { base: before, current: after } = pairOver(measure, ranges);
  assert.equal(after - before, said.net);
  return said;
}

const write = 'net/http.serve;net/http/pprof.handler.ServeHTTP;runtime/pprof.(*Profile).WriteTo';

test('what is below functions that write profiles, each stack once', () => {
  assert.deepEqual(
    growth(
      ['main;leak 5', `${write};flate.NewWriter 1`],
      ['main;leak 50', `${write};flate.NewWriter 7`, 'main;dump;runtime/pprof.writeHeap;b 2'],
    ),
    { net: 8, name: 'net/http/pprof.handler.ServeHTTP' },
  );
});

test('nothing where none writes, or it takes no more than before', () => {
  assert.equal(growth(['main;leak 5'], ['main;leak 50']), null);
  assert.equal(growth([`${write};a 9`], [`${write};b 9`]), null);
  assert.equal(growth([], ['main;runtime/pprof.Do;main.work;leak 50']), null);
});
