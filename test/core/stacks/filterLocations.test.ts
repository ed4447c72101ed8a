import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { compileFilter } from '../../../src/core/stacks/filter.ts';
import { type Filter, noFilter } from '../../../src/core/stacks/filterFields.ts';
import {
  filterLocations,
  focused,
  hasLines,
  ignored,
  marksBefore,
  shownFrom,
} from '../../../src/core/stacks/filterLocations.ts';
import { profileOf } from '../answers/lookAt.ts';

const profile = profileOf({
  samples: [{ stack: [['outer', 'middle', 'inner'], 'leaf'], values: [1] }],
});
const table = internLines([profile]);
const compiled = (filter: Partial<Filter>) => compileFilter({ ...noFilter, ...filter }, table);

/** Names that are left of each location, the innermost location first, and its marks. */
function filtered(filter: Partial<Filter>): (readonly [string, number])[] {
  const whole = table.locations[0] ?? assert.fail();
  const { lines, marks } = filterLocations(profile, whole, whole, compiled(filter));
  return [...profile.samples.stack].map(location => [
    [...lines.line.subarray(lines.start[location], lines.start[location + 1])]
      .map(line => table.names[table.name[line] as number])
      .join('+'),
    marks[location] ?? 0,
  ]);
}

test('marks say what a location decides over its stacks', () => {
  assert.deepEqual(filtered({ focus: 'middle', ignore: 'leaf' }), [
    ['leaf', ignored | hasLines],
    ['outer+middle+inner', focused | hasLines],
  ]);
  assert.deepEqual(filtered({ showFrom: 'middle' }), [
    ['leaf', focused | hasLines],
    ['middle+inner', focused | shownFrom | hasLines],
  ]);
});

test('hide and show take lines, or all of them', () => {
  assert.deepEqual(filtered({ hide: 'middle|leaf' }), [
    ['', focused],
    ['outer+inner', focused | hasLines],
  ]);
  assert.deepEqual(filtered({ show: 'inner' }), [
    ['', focused],
    ['inner', focused | hasLines],
  ]);
});

test('show keeps what is named of a binary that it matches, and never an address', () => {
  const bare = profileOf({
    samples: [{ stack: [['outer', 'inner'], []], values: [1] }],
    binary: { file: '/bin/app' },
  });
  const lines = internLines([bare]);
  const filter = compileFilter({ ...noFilter, show: 'app' }, lines);
  const own = lines.locations[0] ?? assert.fail();
  const { marks } = filterLocations(bare, own, own, filter);
  assert.deepEqual(
    [...bare.samples.stack].map(location => marks[location]),
    [focused, focused | hasLines],
  );
});

test('without names nothing has to be seen of a stack, with show-from its beginning too', () => {
  assert.equal(marksBefore(compiled({ tagFocus: '1kb:' })), focused | shownFrom | hasLines);
  assert.equal(marksBefore(compiled({ hide: 'x' })), shownFrom);
  assert.equal(marksBefore(compiled({ hide: 'x', showFrom: 'y' })), 0);
});
