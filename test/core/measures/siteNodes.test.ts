import assert from 'node:assert/strict';
import test from 'node:test';
import { siteNodes } from '../../../src/core/measures/siteNodes.ts';
import { heap, lookAt, nodeNamed } from '../answers/lookAt.ts';

test('a site is the innermost frame that is not skipped, its own code the innermost own frame from there up', () => {
  const look = lookAt([heap('main;put;grow;malloc 1', 'malloc 2', 'main;malloc;put 3')]);
  const { tree, frames } = look.merged;
  const marks = (...names: string[]): Uint8Array =>
    Uint8Array.from(frames.name, name => (names.includes(name) ? 1 : 0));
  const { site, own } = siteNodes(tree, marks('malloc'), marks('main', 'put'));
  const name = (node: number | undefined): string => frames.name[tree.frame[node ?? 0] ?? 0] ?? '';
  const grow = nodeNamed(look, 'grow');
  assert.deepEqual([name(site[grow + 1]), name(own[grow + 1])], ['grow', 'put']);
  assert.deepEqual([name(site[grow]), name(own[grow])], ['grow', 'put']);
  const alone = tree.frame.findIndex(
    (frame, node) => frames.name[frame] === 'malloc' && site[node] === 0 && tree.next[node] === node + 1,
  );
  assert.ok(alone > 0);
  assert.equal(own[alone], 0);
  const inner = tree.frame.findIndex((frame, node) => frames.name[frame] === 'put' && node !== grow - 1);
  assert.equal(site[inner], inner);
});
