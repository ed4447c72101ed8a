import assert from 'node:assert/strict';
import test from 'node:test';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { type ComparisonFacts, tellComparison } from '../../../src/core/tell/tellComparison.ts';
import { bytesOf } from '../../../src/core/tell/told.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { silent, siteOf } from '../report/reportOf.ts';

const file = { name: 'a.pb', format: 'proto', timeMs: 0, durationMs: 0, samples: 1 } as const;
const info: DiffInfo = {
  base: file,
  current: { ...file, timeMs: 1_800_000 },
  reordered: false,
  sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }],
  defaultSampleType: 'inuse_space',
  notices: [],
};
const site = {
  ...siteOf('main.put', 3 << 20, { share: 0.75, objects: { base: 1, current: 5 } }),
  recognised: null,
};
const at = { name: 'main.put', path: '/work/c.go', line: 33, isFound: true };
const facts: ComparisonFacts = {
  base: '/p/a.pb',
  current: '/p/b.pb',
  info,
  type: { type: 'inuse_space', unit: 'bytes' },
  options: inuseSpace,
  headline: {
    ...silent,
    rateOver: 1_800_000,
    sentence: [{ strong: '75 %' }, ' is in ', { place: site }, '.'],
    site,
  },
  total: { base: 10, current: 10 + (4 << 20) },
  evidence: { samples: 8, standardError: 1 << 20 },
  sites: [{ site, at, own: null, askers: [] }],
  siteCount: 3,
  aside: [],
  shareTold: 0.75,
  shareBeyondNoise: 0.93,
};

test('places are those of today, and what is left out is counted', () => {
  const { markdown, data } = tellComparison(facts);
  assert.match(markdown, /^\*\*\+4 B\*\* \(.*\)\. 75 % is in `main\.put` \(`\/work\/c\.go:33`\)\.\n/);
  assert.match(
    markdown,
    /\n1 of 3 sites beyond noise, 75 % of the growth; 7\.0 % lies in sites within noise:\n/,
  );
  assert.match(markdown, /rests on about 8 samples, ± 1\.0 MiB: it is beyond sampling noise/);
  assert.equal(data['growth'], 4 << 20);
  assert.equal(data['perHour'], 8 << 20);
  assert.equal(tellComparison({ ...facts, total: { base: 10, current: 10.1 } }).data['perHour'], 0.2);
  assert.equal(data['sitesBeyondNoise'], 3);
});

test('that only a part is counted is said, in the data too: a pattern that nothing matches would pass for a heap that is flat', () => {
  const options = { ...inuseSpace, filter: { ...noFilter, focus: 'nothign' } };
  const { markdown, data } = tellComparison({ ...facts, options });
  const said = 'Only what pprof’s filters leave is counted: focus `nothign`.';
  assert.ok(markdown.includes(`\n${said}\n`));
  assert.deepEqual(data['notices'], [said]);
});

test('what a change rests on is said where there is one', () => {
  const { markdown } = tellComparison({ ...facts, total: { base: 10, current: 10 } });
  assert.doesNotMatch(markdown, /rests on|sampling noise/);
});

test('several sites are in an order that is said, of a sampling that may be unknown, and one of a thing is one', () => {
  const objects = { base: 1, current: 2 };
  const one = { ...site, objects, evidence: { samples: 1, standardError: 1 << 20 } };
  const sites = [
    { site: one, at, own: null, askers: [] },
    { site, at, own: null, askers: [] },
  ];
  const { markdown } = tellComparison({ ...facts, sites });
  assert.match(markdown, /\n2 of 3 sites beyond noise, the most probable leak first, 75 % of the growth; /);
  assert.match(markdown, /\+3\.0 MiB ± 1\.0 MiB \(about 1 sample\), 75 % of the growth, \+1 object\n/);
  assert.match(
    tellComparison({ ...facts, sites, evidence: null, shareBeyondNoise: 1 }).markdown,
    /\n2 of 3 sites that grew, the most probable leak first, 75 % of the growth:\n/,
  );
});

test('known leaks are set aside with their reason, and one that was fixed is back', () => {
  const known = { ...site, recognised: { because: 'a `cache`', fixed: null } };
  const back = { ...site, recognised: { because: '', fixed: 'in #12' } };
  const { markdown, data } = tellComparison({
    ...facts,
    sites: [{ site: back, at, own: null, askers: [] }],
    aside: [{ site: known, at, own: null, askers: [] }],
  });
  assert.match(markdown, /\n1\. `main\.put` .*, is back: it was fixed `in #12`\n/);
  assert.match(
    markdown,
    /\nSet aside as known leaks: 1 site, \+3\.0 MiB:\n- `main\.put` \(`\/work\/c\.go:33`\): \+3\.0 MiB, because `a ˋcacheˋ`\n/,
  );
  assert.equal(JSON.stringify(data['setAside']).includes('"because":"a `cache`"'), true);
});

test('names of any length leave an answer below 5 kB with its sentence', () => {
  const long = { ...siteOf('N'.repeat(50_000), 5, { file: `/${'d'.repeat(50_000)}` }), recognised: null };
  const sites = Array.from({ length: 20 }, () => ({
    site: long,
    at: { name: long.name, path: long.file, line: 1, isFound: false },
    own: null,
    askers: [],
  }));
  const { markdown } = tellComparison({
    ...facts,
    sites,
    base: 'b'.repeat(5_000),
    headline: { ...facts.headline, sentence: [{ place: long }] },
  });
  assert.ok(bytesOf(markdown) <= 5_000);
  assert.match(markdown, /^\*\*\+4 B\*\*/);
});
