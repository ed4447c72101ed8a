import assert from 'node:assert/strict';
import test from 'node:test';
import * as v from 'valibot';
import { checked } from '../../../src/host/panel/validateMessage.ts';
import { seriesOf } from '../../../src/host/series/seriesOf.ts';
import {
  type SeriesToHost,
  seriesState,
  seriesToHost,
  seriesToWebview,
} from '../../../src/seriesProtocol.ts';

const place = { name: 'main.f', file: 'main.go', line: 3, startLine: 1 };
const good: readonly SeriesToHost[] = [
  { type: 'ready' },
  { type: 'remedy', remedy: 'reload' },
  { type: 'settle', file: 'file:///a', settled: true },
  { type: 'fix', from: null },
  { type: 'fix', from: 'file:///a' },
  { type: 'metrics', how: 'add' },
  { type: 'limit' },
  { type: 'closeGap', closing: 'captureSettled' },
  { type: 'compare', from: 'file:///a', to: 'file:///b', reveal: place },
  { type: 'compareLeaks', from: 'file:///a', to: 'file:///b' },
  { type: 'openSource', place, how: 'reveal' },
  { type: 'locateSource', place },
];

test('what a page of a series says is taken as it is, and nothing with it', () => {
  for (const message of good) {
    assert.deepEqual(checked(seriesToHost, { ...structuredClone(message), extra: 1 }), message);
  }
});

test('what does not fit is refused, with the field that does not', () => {
  const long = 'x'.repeat(1 << 16);
  for (const message of [
    null,
    { type: 'nonsense' },
    { type: 'settle', file: 1, settled: true },
    { type: 'settle', file: long, settled: true },
    { type: 'fix' },
    { type: 'metrics', how: 'clear' },
    { type: 'closeGap', closing: 'rm' },
    { type: 'compare', from: 'a', to: 'b', reveal: { name: 'f' } },
  ]) {
    assert.throws(() => checked(seriesToHost, message), v.ValiError, JSON.stringify(message)?.slice(0, 80));
  }
});

test('a state that was kept comes back; what does not fit in it is left out', () => {
  const state = { ...seriesOf(['file:///a']), limit: 5, settled: ['file:///a'] };
  assert.deepEqual(v.parse(seriesState, structuredClone(state)), state);
  const broken = { ...state, settled: 'all', limit: -1, metrics: [1], fixedFrom: 7 };
  assert.deepEqual(v.parse(seriesState, broken), seriesOf(['file:///a']));
  assert.ok(!v.is(seriesState, { ...state, version: 2 }));
  assert.ok(!v.is(seriesState, { ...state, sources: undefined }));
  assert.ok(v.is(seriesToWebview, { type: 'state', state }));
});
