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
  { timeout: [30e9, 'nanoseconds'] as const, kept: [7, 'items'] as const },
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
  ['timeout=30s', [6]],
  ['timeout=:30s', [6]],
  ['1s:30s', [4, 6]],
  ['timeout=1min', []],
  ['timeout=:1min', [6]],
  ['bytes=48', [0]],
  ['48', []],
  ['bytes=:4096', [0, 1]],
  ['bytes=1kb:4', [1]],
  ['bytes=1:64kb', []],
  ['1:64kb', []],
  ['kept=7', [6]],
  ['kept=7items', [6]],
  ['kept=7kb', [6]],
  ['=4kb', [1]],
  ['=/ingest', [2]],
  ['=ann', [3]],
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
