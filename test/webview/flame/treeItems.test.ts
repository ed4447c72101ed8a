import assert from 'node:assert/strict';
import test from 'node:test';
import { DiffSession } from '../../../src/engine/session.ts';
import { itemName } from '../../../webview/flame/treeItems.ts';
import { sceneOf } from '../../../webview/state/scene.ts';
import { heap } from '../../core/answers/lookAt.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

test('of one profile alone a box is so much of the total, whatever the filter', () => {
  const session = new DiffSession([{ name: 'one', profile: heap('main;f 9', 'main;g 1') }], 'asGiven');
  const options = { ...inuseSpace, filter: { ...inuseSpace.filter, focus: 'g' } };
  const scene = sceneOf(session.view({ options, root: null }), 'current');
  assert.equal(itemName(scene, 1, true), 'main, 1 B, 10 % of the total');
});
