import assert from 'node:assert/strict';
import test from 'node:test';
import { parseLimit } from '../../../src/core/metrics/parseLimit.ts';

test('a limit is read as people and Kubernetes write it', () => {
  const limits = {
    '512Mi': 512 * 2 ** 20,
    '512 MiB': 512 * 2 ** 20,
    ' 1.5 GiB ': 1.5 * 2 ** 30,
    '1,5Gi': 1.5 * 2 ** 30,
    '500M': 5e8,
    '2 GB': 2e9,
    '64k': 64_000,
    '536870912': 536_870_912,
    '100 bytes': 100,
  };
  for (const [text, bytes] of Object.entries(limits)) assert.equal(parseLimit(text), bytes, text);
});

test('what is no limit is none', () => {
  for (const text of ['', 'much', '-5Mi', '0', '0 MiB', '5 Xi', '1e9', '5 Mi 3', `${'9'.repeat(400)}Ti`]) {
    assert.equal(parseLimit(text), null, text);
  }
});
