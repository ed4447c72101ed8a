import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ValiError } from 'valibot';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { requestId, validateMessage } from '../../../src/host/panel/validateMessage.ts';
import type { ToHost } from '../../../src/protocol.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

const filter = { ...noFilter, focus: 'a' };
const options = { ...inuseSpace, filter };
const place = { file: '/src/cache.go', line: 31, name: 'main.seen', startLine: 24 };
const node = { view: 1, node: 7 };

const good: readonly ToHost[] = [
  { type: 'ready' },
  { type: 'request', id: 1, method: 'view', params: { options, root: null } },
  { type: 'request', id: 2, method: 'view', params: { options, root: node } },
  { type: 'request', id: 3, method: 'details', params: { node } },
  { type: 'request', id: 4, method: 'table', params: { options } },
  { type: 'request', id: 5, method: 'neighbours', params: { options, name: 'main.seen', file: 'cache.go' } },
  { type: 'request', id: 6, method: 'suspects', params: { options, by: 'own', limit: 50 } },
  { type: 'request', id: 8, method: 'headline', params: { options } },
  { type: 'request', id: 9, method: 'spellings', params: { name: 'main.seen', file: 'cache.go' } },
  { type: 'request', id: 7, method: 'swap', params: {} },
  { type: 'openSource', place, how: 'reveal' },
  { type: 'openSource', place, how: 'go' },
  { type: 'locateSource', place },
  { type: 'save', format: 'pprof', options },
  { type: 'remedy', remedy: 'chooseAgain' },
  { type: 'copy', text: 'main.seen' },
  { type: 'savePicture', format: 'svg', data: '<svg/>' },
  { type: 'copyForAi' },
  { type: 'drop', files: ['file:///a/heap.pb.gz', 'vscode-remote://b/heap.pb.gz'] },
  { type: 'copyLink', look: { options, width: 'both', tab: 'top', zoom: ['main.main'] } },
  { type: 'markKnown', site: { name: 'main.seen', file: '/a/c.go' }, mark: 'fixed' },
  { type: 'refused', why: 'phase: no such phase' },
];

test('every message of the protocol passes unchanged', () => {
  for (const message of good) assert.deepEqual(validateMessage(structuredClone(message)), message);
});

test('a filter of two hundred modules passes', () => {
  const focus = Array.from({ length: 200 }, (_, i) => `example\\.com/${'m'.repeat(40)}${i}[./]`).join('|');
  const message = {
    type: 'request',
    id: 1,
    method: 'table',
    params: { options: { ...options, filter: { ...filter, focus } } },
  };
  assert.ok(focus.length > 10_000);
  assert.deepEqual(validateMessage(message), message);
});

test('what is refused is refused by the field that is wrong', () => {
  assert.throws(
    () => validateMessage({ type: 'openSource', place: { ...place, line: '31' }, how: 'go' }),
    /place\.line/,
  );
});

test('a line that no file has is unknown, as native code has it in profiles of the JVM', () => {
  for (const line of [-1, 1.5, 2 ** 63]) {
    const message = { type: 'openSource', place: { ...place, line, startLine: line }, how: 'go' };
    assert.deepEqual(validateMessage(message), { ...message, place: { ...place, line: 0, startLine: 0 } });
  }
});

test('fields that the protocol does not know are left behind', () => {
  assert.deepEqual(validateMessage({ type: 'ready', extra: () => 1 }), { type: 'ready' });
});

test('a field of the wrong type, at any depth, is refused', () => {
  for (const message of good) {
    for (const path of leaves(message)) {
      for (const wrong of [undefined, Number.NaN, -1, {}, [], () => 1]) {
        if (wrong === -1 && /line$/i.test(String(path.at(-1)))) continue;
        const broken = replaced(message, path, wrong);
        assert.throws(() => validateMessage(broken), ValiError, `${message.type} ${path.join('.')}`);
      }
    }
  }
});

test('unknown types, methods, words and over-long strings are refused', () => {
  const long = 'x'.repeat((1 << 16) + 1);
  const bad: readonly unknown[] = [
    null,
    'ready',
    [],
    { type: 'eval' },
    { type: 'constructor' },
    { type: 'request', id: 1, method: 'open', params: {} },
    { type: 'request', id: 1, method: 'toString', params: {} },
    { type: 'request', id: 1, method: 'table', params: { options: { ...options, granularity: 'bytes' } } },
    { type: 'request', id: 1, method: 'table', params: { options: { ...options, sampleType: long } } },
    { type: 'openSource', place: { ...place, file: long }, how: 'go' },
    { type: 'openSource', place, how: 'run' },
    { type: 'remedy', remedy: 'delete' },
    { type: 'drop', files: [] },
    { type: 'drop', files: [long] },
    { type: 'drop', files: Array.from({ length: 9 }, () => 'file:///a') },
    {
      type: 'request',
      id: 1,
      method: 'table',
      params: { options: { ...options, filter: { ...filter, focus: long } } },
    },
  ];
  for (const message of bad)
    assert.throws(() => validateMessage(message), ValiError, JSON.stringify(message));
});

test('whatever comes, it is a message or a ValiError', () => {
  const types = fc.constantFrom(...good.map(message => message.type), 'other');
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ type: types, id: fc.anything(), params: fc.anything() }),
  );
  fc.assert(
    fc.property(anything, value => {
      try {
        return typeof validateMessage(value).type === 'string';
      } catch (error) {
        return error instanceof ValiError;
      }
    }),
  );
});

test('a malformed request can still be answered by its id', () => {
  assert.equal(requestId({ type: 'request', id: 9, method: 'nonsense' }), 9);
  for (const value of [null, 1, {}, { type: 'ready', id: 1 }, { type: 'request', id: '9' }]) {
    assert.equal(requestId(value), null);
  }
});

type Path = readonly (string | number)[];

/** Paths to every field that is not itself an object. */
function leaves(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([key, field]) => leaves(field).map(path => [key, ...path]));
}

function replaced(value: unknown, [key, ...rest]: Path, wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaced(fields[key], rest, wrong) };
}
