import assert from 'node:assert/strict';
import test from 'node:test';
import { readRecent, withoutPair, withRecent } from '../../../src/host/files/recentList.ts';

const pair = (base: string, current: string, at = 1) => ({ base, current, at });

test('the latest comes first, and the same files once, whichever was the base', () => {
  const list = withRecent(
    withRecent([], pair('file:///a', 'file:///b', 1)),
    pair('file:///c', 'file:///d', 2),
  );
  assert.deepEqual(withRecent(list, pair('file:///b', 'file:///a', 3)), [
    pair('file:///b', 'file:///a', 3),
    pair('file:///c', 'file:///d', 2),
  ]);
});

test('no more than twenty are kept', () => {
  let list = readRecent([]);
  for (let i = 0; i < 30; i++) list = withRecent(list, pair(`file:///${i}`, 'file:///x'));
  assert.equal(list.length, 20);
  assert.equal(list[0]?.base, 'file:///29');
  assert.equal(readRecent([...list, ...list]).length, 20);
});

test('one is taken off in either order', () => {
  const list = [pair('file:///a', 'file:///b'), pair('file:///c', 'file:///d')];
  assert.deepEqual(withoutPair(list, { base: 'file:///b', current: 'file:///a' }), [list[1]]);
});

test('what another version kept is read as far as it fits', () => {
  const good = pair('file:///a', 'file:///b');
  assert.deepEqual(readRecent([good, null, 'x', { base: 'file:///a' }, { ...good, at: 'now' }]), [good]);
  for (const kept of [undefined, null, {}, 'x', 7]) assert.deepEqual(readRecent(kept), []);
});
