import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as v from 'valibot';
import { limitNames, validLimits } from '../../src/core/formats/limits.ts';
import { type SettingName, settingShapes } from '../../src/host/settingShapes.ts';
import { settings } from '../../src/manifest.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const declared: Readonly<Record<string, { default?: unknown; minimum?: number; maximum?: number }>> =
  manifest.contributes.configuration.properties;
const names = Object.keys(settingShapes) as SettingName[];
const read = (name: SettingName, value: unknown): unknown => v.parse(settingShapes[name], value);

test('every setting has a shape, and what does not fit it counts as not set', () => {
  for (const id of Object.values(settings)) assert.ok(id in settingShapes, id);
  for (const name of names) {
    const unset = read(name, undefined);
    for (const wrong of [null, Number.NaN, 1.5, 'x'.repeat(9), [1], { x: 1 }, () => 1]) {
      if (typeof wrong === 'string' && typeof unset === 'string') continue;
      assert.deepEqual(read(name, wrong), unset, `${name}: ${String(wrong)}`);
    }
  }
});

test('what is not set is what package.json says it is', () => {
  for (const id of Object.values(settings)) {
    if (declared[id]?.minimum === undefined) {
      assert.deepEqual(read(id, declared[id]?.default), read(id, undefined), id);
    }
  }
});

test('limits have the defaults and the ranges that package.json says', () => {
  const limitsSetTo = (value: unknown) => validLimits(name => v.parse(settingShapes[settings[name]], value));
  for (const name of limitNames) {
    const { default: usual, minimum = 0, maximum = 0 } = declared[settings[name]] ?? {};
    const found = [undefined, minimum - 1, maximum + 1].map(value => limitsSetTo(value)[name]);
    assert.deepEqual(found, [usual, minimum, maximum], name);
  }
});

test('rules of source are read one by one', () => {
  assert.deepEqual(read(settings.sourceMap, { '/a': '/b', '/c': 7, '': '/d', '/e': '' }), [
    { from: '/a', to: '/b' },
  ]);
  const substitutePath = [{ from: '/home/me/x', to: '/app' }, { from: '/a' }, null, 3];
  assert.deepEqual(read('go.delveConfig', { substitutePath }), [{ from: '/app', to: '/home/me/x' }]);
});
