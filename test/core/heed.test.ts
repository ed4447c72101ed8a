import assert from 'node:assert/strict';
import test from 'node:test';
import { Looks } from '../../src/core/answers/looks.ts';
import { Cancelled, type Heed, heedNothing } from '../../src/core/heed.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';
import { heap } from './answers/lookAt.ts';

/** Takes the work back at its `step`-th step, and counts the steps. */
function until(step: number): { heed: Heed; steps: () => number } {
  let steps = 0;
  return {
    heed: () => {
      steps += 1;
      if (steps === step) throw new Cancelled();
    },
    steps: () => steps,
  };
}

test('a look may be taken back at each of its steps, and asked for again', () => {
  const whole = until(Number.POSITIVE_INFINITY);
  const expected = new Looks([heap('f 1'), heap('f 3')]).at(options, whole.heed).measure.current;
  assert.ok(whole.steps() >= 3);
  const looks = new Looks([heap('f 1'), heap('f 3')]);
  for (let step = 1; step <= whole.steps(); step++) {
    const fresh = new Looks([heap('f 1'), heap('f 3')]);
    const { heed } = until(step);
    assert.throws(() => fresh.at(options, heed), Cancelled);
    assert.deepEqual(fresh.at(options, heedNothing).measure.current, expected);
  }
  assert.deepEqual(looks.at(options).measure.current, expected);
});
