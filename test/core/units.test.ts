import assert from 'node:assert/strict';
import test from 'node:test';
import { finerUnit, unitRatio } from '../../src/core/units.ts';

test('units of one kind convert, memory in powers of 1024', () => {
  assert.equal(unitRatio('kilobytes', 'bytes'), 1024);
  assert.equal(unitRatio('MB', 'kb'), 1024);
  assert.equal(unitRatio('bytes', 'byte'), 1);
  assert.equal(unitRatio('milliseconds', 'ns'), 1e6);
  assert.equal(unitRatio('count', 'count'), 1);
});

test('units of different kinds do not', () => {
  assert.equal(unitRatio('bytes', 'ns'), undefined);
  assert.equal(unitRatio('count', 'bytes'), undefined);
  assert.equal(finerUnit('count', 'objects'), undefined);
});

test('the finer of two is the one that is less', () => {
  assert.equal(finerUnit('kilobytes', 'bytes'), 'bytes');
  assert.equal(finerUnit('bytes', 'megabytes'), 'bytes');
  assert.equal(finerUnit('widgets', 'widget'), 'widgets');
});
