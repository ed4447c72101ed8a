import assert from 'node:assert/strict';
import test from 'node:test';
import { drawnTree } from '../../../src/core/answers/drawnTree.ts';
import { headlineOf } from '../../../src/core/answers/headline.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import type { View } from '../../../src/core/answers/requests.ts';
import { viewOf } from '../../../src/core/answers/viewOf.ts';
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

function turned(turn: Partial<Turn>): View {
  const look = looks.turned(inuseSpace, { inverted: false, collapsed: false, around: null, ...turn });
  const { merged, measure } = look;
  const headline = headlineOf(info, looks.at(inuseSpace), looks.kindOf(look.type));
  return viewOf(look, drawnTree(merged.tree, measure, merged.frames, rootNode), {
    id: 1,
    options: inuseSpace,
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
