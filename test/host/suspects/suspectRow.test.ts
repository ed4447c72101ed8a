import assert from 'node:assert/strict';
import test from 'node:test';
import type { Suspect } from '../../../src/core/answers/requests.ts';
import { isAside } from '../../../src/core/known/aside.ts';
import { suspectRow } from '../../../src/host/suspects/suspectRow.ts';

const MiB = 1 << 20;
const suspect: Suspect = {
  name: 'main.(*dedupeCache).seen',
  file: '/build/src/dedupe/cache.go',
  line: 39,
  startLine: 29,
  own: null,
  via: null,
  flat: { base: 12 * MiB, current: 324 * MiB },
  net: 312 * MiB,
  share: 0.98,
  objects: null,
  retained: null,
  evidence: null,
  hint: null,
  askers: [],
  recognised: null,
};

test('a row says what grew, how much and where, and leads to the line', () => {
  const row = suspectRow(suspect, 'bytes');
  assert.equal(row.label, '(*dedupeCache).seen');
  assert.equal(row.description, '▲ +312.0 MiB · 98 % · cache.go:39');
  assert.deepEqual(row.tooltip, [
    'main.(*dedupeCache).seen',
    '▲ +312.0 MiB, 98 % of growth',
    '12.0 MiB → 324.0 MiB',
    '/build/src/dedupe/cache.go:39',
  ]);
  const { name, file, line, startLine } = suspect;
  assert.deepEqual([row.command, row.args], ['heapDiff.openPlace', [{ name, file, line, startLine }]]);
});

test('a library’s site leads to the reader’s own line that calls it, and says so', () => {
  const own = { name: 'main.(*trail).record', file: '/app/audit.go', line: 7, startLine: 5 };
  const row = suspectRow(
    { ...suspect, name: 'encoding/json.Unmarshal', file: '/go/decode.go', own },
    'bytes',
  );
  assert.equal(row.label, 'json.Unmarshal');
  assert.equal(row.description, '▲ +312.0 MiB · 98 % · audit.go:7');
  assert.deepEqual(row.tooltip.slice(-2), [
    '/go/decode.go:39',
    'called from your main.(*trail).record (/app/audit.go:7)',
  ]);
  assert.deepEqual(row.args, [own]);
});

test('a known leak is set aside, and one that was fixed is back', () => {
  const known = { ...suspect, recognised: { because: 'bounded at 1 GiB', fixed: null } };
  assert.ok(isAside(known));
  assert.equal(suspectRow(known, 'bytes').description, '▲ +312.0 MiB · known leak · 98 % · cache.go:39');
  assert.ok(suspectRow(known, 'bytes').tooltip.includes('bounded at 1 GiB' as never));
  const back = { ...suspect, recognised: { because: '', fixed: 'in #130' } };
  assert.ok(!isAside(back));
  assert.match(suspectRow(back, 'bytes').description, /^▲ \+312\.0 MiB · is back/);
});

test('nothing that is invisible or has another line gets into a row', () => {
  const hostile = { ...suspect, name: 'a\u202eb\nc', file: 'x\u2028/y\u200b.go' };
  const { label, description, tooltip } = suspectRow(hostile, 'bytes');
  for (const text of [label, description, ...tooltip]) {
    assert.doesNotMatch(text, /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
  }
});

test('a site without source says so and names no line', () => {
  const row = suspectRow({ ...suspect, file: '', line: 0 }, 'bytes');
  assert.equal(row.description, '▲ +312.0 MiB · 98 %');
  assert.equal(row.tooltip.at(-1), 'The profile does not say where its source is.');
});
