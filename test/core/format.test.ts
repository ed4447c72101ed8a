import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import {
  exactCount,
  formatBytes,
  formatCount,
  formatDelta,
  formatDeltaPercent,
  formatDuration,
  formatObjects,
  formatPercent,
  formatRateCount,
  formatSamples,
  formatValue,
  roundedRate,
  unbroken,
} from '../../src/core/format.ts';
import { speak } from '../../src/core/language.ts';

test('bytes have IEC units, one decimal and a real minus', () => {
  const MiB = 1024 ** 2;
  assert.deepEqual([0, 1, 1023, 1024, 1536, 284.8 * MiB, -94.6 * MiB, 1.22 * MiB * MiB].map(formatBytes), [
    '0 B',
    '1 B',
    '1023 B',
    '1.0 KiB',
    '1.5 KiB',
    '284.8 MiB',
    '−94.6 MiB',
    '1.2 TiB',
  ]);
});

test('a size that rounds up to 1024 of a unit takes the next one', () => {
  assert.deepEqual([1023.7, 1024 ** 2 - 1, 1024 ** 3 - 1].map(formatBytes), [
    '1.0 KiB',
    '1.0 MiB',
    '1.0 GiB',
  ]);
});

test('counts separate thousands and shorten from ten million on', () => {
  assert.deepEqual([0, 999, 40_409, -1_234_567, 12_345_678, 2.1e9].map(formatCount), [
    '0',
    '999',
    '40,409',
    '−1,234,567',
    '12.3 M',
    '2.1 G',
  ]);
});

test('a delta always carries its sign, nothing carries none', () => {
  assert.equal(formatDelta(284.8 * 1024 ** 2, 'bytes'), '+284.8 MiB');
  assert.equal(formatDelta(-512, 'bytes'), '−512 B');
  assert.equal(formatDelta(40_409, 'count'), '+40,409');
  assert.equal(formatDelta(0, 'bytes'), '0 B');
  assert.equal(formatDelta(0.2, 'bytes'), '0 B');
  assert.equal(formatDelta(-0.2, 'bytes'), '0 B');
});

test('of what is counted, a rate below ten has two digits, and one in ten years is not none', () => {
  assert.deepEqual([0, 1e-17, 0.2, 0.1 / 8784, 1 / 3, -4.25, 9.96, 30, 40_409.4].map(formatRateCount), [
    '0',
    '0',
    '0.2',
    '0.000011',
    '0.33',
    '−4.3',
    '10',
    '30',
    '40,409',
  ]);
  assert.equal(formatDelta(0.2, 'count', formatRateCount), '+0.2');
  assert.equal(formatValue(0.04, 'threads', formatRateCount), '0.04 threads');
  assert.equal(formatValue(1536, 'bytes', formatRateCount), '1.5 KiB');
  assert.deepEqual([0.1, -0.1, 1234.5].map(roundedRate), [0.1, -0.1, 1235]);
});

test('units beyond bytes and counts', () => {
  assert.equal(formatValue(2, 'kilobytes'), '2.0 KiB');
  assert.equal(formatValue(1.5e9, 'nanoseconds'), '1.5 s');
  assert.equal(formatValue(7, 'parsecs'), '7 parsecs');
});

const scaled: readonly [value: number, unit: string, text: string][] = [
  [12_345_678, 'microseconds', '+12.3 s'],
  [12_345_678, 'us', '+12.3 s'],
  [12_345_678, '\u00b5s', '+12.3 s'],
  [12_345_678, '\u03bcs', '+12.3 s'],
  [60_000, 'milliseconds', '+60 s'],
  [60, 'seconds', '+60 s'],
  [90, 'minutes', '+90 min'],
  [36, 'hours', '+36 h'],
  [150, 's', '+2.5 min'],
  [1, 'nanoseconds', '+1 ns'],
  [1500, 'ns', '+1.5 µs'],
  [999_960, 'ns', '+1 ms'],
  [4000, 'kb', '+3.9 MiB'],
  [4000, 'KB', '+3.9 MiB'],
  [4000, 'MiB', '+3.9 GiB'],
  [4_000_000, 'B', '+3.8 MiB'],
  [2, 'GB', '+2.0 GiB'],
  [2, 'count', '+2'],
];
for (const [value, unit, text] of scaled) {
  test(`${value} ${unit} is shown as ${text}`, () => assert.equal(formatDelta(value, unit), text));
}

