import assert from 'node:assert/strict';
import test from 'node:test';
import { backAs, knownAs, parseKnownLeaks } from '../../../src/core/known/knownLeaks.ts';

test('an entry names a site and as many callers as it has to', () => {
  const known = parseKnownLeaks(
    JSON.stringify({
      known: [
        { site: 'main.put', own: ['main.serve'], because: 'a cache that is bounded at 1 GiB' },
        { site: 'main.log' },
      ],
    }),
  );
  assert.equal(knownAs({ site: 'main.put', own: ['main.serve', 'main.main'] }, known), known[0]);
  assert.equal(knownAs({ site: 'main.put', own: ['main.batch', 'main.serve'] }, known), undefined);
  assert.equal(knownAs({ site: 'main.log', own: ['main.batch'] }, known), known[1]);
  assert.equal(knownAs({ site: 'main.other', own: [] }, known), undefined);
});

test('what was fixed is not set aside, and is back where it grows', () => {
  const [fixed, other] = parseKnownLeaks(
    '{"known": [{"site": "f", "fixed": "2026-11-28"}, {"site": "f", "own": ["g"]}]}',
  );
  assert.ok(fixed !== undefined && other !== undefined);
  assert.equal(knownAs({ site: 'f', own: [] }, [fixed, other]), undefined);
  assert.equal(backAs({ site: 'f', own: [] }, [fixed, other]), fixed);
  assert.equal(knownAs({ site: 'f', own: ['g'] }, [fixed, other]), other);
  assert.equal(backAs({ site: 'f', own: ['g'] }, [fixed, other]), undefined);
});

const wrong: readonly [text: string, why: RegExp][] = [
  ['{', /^is no JSON$/],
  ['[]', /^has to be an object/],
  ['{}', /^has no list “known”$/],
  ['{"knwon": []}', /^has “knwon” in it, which is none of known$/],
  ['{"known": [{"own": []}]}', /^has no “site” in entry 1/],
  [
    '{"known": [{"site": "f", "line": 3}]}',
    /^has “line” in entry 1 of “known”, which is none of site, own, because, fixed$/,
  ],
  ['{"known": [{"site": "f", "own": "main"}]}', /that is no list of up to three functions$/],
  ['{"known": [{"site": "f", "own": ["a", "b", "c", "d"]}]}', /that is no list of up to three functions$/],
  ['{"known": [{"site": "f", "because": 3}]}', /that is no text$/],
  ['{"known": [{"site": "f", "fixed": true}]}', /that does not say when or how$/],
  [JSON.stringify({ known: Array(1001).fill({ site: 'f' }) }), /^lists more than 1000 leaks$/],
  [' '.repeat((1 << 20) + 1), /^is larger than 1 MiB$/],
];
for (const [text, why] of wrong) {
  test(`a file that ${why.source} is refused: a typing mistake lets a leak through`, () => {
    assert.throws(() => parseKnownLeaks(text), { code: 'badOption', detail: why });
  });
}
