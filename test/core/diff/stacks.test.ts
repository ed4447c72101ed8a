import assert from 'node:assert/strict';
import test from 'node:test';
import { framesOf } from '../../../src/core/diff/frames.ts';
import { internLines } from '../../../src/core/diff/lineTable.ts';
import { expandStacks, lineReader, type StackSource, wholeStacks } from '../../../src/core/diff/stacks.ts';
import type { Profile } from '../../../src/core/profile.ts';
import type { Granularity } from '../../../src/core/view.ts';
import { profileOf } from './lookAt.ts';

const of = (...stacks: (string | string[])[][]): Profile =>
  profileOf({ samples: stacks.map(stack => ({ stack, values: [1] })) });

function expanded(profiles: readonly Profile[], granularity: Granularity): string[] {
  const lines = internLines(profiles);
  const frames = framesOf(lines, granularity);
  const sources = profiles.map((profile, i) => wholeStacks(profile, lines.locations[i] as never));
  const { distinct, ofEntry } = expandStacks(sources, frames);
  return [...ofEntry].map(stack =>
    [...distinct.frames.subarray(distinct.start[stack], distinct.start[stack + 1])]
      .map(frame => frames.name[frame])
      .join(' '),
  );
}

test('stacks are written outermost first, inlined frames included, those of all profiles in order', () => {
  const base = of(['main@m.go:1', ['serve@s.go:2', 'read@s.go:3']], []);
  const current = of([['serve@s.go:2', 'read@s.go:3'], 'main@m.go:1']);
  assert.deepEqual(expanded([base, current], 'functions'), ['main serve read', '', 'serve read main']);
});

test('a file that calls itself is one frame, a function that calls itself is not', () => {
  const profile = of(['a@x.go:1', 'b@x.go:2', 'c@y.go:3', 'a@x.go:1', 'a@x.go:1']);
  assert.deepEqual(expanded([profile], 'files'), ['x.go y.go x.go']);
  assert.deepEqual(expanded([profile], 'functions'), ['a b c a a']);
});

test('single entries are read as lines', () => {
  const profiles = [of(['a@x.go:1', 'b@x.go:2']), of(['b@x.go:2'], ['a@x.go:1'])];
  const lines = internLines(profiles);
  const read = lineReader(profiles.map((profile, i) => wholeStacks(profile, lines.locations[i] as never)));
  const numbers = (entry: number): (number | undefined)[] => [...read(entry)].map(line => lines.line[line]);
  assert.deepEqual([0, 1, 2, 3].map(numbers), [[1, 2], [2], [1], []]);
});

test('more frames than can be held are refused before memory is asked for', () => {
  const source: StackSource = {
    samples: 1,
    lines: { start: new Uint32Array(1), line: new Uint32Array(0) },
    longest: 1,
    total: 2 ** 40,
    read: () => 0,
  };
  const frames = framesOf(internLines([]), 'functions');
  assert.throws(() => expandStacks([source], frames), { code: 'tooLarge' });
});