test('shares never claim the whole or nothing when it is not', () => {
  assert.deepEqual(
    [0, 0.0004, 0.0421, 0.39, 0.98, 0.9967, 0.99999, 1, 5.3, -0.12, 12.345].map(formatPercent),
    ['0 %', '< 0.1 %', '4.2 %', '39 %', '98 %', '99.7 %', '99.9 %', '100 %', '530 %', '−12 %', '1,235 %'],
  );
  assert.equal(formatDeltaPercent(5.3), '+530 %');
  assert.equal(formatDeltaPercent(-0.05), '−5.0 %');
  assert.equal(formatPercent(-0.0004), '> −0.1 %');
  assert.equal(formatDeltaPercent(0.0004), '< 0.1 %');
  assert.equal(formatPercent(Number.POSITIVE_INFINITY), '–');
});

test('a unit that a file made up stands behind the number if it is words, and nothing else does', () => {
  const said = [
    'widgets',
    'µtokens per s',
    'alloc_objects',
    '%',
    '\u202ebytes',
    '![x](//evil.e/x.png)',
    'w'.repeat(33),
  ];
  assert.deepEqual(
    said.map(unit => formatValue(3, unit)),
    ['3 widgets', '3 µtokens per s', '3 alloc_objects', ...new Array(4).fill('3 units')],
  );
});

test('durations have at most two units', () => {
  const [second, minute] = [1000, 60_000];
  const told: readonly (readonly [milliseconds: number, text: string])[] = [
    [12, '12 ms'],
    [3 * second, '3 s'],
    [59.4 * second, '59 s'],
    [59.7 * second, '1 min'],
    [89 * second, '1 min 29 s'],
    [2 * minute + 29.6 * second, '2 min 30 s'],
    [17 * minute, '17 min'],
    [30 * minute - second, '29 min 59 s'],
    [30 * minute - 0.4 * second, '30 min'],
    [30 * minute + 31 * second, '31 min'],
    [60 * minute, '1 h 00 min'],
    [65 * minute, '1 h 05 min'],
    [98 * 60 * minute, '4 d 2 h'],
  ];
  assert.deepEqual(
    told.map(([milliseconds]) => formatDuration(milliseconds)),
    told.map(([, text]) => text),
  );
});

test('of one object it is said that it is one', () => {
  assert.deepEqual([1, -1, 0, 2, 1234].map(formatObjects), [
    '+1 object',
    '−1 object',
    '0 objects',
    '+2 objects',
    '+1,234 objects',
  ]);
});

test('samples are an estimate, and one is one', () => {
  assert.deepEqual([0.2, 1.3, 1.6, 1234].map(formatSamples), [
    'about 0 samples',
    'about 1 sample',
    'about 2 samples',
    'about 1,234 samples',
  ]);
});

test('what is shorter than a millisecond is no fraction of one', () => {
  assert.deepEqual([0.000001, 0.25].map(formatDuration), ['1 ns', '250 µs']);
});

/** Where a line may end. */
const pieces = (text: string): readonly string[] => unbroken(text).split(' ');

test('no line ends within a number, its sign and its unit', () => {
  const [less, most] = ['<\u00a00.1\u00a0%', '1.2\u00a0TiB'];
  assert.deepEqual(pieces('< 0.1 % of 1.2 TiB allocated (< 0.1 %)'), [
    less,
    'of',
    most,
    'allocated',
    `(${less})`,
  ]);
  assert.deepEqual(pieces('> −0.1 % · ± 5.7 MiB noise'), [
    '>\u00a0−0.1\u00a0%',
    '·',
    '±\u00a05.7\u00a0MiB',
    'noise',
  ]);
});

test('nor within a range', () => {
  assert.equal(unbroken('retained 92 % (91–100 %)'), 'retained 92\u00a0% (91–\u2060100\u00a0%)');
});

test('all else may be broken where it could be', () => {
  for (const text of ['new · +2,145 objects', 'in 5 Builds', 'a < b', '512 KiBs']) {
    assert.deepEqual(pieces(text), text.split(' '));
  }
});

test('thousands are apart as the reader’s language has them', () => {
  const german = JSON.parse(
    readFileSync(new URL('../../media/l10n/bundle.l10n.de.json', import.meta.url), 'utf8'),
  );
  speak({ tag: 'de', messages: german });
  try {
    assert.equal(formatCount(1421), '1\u202f421');
    assert.equal(formatCount(-1_234_567), '−1\u202f234\u202f567');
    assert.equal(formatPercent(21.4), '2\u202f140 %');
    assert.equal(exactCount(999), '999');
  } finally {
    speak(null);
  }
  assert.equal(exactCount(64_000), '64,000');
});
