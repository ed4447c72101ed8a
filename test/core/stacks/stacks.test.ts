import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bucket, Entry, IdColumn, Line } from '../../../src/core/ids.ts';
import { internLines } from '../../../src/core/names/lineTable.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { distinctLocations } from '../../../src/core/stacks/distinctLocations.ts';
import {
  distinctStacks,
  lineReader,
  numbered,
  type ProfileStacks,
  wholeStacks,
} from '../../../src/core/stacks/stacks.ts';
import { profileOf } from '../answers/lookAt.ts';

const of = (...stacks: (string | string[])[][]): Profile =>
  profileOf({ samples: stacks.map(stack => ({ stack, values: [1] })) });

/** Each entry's stack as the lines of its locations, a location's lines together. */
function distinctOf(...profiles: readonly Profile[]): { stacks: string[]; distinct: number } {
  const lines = internLines(profiles);
  const sources = profiles.map((profile, i) => wholeStacks(profile, lines.locations[i] as never));
  const locations = distinctLocations(lines.locations);
  const { distinct, ofEntry } = distinctStacks(sources, locations);
  const textOf = (id: number): string =>
    [...locations.line.subarray(locations.start[id], locations.start[id + 1])]
      .map(line => lines.names[lines.name[line] ?? 0])
      .join('+');
  const stacks = [...ofEntry].map(stack =>
    [...distinct.locations.subarray(distinct.start[stack], distinct.start[stack + 1])].map(textOf).join(' '),
  );
  return { stacks, distinct: distinct.count };
}

test('stacks are written outermost first, inlined frames together, those of all profiles in order', () => {
  const base = of(['main@m.go:1', ['serve@s.go:2', 'read@s.go:3']], []);
  const current = of([['serve@s.go:2', 'read@s.go:3'], 'main@m.go:1']);
  assert.deepEqual(distinctOf(base, current).stacks, ['main serve+read', '', 'serve+read main']);
});

test('equal stacks of two profiles are one, however these number their locations', () => {
  const base = of(['other@o.go:5'], ['main@m.go:1', 'work@w.go:2']);
  const current = of(['main@m.go:1', 'work@w.go:2'], ['work@w.go:2']);
  assert.deepEqual(distinctOf(base, current), {
    stacks: ['other', 'main work', 'main work', 'work'],
    distinct: 3,
  });
});

test('single entries are read as lines', () => {
  const profiles = [of(['a@x.go:1', 'b@x.go:2']), of(['b@x.go:2'], ['a@x.go:1'])];
  const lines = internLines(profiles);
  const read = lineReader(
    profiles.map((profile, i) => wholeStacks(profile, lines.locations[i] as never)),
    { first: numbered<Entry>(4) },
  );
  const numbers = (bucket: number): (number | undefined)[] =>
    read(bucket as Bucket).map(line => lines.line[line]);
  assert.deepEqual([0, 1, 2, 3].map(numbers), [[1, 2], [2], [1], []]);
});

test('more locations than can be held are refused before memory is asked for', () => {
  const source: ProfileStacks = {
    samples: 1,
    lines: { start: new Uint32Array(1), line: new Uint32Array(0) as IdColumn<Line> },
    longest: 1,
    total: 2 ** 40,
    read: () => 0,
  };
  assert.throws(() => distinctStacks([source], distinctLocations([])), { code: 'tooLarge' });
});
