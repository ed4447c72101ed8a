import assert from 'node:assert/strict';
import test from 'node:test';
import { compileTagFilter } from '../../../src/core/stacks/tagFilter.ts';
import { profileOf } from '../answers/lookAt.ts';

const labels = [
  { bytes: 48 },
  { bytes: 4096 },
  { bytes: 65536, route: '/ingest' },
  { route: '/health', user: 'ann' },
  { latency: [3, 'seconds'] as const },
  {},
];
const profile = profileOf({ samples: labels.map(each => ({ stack: ['f'], values: [1], labels: each })) });

function matching(filter: string): number[] {
  const test = compileTagFilter('tag focus', filter)?.(profile);
  return labels.flatMap((_, sample) => (test?.(sample) ? [sample] : []));
}

const filters: readonly [filter: string, samples: number[]][] = [
  ['48b', [0]],
  ['4kb', [1]],
  ['bytes=4kb:', [1, 2]],
  ['bytes=:4kb', [0, 1]],
  ['bytes=1kb:32kb', [1]],
  ['route=4kb', []],
  ['1s:5000ms', [4]],
  ['bytes=48', [0]],
  ['ingest', [2]],
  ['route:/h', [3]],
  ['route=ingest', [2]],
  ['route=ingest,health', [2, 3]],
  ['health,ann', [3]],
  ['health,ingest', []],
  ['user=ingest', []],
];

for (const [filter, expected] of filters) {
  test(`${filter} matches ${expected.length} samples`, () => {
    assert.deepEqual(matching(filter), expected);
  });
}

test('an empty filter is none, and one that is not valid is refused', () => {
  assert.equal(compileTagFilter('tag focus', ''), undefined);
  assert.throws(() => compileTagFilter('tag focus', 'route=('), { code: 'badOption' });
});
