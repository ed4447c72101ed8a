import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { DistinctLocation, IdColumn } from '../../../src/core/ids.ts';
import { StackSet } from '../../../src/core/stacks/stackSet.ts';
import { stackOrder } from '../../../src/core/tree/stackOrder.ts';

const locations = 9;

/** The stacks in their order, and how many locations each shares with the one before it, as told and as looked up. */
function ordered(stacks: readonly (readonly number[])[]) {
  const room = new Uint16Array(stacks.flat().length) as IdColumn<DistinctLocation, Uint16Array>;
  const distinct = new StackSet(room, stacks.length);
  for (const stack of stacks) {
    distinct.locations.set(stack, distinct.end);
    distinct.add(stack.length);
  }
  const { order, shared } = stackOrder(distinct, locations);
  const found = Array.from(order, stack => [
    ...distinct.locations.subarray(distinct.start[stack], distinct.start[stack + 1]),
  ]);
  const inCommon = found.map((stack, k) => {
    const before = found[k - 1] ?? [];
    const parted = stack.findIndex((location, i) => location !== before[i]);
    return parted < 0 ? Math.min(stack.length, before.length) : parted;
  });
  return { found, shared: [...shared], inCommon };
}

function check(stacks: readonly (readonly number[])[]): void {
  const { found, shared, inCommon } = ordered(stacks);
  assert.deepEqual(shared, inCommon);
  const known = new Set(stacks.map(stack => stack.join()));
  assert.deepEqual(new Set(found.map(stack => stack.join())), known);
  assert.equal(found.length, known.size);
  // No beginning is left and come back to, and what ends with it comes first.
  const left = new Set<string>();
  found.forEach((stack, k) => {
    const before = found[k - 1] ?? [];
    for (let depth = (inCommon[k] ?? 0) + 1; depth <= before.length; depth++) {
      left.add(before.slice(0, depth).join());
    }
    for (let depth = 1; depth <= stack.length; depth++) {
      assert.ok(!left.has(stack.slice(0, depth).join()), stack.join());
    }
    assert.ok(
      k === 0 || stack.length > (inCommon[k] ?? 0),
      `${stack.join()} ends where the one before it goes on`,
    );
  });
}

const location = fc.integer({ min: 1, max: locations - 1 });

test('what begins alike stands together, what ends there first', () => {
  fc.assert(fc.property(fc.array(fc.array(location, { maxLength: 4 }), { maxLength: 400 }), check));
});

test('stacks that leave a long common way here and there', () => {
  const stack = fc
    .tuple(fc.nat(40), fc.array(location, { maxLength: 3 }))
    .map(([length, end]) => [...Array.from({ length }, (_, i) => (i % 3) + 1), ...end]);
  fc.assert(fc.property(fc.array(stack, { minLength: 50, maxLength: 300 }), check), { numRuns: 50 });
});
