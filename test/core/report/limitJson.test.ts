import assert from 'node:assert/strict';
import test from 'node:test';
import { parseLimit } from '../../../src/core/gate/limit.ts';
import { fingerprintJson, limitJson } from '../../../src/core/report/limitJson.ts';
import { siteOf } from './reportOf.ts';

test('limits and fingerprints are JSON, an entry of the file of known leaks among it', () => {
  const limit = parseLimit('site > 1MiB');
  assert.ok(limit !== null);
  const site = siteOf('main.put', 5.4);
  const judged = { limit, outcome: 'passed', sentence: '+5 B', sites: [site] } as const;
  assert.deepEqual(JSON.parse(limitJson([judged])), [
    {
      limit: 'site > 1MiB',
      outcome: 'passed',
      sentence: '+5 B',
      sites: [{ name: 'main.put', file: '/src/c.go', line: 31 }],
    },
  ]);
  const fingerprint = { site: 'main.put', own: ['main.main'] };
  assert.deepEqual(
    JSON.parse(
      fingerprintJson([
        { site, fingerprint, known: { ...fingerprint, because: 'a cache', fixed: null }, back: null },
      ]),
    ),
    [{ site: 'main.put', own: ['main.main'], net: 5, known: 'a cache', back: null }],
  );
  assert.equal(fingerprintJson([]), '[]');
});
