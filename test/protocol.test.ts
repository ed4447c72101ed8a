import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { type PanelState, type SavedFiles, savedFiles as shape } from '../src/protocol.ts';

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
  tab: 'flame',
  zoom: [],
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
