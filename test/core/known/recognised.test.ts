import assert from 'node:assert/strict';
import test from 'node:test';
import { suspects } from '../../../src/core/answers/sites.ts';
import { recognisedChip, recognisedSites } from '../../../src/core/known/recognised.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

const look = lookAt([
  heap('main.main@/app/m.go;main.put@/app/c.go 1', 'main.main@/app/m.go;main.log@/app/l.go 1'),
  heap('main.main@/app/m.go;main.put@/app/c.go 90', 'main.main@/app/m.go;main.log@/app/l.go 50'),
]);
const sites = suspects(look, 'site', 10);

test('those that are set aside come last, and what was fixed keeps its place', () => {
  const because = 'a cache';
  const aside = recognisedSites(look, sites, [
    { site: 'main.put', own: ['main.main'], because, fixed: null },
  ]);
  assert.deepEqual(
    aside.map(({ name, recognised }) => [name, recognised]),
    [
      ['main.log', null],
      ['main.put', { because, fixed: null }],
    ],
  );
  const back = recognisedSites(look, sites, [{ site: 'main.put', own: [], because, fixed: 'in #12' }]);
  assert.deepEqual(
    back.map(({ name, recognised }) => [name, recognised?.fixed]),
    [
      ['main.put', 'in #12'],
      ['main.log', undefined],
    ],
  );
});

test('what the headline says of its site', () => {
  assert.equal(recognisedChip({ because: 'a cache', fixed: null }).text, 'known leak: a cache');
  assert.equal(recognisedChip({ because: '', fixed: null }).text, 'known leak');
  assert.equal(recognisedChip({ because: '', fixed: 'in #12' }).text, 'is back: was fixed, in #12');
});
