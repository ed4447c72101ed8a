import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame, Stack } from '../../../src/core/ids.ts';
import { framesOf } from '../../../src/core/names/frames.ts';
import { internLines } from '../../../src/core/names/lineTable.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { functionStacks, samplesOf } from '../../../src/core/reduce/functionStacks.ts';
import { heap, profileOf } from '../answers/lookAt.ts';

/** Each distinct stack, with the samples that have it. */
function stacksOf(profile: Profile): Record<string, readonly number[]> {
  const lines = internLines([profile]);
  const [locations] = lines.locations;
  assert.ok(locations);
  const frames = framesOf(lines, 'functions');
  const { distinct, tree } = functionStacks(profile, lines, locations, frames);
  assert.equal(tree.count, 1 + distinct.count);
  assert.equal(tree.next[0], tree.count);
  const found: Record<string, readonly number[]> = {};
  for (let stack = 0 as Stack; stack < distinct.count; stack++) {
    const path = Array.from(distinct.locations.subarray(distinct.start[stack], distinct.start[stack + 1]));
    const name = path.map(frame => frames.name[frame as Frame]).join(';');
    assert.ok(!(name in found), 'equal ones once');
    found[name] = Array.from(tree.order.subarray(...samplesOf(tree, stack)));
  }
  return found;
}

test('stacks of functions, whatever their lines, each with its samples', () => {
  const profile = heap('main;f@f.go:1 1', 'main;g@g.go:1 2', 'main;f@f.go:2 3', ' 4');
  assert.deepEqual(stacksOf(profile), { 'main;f': [0, 2], 'main;g': [1], '': [3] });
});

test('what is inlined is a function of its own, wherever its location ends', () => {
  const inlined = { stack: ['main', ['f@f.go:1', 'g@f.go:2']], values: [1] };
  const called = { stack: ['main', 'f@f.go:1', 'g@f.go:2'], values: [2] };
  assert.deepEqual(stacksOf(profileOf({ samples: [inlined, called] })), { 'main;f;g': [0, 1] });
});

test('frames that a profile says to drop are not there', () => {
  const samples = [{ stack: ['main', 'put', 'malloc'], values: [1] }];
  assert.deepEqual(stacksOf(profileOf({ samples, dropFrames: 'malloc' })), { 'main;put': [0] });
});
