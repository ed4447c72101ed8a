import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { black, contrast, inkOn, mixed, type Rgb, white } from '../../../webview/flame/contrast.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

test('the ratios that WCAG gives', () => {
  assert.equal(contrast(black, white), 21);
  assert.equal(contrast(white, white), 1);
  assert.equal(contrast([119, 119, 119], white).toFixed(2), '4.48');
});

test('ink on any fill has at least 4.5 : 1', () => {
  fc.assert(fc.property(colour, fill => contrast(fill, inkOn(fill)) >= 4.5));
});

test('mixing goes from one to the other', () => {
  assert.deepEqual(mixed([0, 100, 200], [100, 0, 200], 0), [0, 100, 200]);
  assert.deepEqual(mixed([0, 100, 200], [100, 0, 200], 0.25), [25, 75, 200]);
  assert.deepEqual(mixed([0, 100, 200], [100, 0, 200], 1), [100, 0, 200]);
});
