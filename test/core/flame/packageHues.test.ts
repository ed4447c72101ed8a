import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { packageHues } from '../../../src/core/flame/packageHues.ts';

test('the largest package has the hue of its name, whatever else there is', () => {
  const alone = packageHues(['main'], 8).get('main');
  assert.equal(packageHues(['main', 'net/http', 'encoding/json'], 8).get('main'), alone);
});

test('no two packages share a hue while there is a free one, and each has one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (names, count) => {
        const hues = packageHues(names, count);
        const first = names.slice(0, count).map(name => hues.get(name));
        assert.equal(new Set(first).size, first.length);
        for (const name of names) assert.ok((hues.get(name) ?? -1) >= 0 && (hues.get(name) ?? count) < count);
      },
    ),
  );
});
