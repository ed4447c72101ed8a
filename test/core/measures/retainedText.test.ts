import assert from 'node:assert/strict';
import test from 'node:test';
import { formatRetained } from '../../../src/core/measures/retainedText.ts';

test('what became of what was allocated', () => {
  const phrases = [1.03, 1, 0.92, 0.75, 0.3, 0.0002, 0].map(share =>
    formatRetained({ share, allocated: 1024 ** 2, kept: null }),
  );
  assert.deepEqual(phrases, [
    'retained 100 %: nothing was freed',
    'retained 100 %: nothing was freed',
    'retained 92 %: hardly anything was freed',
    'retained 75 %: most of it stayed',
    'retained 30 %: more than half as much was freed',
    'retained < 0.1 %: churn: about as much was freed',
    'retained 0 %: at least as much was freed',
  ]);
  assert.equal(
    formatRetained({ share: 1, allocated: 1024 ** 2, kept: null }, true),
    'retained 100 % of 1.0 MiB allocated: nothing was freed',
  );
});

test('how sure a retained share is stands behind it, of samples where bytes had another fate', () => {
  const told = (share: number, low: number, high: number, withAllocated = false): string =>
    formatRetained({ share, allocated: 1024 ** 2, kept: { low, high } }, withAllocated);
  assert.equal(told(0.75, 0.68, 0.81), 'retained 75 % (68–81 %): most of it stayed');
  assert.equal(
    told(0.75, 0.68, 0.81, true),
    'retained 75 % of 1.0 MiB allocated (68–81 %): most of it stayed',
  );
  assert.equal(told(0.917, 0.969, 0.991), 'retained 92 % (by samples 97–99.1 %): hardly anything was freed');
  assert.equal(
    told(0.917, 0.969, 0.991, true),
    'retained 92 % of 1.0 MiB allocated (by samples 97–99.1 %): hardly anything was freed',
  );
  // What rounding of scaled values makes is no other fate.
  assert.equal(told(1, 0.996, 0.999), 'retained 100 % (99.6–100 %): nothing was freed');
  assert.equal(told(0.0002, 0.0001, 0.0003), 'retained < 0.1 % (< 0.1 %): churn: about as much was freed');
  // More was freed than allocated, and frees that are counted late.
  assert.equal(told(-0.088, 0, 0.001), 'retained 0 % (0–0.1 %): at least as much was freed');
  assert.equal(told(1.03, 0.97, 1), 'retained 100 % (97–100 %): hardly anything was freed');
});

test('what became of it is said only where it is true of the whole interval', () => {
  const told = (share: number, low: number, high: number): string =>
    formatRetained({ share, allocated: 1024 ** 2, kept: { low, high } });
  assert.equal(told(1, 0.95, 0.999), 'retained 100 % (95–100 %): hardly anything was freed');
  assert.equal(told(1, 0.76, 1), 'retained 100 % (76–100 %): most of it stayed');
  assert.equal(told(0.56, 0.34, 0.75), 'retained 56 % (34–75 %): too few samples to tell whether it stays');
  // All of a single object is there: what is not known is whether the next one stays.
  assert.equal(told(1, 0.207, 1), 'retained 100 % (21–100 %): too few samples to tell whether it stays');
  assert.equal(told(0.47, 0.41, 0.53), 'retained 47 % (41–53 %): about half of it stayed');
  assert.equal(
    told(0.45, 0.6, 0.8),
    'retained 45 % (by samples 60–80 %): large objects had another fate than small ones',
  );
  assert.equal(told(0.02, 0.01, 0.2), 'retained 2.0 % (1.0–20 %): more than half as much was freed');
});
