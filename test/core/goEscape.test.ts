import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutGoEscapes } from '../../src/core/goEscape.ts';

test('escapes of the linker are undone, whatever they stand for, and nothing else is', () => {
  assert.equal(withoutGoEscapes('gopkg.in/yaml%2ev3'), 'gopkg.in/yaml.v3');
  assert.equal(withoutGoEscapes('example.com/caf%c3%a9%22'), 'example.com/café"');
  for (const same of ['main', '100%', '%zz', 'a/%ff', '%c3']) assert.equal(withoutGoEscapes(same), same);
});
