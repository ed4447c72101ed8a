import assert from 'node:assert/strict';
import test from 'node:test';
import { fingerprintsOf } from '../../../src/core/known/fingerprint.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

test('a fingerprint is the site and the three nearest own callers on its largest stack', () => {
  const stacks = [
    'main.main@/app/m.go;main.serve@/app/s.go;main.a@/app/s.go;lib.call@/go/pkg/mod/lib@v1.0.0/l.go;main.b@/app/s.go;main.put@/app/c.go',
    'main.main@/app/m.go;main.other@/app/o.go;main.put@/app/c.go',
  ];
  const look = lookAt([heap(`${stacks[0]} 1`, `${stacks[1]} 1`), heap(`${stacks[0]} 90`, `${stacks[1]} 9`)]);
  const [found] = fingerprintsOf(look, [{ name: 'main.put', file: '/app/c.go' }]);
  assert.deepEqual(found, { site: 'main.put', own: ['main.b', 'main.a', 'main.serve'] });
});

test('a site without own callers, and one that is not there, have none', () => {
  const look = lookAt([heap('main.main@/app/m.go 1'), heap('main.main@/app/m.go 5')]);
  const found = fingerprintsOf(look, [
    { name: 'main.main', file: '/app/m.go' },
    { name: 'none', file: '' },
  ]);
  assert.deepEqual(found, [
    { site: 'main.main', own: [] },
    { site: 'none', own: [] },
  ]);
});
