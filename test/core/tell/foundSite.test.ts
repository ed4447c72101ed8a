import assert from 'node:assert/strict';
import test from 'node:test';
import { siteData, siteText } from '../../../src/core/tell/foundSite.ts';
import { siteOf } from '../report/reportOf.ts';

const site = {
  ...siteOf('main.put', 3 << 20, { share: 0.75, objects: { base: 1, current: 5 } }),
  recognised: null,
};
const at = { name: 'main.put', path: '/work/c.go', line: 33, isFound: true };

test('a site in one line, and as data', () => {
  assert.equal(
    siteText(
      { site, at, own: { name: 'main.serve', path: '/work/s.go', line: 4, isFound: true }, askers: [] },
      'bytes',
    ),
    '`main.put` (`/work/c.go:33`): +3.0 MiB, 75 % of the growth, +4 objects, called from `main.serve` (`/work/s.go:4`)',
  );
  const asker = { name: 'main.ask', path: '/work/a.go', line: 7, isFound: true };
  assert.match(
    siteText({ site, at, own: null, askers: [asker, asker] }, 'bytes'),
    /, its connections are asked for in `main\.ask` \(`\/work\/a\.go:7`\), `main\.ask` \(`\/work\/a\.go:7`\)$/,
  );
  assert.deepEqual(siteData({ site, at, own: null, askers: [asker] })['connectionsAskedForIn'], [
    { function: 'main.ask', file: '/work/a.go', line: 7, fileFound: true },
  ]);
  const { growth, shareOfGrowth, retained, calledFrom } = siteData({ site, at, own: null, askers: [] });
  assert.deepEqual([growth, shareOfGrowth, retained, calledFrom], [3 << 20, 0.75, null, null]);
});
