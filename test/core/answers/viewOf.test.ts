import assert from 'node:assert/strict';
import test from 'node:test';
import { drawnTree } from '../../../src/core/answers/drawnTree.ts';
import { headlineOf } from '../../../src/core/answers/headline.ts';
import { Looks, type ViewOptions } from '../../../src/core/answers/looks.ts';
import type { View } from '../../../src/core/answers/requests.ts';
import { viewOf } from '../../../src/core/answers/viewOf.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { stringAt } from '../../../src/core/stringColumn.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import type { Turn } from '../../../src/core/tree/turn.ts';
import { DiffSession } from '../../../src/engine/session.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { heap } from './lookAt.ts';

const profiles = [heap('main;f;f;x 5', 'main;g 3'), heap('main;f;x 9', 'main;g 1')];
const looks = new Looks(profiles);
const info = new DiffSession(
  profiles.map((profile, i) => ({ name: `${i}`, profile })),
  'asGiven',
).info();

function turned(turn: Partial<Turn>, options: ViewOptions = inuseSpace): View {
  const look = looks.turned(options, { inverted: false, collapsed: false, around: null, ...turn });
  const { merged, measure } = look;
  const headline = headlineOf(info, looks.at(options));
  return viewOf(look, drawnTree(merged.tree, measure, merged.frames, rootNode), {
    id: 1,
    options,
    headline,
  });
}

test('a view tells what its tree is of, and sums up what is in it', () => {
  const whole = turned({ inverted: true });
  assert.deepEqual([whole.kind, whole.total], ['inverted', { base: 8, current: 10 }]);
  assert.deepEqual([whole.increase, whole.decrease], [9, 7]);
  const callees = turned({ around: { name: 'f', file: '' } });
  assert.deepEqual([callees.kind, callees.total], ['callees', { base: 5, current: 9 }]);
});

test('what a filter leaves out is in the sums over all samples', () => {
  const filter = { ...noFilter, focus: 'g' };
  const view = turned({}, { ...inuseSpace, filter });
  assert.deepEqual(
    [view.total, view.unfiltered],
    [
      { base: 3, current: 1 },
      { base: 8, current: 10 },
    ],
  );
  const tagged = turned(
    { around: { name: 'g', file: '' } },
    { ...inuseSpace, filter: { ...filter, tagIgnore: 'no' } },
  );
  assert.deepEqual(
    [tagged.total, tagged.unfiltered],
    [
      { base: 3, current: 1 },
      { base: 8, current: 10 },
    ],
  );
  const scaled = turned({}, { ...inuseSpace, filter, normalize: true });
  assert.deepEqual(
    [scaled.total, scaled.unfiltered],
    [
      { base: 3, current: 1 },
      { base: 8, current: 8 },
    ],
  );
});

test('the function that a tree is around stands for its root', () => {
  const { frames } = turned({ around: { name: 'f', file: '' }, inverted: true });
  assert.equal(stringAt(frames.name, 0), 'f');
  assert.equal(stringAt(turned({}).frames.name, 0), 'all');
});

test('nodes that stand for several frames are told with how many', () => {
  const { repeats } = turned({ collapsed: true });
  assert.deepEqual([[...repeats.node], [...repeats.count]], [[2], [2]]);
  assert.equal(turned({}).repeats.node.length, 0);
});
