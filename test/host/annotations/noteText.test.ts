import assert from 'node:assert/strict';
import test from 'node:test';
import { calledNote, flatNote, lensText } from '../../../src/host/annotations/noteText.ts';
import { allocator, growth } from './growths.ts';

const MiB = 1024 ** 2;
const live = { kind: 'memory', sampleType: 'inuse_space', unit: 'bytes' } as const;
const grew = growth({ value: { base: 0, current: 280 * MiB }, share: 0.9 });
const shrank = growth({ value: { base: 20 * MiB, current: 8 * MiB }, share: 0 });
const called = growth({
  kind: 'called',
  value: { base: 0, current: 12 * MiB },
  share: 0.04,
  allocators: [allocator('bytes.growSlice', 12 * MiB)],
});

test('what a line allocates itself, and what it makes a library allocate, are two notes', () => {
  assert.equal(flatNote([grew, called], live), '▲ +280.0 MiB · 90 % of growth');
  assert.equal(calledNote([grew, called], live), '▲ +12.0 MiB allocated in bytes.growSlice, called here');
  assert.equal(flatNote([called], live), null);
  assert.equal(calledNote([grew], live), null);
});

test('several functions on a line are one note, their growth together', () => {
  const other = growth({ value: { base: MiB, current: 3 * MiB }, share: 0.05 });
  assert.equal(flatNote([grew, other], live), '▲ +282.0 MiB · 95 % of growth');
  const more = { ...called, allocators: [...called.allocators, allocator('net/http.(*Header).Set', MiB)] };
  assert.equal(calledNote([more], live), '▲ +12.0 MiB allocated in bytes.growSlice and others, called here');
});

test('a line that shrank has no share of the growth', () => {
  assert.equal(flatNote([shrank], live), '▼ −12.0 MiB');
});

test('another sample type is named, and objects are counted', () => {
  const objects = { kind: 'memory', sampleType: 'inuse_objects', unit: 'count' } as const;
  const counted = growth({ value: { base: 10, current: 5010 }, share: 0.5 });
  assert.equal(flatNote([counted], objects), '▲ +5,000 objects · 50 % of growth in inuse_objects');
  const allocated = { kind: 'memory', sampleType: 'alloc_space', unit: 'bytes' } as const;
  assert.equal(flatNote([grew], allocated), '▲ +280.0 MiB · 90 % of growth in alloc_space');
});

test('a lens says whether the function or what it calls allocates', () => {
  assert.equal(lensText([grew], live), '▲ +280.0 MiB in itself · 90 % of growth');
  assert.equal(lensText([called], live), '▲ +12.0 MiB in what it calls · 4.0 % of growth');
});

test('only memory is said to be allocated', () => {
  const cpu = { kind: 'time', sampleType: 'cpu', unit: 'nanoseconds' } as const;
  assert.match(calledNote([called], cpu) ?? '', /spent in bytes\.growSlice, called here$/);
});
