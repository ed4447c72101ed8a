import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Look } from '../../../src/core/answers/look.ts';
import { sumFrames, tableOrder } from '../../../src/core/measures/table.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

function rows({ merged: { tree, frames }, measure }: Look): string[] {
  const sums = sumFrames(tree, measure, frames.count);
  return tableOrder(frames, sums).map(frame => {
    const flat = `${sums.flatBase[frame]} → ${sums.flatCurrent[frame]}`;
    const cum = `${sums.cumBase[frame]} → ${sums.cumCurrent[frame]}`;
    return `${frames.name[frame]}: flat ${flat}, cum ${cum}, increase ${sums.increase[frame]}`;
  });
}

test('flat is the leaf’s, cum counts a stack once even in recursion', () => {
  const look = lookAt([heap('main;f;g;f 5'), heap('main;f;g;f 7', 'main;f 2')]);
  assert.deepEqual(rows(look), [
    'f: flat 5 → 9, cum 5 → 9, increase 4',
    'g: flat 0 → 0, cum 5 → 7, increase 0',
    'main: flat 0 → 0, cum 5 → 9, increase 0',
  ]);
});

test('the largest change comes first, whichever way it goes; then the name; zero rows are left out', () => {
  const look = lookAt([heap('z 1', 'a 1', 'gone 9', 'zero 0'), heap('z 3', 'a 3', 'new 4')]);
  assert.deepEqual(
    rows(look).map(row => row.split(':')[0]),
    ['gone', 'new', 'a', 'z'],
  );
});

test('increase is that of the function’s nodes, not of their sum', () => {
  const look = lookAt([heap('a;f 5'), heap('b;f 5')]);
  assert.deepEqual(rows(look)[2], 'f: flat 5 → 5, cum 5 → 5, increase 5');
});

test('flat and cum are those of counting stack by stack', () => {
  const stack = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(stack, fc.integer({ min: 1, max: 50 }))), samples => {
      const look = lookAt([heap(...samples.map(([frames, value]) => `${frames.join(';')} ${value}`))]);
      const { tree, frames } = look.merged;
      const sums = sumFrames(tree, look.measure, frames.count);
      for (const name of ['a', 'b', 'c', 'd']) {
        const frame = frames.name.indexOf(name);
        const total = (counts: (frames: string[]) => boolean): number =>
          samples.reduce((sum, [stack, value]) => sum + (counts(stack) ? value : 0), 0);
        assert.equal(
          sums.flatCurrent[frame] ?? 0,
          total(stack => stack.at(-1) === name),
        );
        assert.equal(
          sums.cumCurrent[frame] ?? 0,
          total(stack => stack.includes(name)),
        );
      }
    }),
    { numRuns: 60 },
  );
});
