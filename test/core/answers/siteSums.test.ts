import assert from 'node:assert/strict';
import test from 'node:test';
import { netByFrame, packageShare } from '../../../src/core/answers/siteSums.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, lookAt } from './lookAt.ts';

test('net growth by site and by own code, what grew most first', () => {
  const look = lookAt(
    [heap('main.a@/o/m.go:1;buf 600', 'put 100'), heap('main.b@/o/m.go:2;buf 590', 'put 200', 'get 25')],
    { own: ['/o/m.go'] },
  );
  const { frames } = look.merged;
  const told = (by: 'site' | 'own'): readonly (readonly [string | undefined, number | undefined])[] => {
    const { net, grown, shrunk } = netByFrame(look, by);
    return [...grown, ...shrunk].map(frame => [frames.name[frame], net[frame]]);
  };
  assert.deepEqual(told('site'), [
    ['put', 100],
    ['get', 25],
    ['buf', -10],
  ]);
  assert.deepEqual(told('own'), [
    ['main.b', 590],
    ['main.a', -600],
  ]);
  assert.equal(netByFrame(look, 'own').growth, 125);
});

/** Of the largest site. */
function shareOf(base: Profile, ...current: string[]): number | null {
  const look = lookAt([base, heap(...current)]);
  const sums = netByFrame(look, 'site');
  const [site] = sums.grown;
  return site === undefined ? null : packageShare(look, sums, site);
}

test('a package’s share of the growth, where it is most and its largest site’s is not', () => {
  const none = heap('m.x 1');
  assert.equal(shareOf(none, 'a/v3/lease.New 35', 'a/v3/lease.(*lessor).Attach 33', 'mvcc.put 32'), 0.68);
  // What shrank in it is none of the growth.
  assert.equal(shareOf(heap('a.old 90'), 'a.f 30', 'a.g 30', 'b.f 20', 'c.f 20'), 0.6);
  // The site has most of it; the rest has hardly more; most is elsewhere; it is the program itself.
  assert.equal(shareOf(none, 'a.f 51', 'a.g 49'), null);
  assert.equal(shareOf(none, 'a.f 48', 'a.g 3', 'b.f 47', 'b.g 2'), null);
  assert.equal(shareOf(none, 'a.f 30', 'a.g 15', 'b.f 29', 'c.f 26'), null);
  assert.equal(shareOf(none, 'main.f 35', 'main.g 33', 'b.f 32'), null);
});
