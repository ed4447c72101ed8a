import assert from 'node:assert/strict';
import test from 'node:test';
import { reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { cutSentence, tellSeries } from '../../../src/core/tell/tellSeries.ts';
import { asProfiled } from '../../../src/core/tell/toldPlace.ts';
import { profileOf, samplesOf } from '../answers/lookAt.ts';
import { captures, restartedCaptures } from '../series/captures.ts';

test('of many captures some are told, the first and last among them, and of many sites the first', () => {
  const captures = Array.from({ length: 40 }, (_, i) => {
    const timeNanos = BigInt(Date.UTC(2026, 10, 25, 13, i)) * 1_000_000n;
    return reduceCapture(
      profileOf({ samples: samplesOf(`main;put@p.go:3 ${10 + i}`), timeNanos }),
      `h${i}.pb`,
    );
  });
  const answer = seriesAnswer(captures);
  const sites = answer.sites.map(site => ({ site, at: asProfiled({ ...site, startLine: 0 }), own: null }));
  const { markdown, data } = tellSeries(answer, sites);
  assert.match(markdown, /^\*\*Staircase: 10 B → 49 B over 40 captures/);
  assert.match(markdown, /\n1\. `h0\.pb` 2026-11-25 13:00:00 10 B\n/);
  assert.match(
    markdown,
    /\n40\. `h39\.pb` 2026-11-25 13:39:00 49 B \(\+1 B\)\n12 of 40 captures \(30 %\)\.\n/,
  );
  assert.match(
    markdown,
    /1 of 1 site that grew, the largest growth first:\n1\. `put` \(`p\.go:3`\): Staircase/,
  );
  assert.equal(data['captureCount'], 40);
  assert.match(markdown, /Next: `explain_growth \{"base":"h0\.pb","current":"h39\.pb","site":"put"\}`/);
});

test('after a restart the captures to go on with are those that the verdict is on', () => {
  const answer = seriesAnswer(restartedCaptures([10, 20, 30, 40, 50, 9], 5));
  const sites = answer.sites.map(site => ({ site, at: asProfiled({ ...site, startLine: 0 }), own: null }));
  assert.match(
    tellSeries(answer, sites).markdown,
    /Next: `explain_growth \{"base":"heap-1\.pb\.gz","current":"heap-5\.pb\.gz","site":"put"\}` .*are captures 1 and 5\)\.$/m,
  );
});

test('a site of a library is told with the own line that calls it', () => {
  const [site] = seriesAnswer(captures(10, 20, 30, 40)).sites;
  assert.ok(site);
  const own = { name: 'main.key', path: '/app/k.go', line: 9, isFound: true };
  const { markdown, data } = tellSeries(seriesAnswer(captures(10, 20, 30, 40)), [
    { site, at: asProfiled({ ...site, startLine: 0 }), own },
  ]);
  assert.match(markdown, /\n1\. `put` \(`put\.go:7`\), called from your `main\.key` \(`\/app\/k\.go:9`\): /);
  assert.deepEqual(data['sites'], [
    {
      function: 'put',
      file: 'put.go',
      line: 7,
      fileFound: false,
      calledFrom: { function: 'main.key', file: '/app/k.go', line: 9, fileFound: true },
      verdict: { kind: 'staircase', sentence: site.verdict.sentence, perHour: site.verdict.perHour },
    },
  ]);
});

test('names in a sentence mean nothing to Markdown', () => {
  assert.equal(cutSentence('(*c).p <b>'), '(\\*c).p \\<b\\>');
});
