import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { type PanelState, type SavedFiles, savedFiles as shape } from '../src/panelState.ts';
import { type ToWebview, toWebview } from '../src/protocol.ts';

const savedFiles = (value: unknown): SavedFiles | null => {
  const read = v.safeParse(shape, value);
  return read.success ? read.output : null;
};

const state: PanelState = {
  version: 1,
  base: 'file:///a/heap-1300.pb.gz',
  current: 'vscode-vfs://github/a/heap-1400.pb.gz',
  isOrdered: false,
  options: null,
  width: 'change',
  palette: 'direction',
  tab: 'flame',
  zoom: [],
  topColumns: null,
  topSort: { column: 'cum', descending: true },
  headlineOpen: false,
  detailsOpen: true,
};

test('the files come back from a saved state', () => {
  const { base, current } = state;
  assert.deepEqual(savedFiles(state), { version: 1, base, current, isOrdered: false });
  assert.deepEqual(savedFiles({ version: 1, base: null, current }), {
    version: 1,
    base: null,
    current,
    isOrdered: true,
  });
});

test('a state of another version, without files or of another shape is none', () => {
  const long = 'x'.repeat(1 << 16);
  const others = [
    undefined,
    null,
    'state',
    {},
    { ...state, version: 2 },
    { ...state, current: null },
    { ...state, base: undefined },
    { ...state, current: long },
  ];
  for (const other of others) assert.equal(savedFiles(other), null);
});

test('nothing that was saved makes restoring throw', () => {
  fc.assert(
    fc.property(fc.anything(), value => {
      const saved = savedFiles(value);
      return saved === null || typeof saved.current === 'string';
    }),
  );
});

const place = { file: '/src/cache.go', line: 31, name: 'main.seen', startLine: 24 };
const problem = { message: 'It is gone.', remedies: ['reload'] } as const;
const toldPage: readonly ToWebview[] = [
  { type: 'files', base: null, current: 'file:///a', isOrdered: true },
  { type: 'progress', phase: 'decoding', fraction: 0.5 },
  { type: 'failed', problem },
  { type: 'stale', problem },
  { type: 'sourceStatus', message: null },
  { type: 'sourceStatus', message: 'Not here.', locate: place },
  { type: 'aboutSource', about: { place, author: null, hint: 'A map that `seen` only adds to.' } },
  { type: 'aboutSite', about: { place, author: null, hint: null } },
  { type: 'goModules', paths: ['example.com/dedupe'] },
  { type: 'ownCode' },
  { type: 'frameAction', action: 'copyStack' },
  { type: 'reveal', place },
  { type: 'reply', id: 1, ok: false, problem },
];

test('the page takes every message of the host, and answers as they are: not walked, not copied', () => {
  for (const message of toldPage) assert.deepEqual(v.parse(toWebview, structuredClone(message)), message);
  const result = new Proxy({}, { ownKeys: () => assert.fail(), get: () => assert.fail() });
  const read = v.parse(toWebview, { type: 'reply', id: 1, ok: true, result });
  assert.ok(read.type === 'reply' && read.ok && read.result === result);
});

test('the page takes nothing else', () => {
  const others = [
    null,
    { type: 'eval' },
    { type: 'progress', phase: 'resting', fraction: 0 },
    { type: 'opened', diff: 'diff', base: null, current: 'file:///a', revision: 1 },
    { type: 'reply', id: 1, ok: true, result: null },
    { type: 'reply', id: 1, problem },
    { type: 'sourceStatus', message: null, locate: undefined },
    { type: 'reveal', place: { ...place, line: '31' } },
  ];
  for (const other of others)
    assert.equal(v.safeParse(toWebview, other).success, false, JSON.stringify(other));
});
