import assert from 'node:assert/strict';
import test from 'node:test';
import { facts, headline, part } from '../../../src/host/annotations/hoverText.ts';
import { allocator, growth } from './growths.ts';

const MiB = 1024 ** 2;
const live = { kind: 'memory', sampleType: 'inuse_space', unit: 'bytes' } as const;

test('all that is known of a line is said once', () => {
  const all = growth({
    value: { base: 100 * MiB, current: 380 * MiB },
    share: 0.9,
    objects: { base: 1000, current: 40 * 1024 },
    retained: { share: 1.02, allocated: 275 * MiB, kept: { value: 0.99, low: 0.97, high: 1, samples: 99 } },
    evidence: { samples: 560, standardError: 12 * MiB },
  });
  assert.equal(headline(all, live), '▲ +280.0 MiB allocated here · 90 % of growth');
  assert.deepEqual(facts(all, live), [
    '100.0 MiB → 380.0 MiB (inuse_space)',
    '1,000 → 40,960 objects, 9.5 KiB on average',
    '100 % of the 275.0 MiB allocated in between is still there (97–100 %)',
    'rests on about 560 samples, ± 12.0 MiB',
  ]);
});

test('what is not known is not said, and objects are not counted twice', () => {
  const counted = growth({ value: { base: 1, current: 5 }, objects: { base: 1, current: 5 } });
  assert.deepEqual(facts(counted, { kind: 'memory', sampleType: 'inuse_objects', unit: 'count' } as const), [
    '1 → 5 (inuse_objects)',
  ]);
});

test('a call says where the memory is allocated', () => {
  const allocators = [allocator('bytes.growSlice', 12 * MiB)];
  const called = growth({ kind: 'called', value: { base: 0, current: 12 * MiB }, allocators });
  assert.equal(headline(called, live), '▲ +12.0 MiB allocated in bytes.growSlice, called here');
  assert.equal(part(allocator('f', -MiB), live), '−1.0 MiB');
});
