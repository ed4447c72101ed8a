import assert from 'node:assert/strict';
import test from 'node:test';
import { verifyFix } from '../../../src/core/fix/verifyFix.ts';
import { reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import type { SeriesAnswer } from '../../../src/core/series/series.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { tellFix } from '../../../src/core/tell/tellFix.ts';
import { asProfiled } from '../../../src/core/tell/toldPlace.ts';
import { profileOf, samplesOf } from '../answers/lookAt.ts';

function series(...values: readonly number[]): SeriesAnswer {
  return seriesAnswer(
    values.map((value, i) => {
      const timeNanos = BigInt(Date.UTC(2026, 10, 25, 13, 5 * i)) * 1_000_000n;
      return reduceCapture(
        profileOf({ samples: samplesOf(`main;put@p.go:3 ${value}`), timeNanos }),
        `h${i}.pb`,
      );
    }),
  );
}

test('a fix is told with both series and what became of the suspects', () => {
  const [before, after] = [series(10, 20, 30, 40), series(5, 6, 5, 6)];
  const verdict = verifyFix(before, after);
  const suspects = verdict.sites.map(site => asProfiled({ ...site, startLine: 0 }));
  const { markdown, data } = tellFix(before, after, verdict, suspects);
  assert.match(markdown, /^\*\*Fixed: /);
  assert.match(markdown, /\n- `put` \(`p\.go:3`\) does not grow any more\n/);
  const unknown = { ...verdict, sites: verdict.sites.map(site => ({ ...site, gone: null })) };
  assert.match(
    tellFix(before, after, unknown, suspects).markdown,
    /\n- whether `put` \(`p\.go:3`\) still grows is not known\n/,
  );
  assert.match(markdown, /\nBefore, 4 captures: Staircase[\s\S]*\nAfter, 4 captures: Flat/);
  assert.equal((data['verdict'] as { kind: string }).kind, 'fixed');
  // What it says of each series, and not all that heap_over_time would.
  assert.deepEqual((data['before'] as { captureCount: number }).captureCount, 4);
  assert.equal('captures' in (data['before'] as object), false);
});
