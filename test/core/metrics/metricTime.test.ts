import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { metricTime, sinceEpoch } from '../../../src/core/metrics/metricTime.ts';

const read = (text: string): string | null => {
  const found = metricTime(text);
  return found && `${new Date(found.time).toISOString()}${found.zoned ? '' : ' unzoned'}`;
};

test('ISO 8601 with and without seconds, fraction, zone and time of day', () => {
  for (const [text, expected] of [
    ['2026-11-25T13:00:00Z', '2026-11-25T13:00:00.000Z'],
    ['2026-11-25T13:00:00.25Z', '2026-11-25T13:00:00.250Z'],
    ['2026-11-25T13:00:00.123456789Z', '2026-11-25T13:00:00.123Z'],
    ['2026-11-25T13:00:00+01:00', '2026-11-25T12:00:00.000Z'],
    ['2026-11-25 13:00:00.5-0330', '2026-11-25T16:30:00.500Z'],
    ['2026-11-25 13:00:00 UTC', '2026-11-25T13:00:00.000Z'],
    ['2026-11-25t13:00+02', '2026-11-25T11:00:00.000Z'],
    ['2026-11-25 13:00', '2026-11-25T13:00:00.000Z unzoned'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z unzoned'],
  ]) {
    assert.equal(read(text ?? ''), expected, text);
  }
});

test('the time since 1970 in any of its units', () => {
  for (const text of ['1764075600', '1764075600000', '1764075600000000', '1764075600000000000']) {
    assert.equal(read(text), '2025-11-25T13:00:00.000Z', text);
  }
  assert.equal(read('1764075600.5'), '2025-11-25T13:00:00.500Z');
  assert.equal(sinceEpoch(17), null);
});

test('what is no time, and no time of this century', () => {
  for (const text of [
    ...[
      '',
      'time',
      '2026',
      '12',
      '2026-13-01',
      '2026-02-29',
      '2026-11-31',
      '2026-11-25T25:00',
      '2026-11-25T13:61',
    ],
    ...['1970-01-01', '2150-01-01T00:00:00Z', '2026-11-25Tnoon', '2026-11-25T13', '2026-11-25T13:00:00 CET'],
    ...[
      '25.11.2026 13:00',
      '-1764075600',
      '1e9',
      '0x6925c3d0',
      '2026-1x-25T13:00:00Z',
      '2026-11-25T1x:00:00.000Z',
    ],
    ...['2026-11-25T13:00:00.x00Z', 'é026-11-25T13:00:00Z'],
  ]) {
    assert.equal(read(text), null, text);
  }
});

test('every instant of the century as JavaScript writes it, in any zone', () => {
  const instants = fc.date({
    min: new Date(Date.UTC(2000, 0, 2)),
    max: new Date(Date.UTC(2099, 11, 30)),
    noInvalidDate: true,
  });
  const zones = fc.integer({ min: -14 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      assert.equal(metricTime(instant.toISOString())?.time, instant.getTime());
      const local = new Date(instant.getTime() + zone * 60_000).toISOString().slice(0, -1);
      const two = (number: number): string => String(Math.trunc(Math.abs(number))).padStart(2, '0');
      const text = `${local}${zone < 0 ? '-' : '+'}${two(zone / 60)}:${two(zone % 60)}`;
      assert.deepEqual(metricTime(text), { time: instant.getTime(), zoned: true });
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ maxLength: 40 }), text => void metricTime(text)));
});
