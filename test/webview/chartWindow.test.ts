import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wholeWindow } from '../../src/core/flame/zoom.ts';
import type { ChartModel } from '../../webview/series/chartModel.ts';
import { capturesSeen, holding, isWhole, scaledAt, spanOf } from '../../webview/series/chartWindow.ts';

/** Captures every ten seconds, and something that was measured longer. */
const at = Array.from({ length: 11 }, (_, i) => 1000 + i * 10);
const line = { label: '', look: 0, values: [], scale: 'heap', stepped: true } as const;
const model = {
  at,
  lines: [
    { ...line, xs: at },
    { ...line, xs: [990, 1110] },
  ],
} as unknown as Pick<ChartModel, 'at' | 'lines'>;
const close = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;

test('all of it has a little room beside', () => {
  assert.deepEqual(spanOf(model, wholeWindow).map(Math.round), [988, 1112]);
  assert.equal(capturesSeen(model, wholeWindow), 11);
  assert.deepEqual(spanOf({ lines: [] }, wholeWindow), [0, 1]);
});

test('scaling leaves what it is round where it is, and goes neither too near nor past the ends', () => {
  const window = fc.tuple(
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    fc.double({ min: 0.01, max: 0.1, noNaN: true }),
  );
  fc.assert(
    fc.property(
      window,
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([start, size], factor, share) => {
        const before = { start, end: start + size };
        const [from, to] = spanOf(model, before);
        const x = from + share * (to - from);
        const after = scaledAt(model, before, factor, x);
        assert.ok(after.start >= 0 && after.end <= 1 + 1e-9);
        const [left, right] = spanOf(model, after);
        assert.ok(right - left >= 124.8 / 500 - 1e-6, `${right - left}`);
        assert.ok(left <= x + 1e-6 && x <= right + 1e-6);
        if (after.start > 0 && after.end < 1) assert.ok(close((x - left) / (right - left), share));
      },
    ),
  );
  assert.ok(isWhole(scaledAt(model, { start: 0.2, end: 0.5 }, 1e9, 1050)));
});

test('a window moves no further than it takes to hold a capture', () => {
  const window = scaledAt(model, wholeWindow, 0.25, 1050);
  assert.equal(holding(model, window, 1050), window);
  for (const x of at) {
    const held = holding(model, window, x);
    const [from, to] = spanOf(model, held);
    assert.ok(from <= x + 1e-6 && x <= to + 1e-6);
    assert.ok(close(held.end - held.start, 0.25));
    const isInside = x >= spanOf(model, window)[0] && x <= spanOf(model, window)[1];
    assert.ok(isInside || close(x, from) || close(x, to));
  }
  assert.equal(capturesSeen(model, window), 3);
});
