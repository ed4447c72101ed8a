import assert from 'node:assert/strict';
import test from 'node:test';
import { isAllocator } from '../../../src/core/names/allocators.ts';
import { filelessIn, isOfV8 } from '../../../src/core/names/fileless.ts';
import { profileOf, samplesOf } from '../answers/lookAt.ts';

const of = (...lines: readonly string[]) => profileOf({ samples: samplesOf(...lines) });
const node = of('emit@node:events:7;handle@/app/server.js:3;repeat 9');

test('what Node’s pprof gives no file is V8’s own, and nobody’s growth', () => {
  assert.equal(isOfV8(node), true);
  const fileless = filelessIn(node);
  assert.equal(isAllocator('repeat', fileless('repeat')), true);
  assert.equal(fileless('(program)'), '');
  assert.equal(fileless(''), '');
});

test('a class of Java is in the file of its name, and of others nothing is told', () => {
  const java = of('com/acme/App.main;java/util/HashMap.resize 9');
  assert.equal(isOfV8(java), false);
  assert.equal(filelessIn(java)('com/acme/App.main'), 'com/acme/App');
  const go = of('main.main@/src/main.go:3;runtime.x 9');
  assert.equal(isOfV8(go), false);
  assert.equal(filelessIn(go)('runtime.x'), '');
});
