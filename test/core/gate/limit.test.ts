import assert from 'node:assert/strict';
import test from 'node:test';
import { limitIn, parseLimit } from '../../../src/core/gate/limit.ts';

const limits: readonly [text: string, of: string, bytes: number, perHour: boolean][] = [
  ['growth > 5MiB', 'growth', 5 << 20, false],
  ['growth > 5 MiB/h', 'growth', 5 << 20, true],
  [' Site>1.5KiB / h ', 'site', 1536, true],
  ['growth > 0', 'growth', 0, false],
];
for (const [text, of, bytes, perHour] of limits) {
  test(`${text} is a limit`, () => {
    const limit = parseLimit(text);
    assert.deepEqual(limit && [limit.of, limitIn(limit, 'bytes'), limit.perHour], [of, bytes, perHour]);
  });
}

for (const text of [
  '',
  'growth',
  'growth < 5MiB',
  'growth > MiB',
  'growth > -5MiB',
  'growth > 5MiB/min',
  'growth > 5 apples',
  'rss > 5MiB',
]) {
  test(`“${text}” is none`, () => assert.equal(parseLimit(text), null));
}

test('a limit of memory is none of a count', () => {
  const limit = parseLimit('growth > 5MiB');
  const count = parseLimit('growth > 100');
  assert.equal(limit && limitIn(limit, 'count'), null);
  assert.equal(count && limitIn(count, 'count'), 100);
});
