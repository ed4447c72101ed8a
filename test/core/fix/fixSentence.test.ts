import assert from 'node:assert/strict';
import test from 'node:test';
import { fixSentence } from '../../../src/core/fix/fixSentence.ts';
import type { FixedSite, FixVerdict } from '../../../src/core/fix/verifyFix.ts';
import type { SeriesAnswer } from '../../../src/core/series/series.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captures } from '../series/captures.ts';

const grows = seriesAnswer(captures(10, 20, 30, 40));
const rate = (value: number) => ({ value, low: value - 1, high: value + 1 });
const site = (name: string, gone: boolean | null): FixedSite => ({ name, file: '', line: 0, gone });

function said(verdict: Partial<FixVerdict>, after: SeriesAnswer = grows): string {
  const rates = { per: 'hour' as const, seen: 3_600_000, before: rate(60), after: rate(5) };
  return fixSentence({ kind: 'fixed', ...rates, sites: [], ...verdict }, grows, after);
}

test('what became of each suspect is said, and where that is not known', () => {
  const sites = [site('a.f', true), site('b.g', false), site('c.h', null), site('d.i', true)];
  assert.equal(
    said({ sites }),
    'Fixed: +60 B/h (59 B … 61 B) before, +5 B/h (4 B … 6 B) after. a.f, d.i are gone from the suspects. b.g still grows. Whether c.h still grows is not known.',
  );
  assert.doesNotMatch(said({ kind: 'cannotSay', sites }), /suspects|grows/);
});

test('by requests, and without the intervals being held against what drained', () => {
  assert.match(said({ per: 'requests' }), /^Fixed: \+60 B per 1,000 requests \(59 B … 61 B\) before/);
  assert.match(said({ kind: 'notFixed', after: rate(60) }), /after; the intervals meet\.$/);
  assert.match(said({ kind: 'notFixed', after: rate(90) }), /after; it grows faster\.$/);
  const [one, two, three, four, settled] = captures(10, 40, 70, 100, 20);
  const all = [one, two, three, four, settled].filter(each => each !== undefined);
  const drains = seriesAnswer(all, { settled: new Set([settled?.file ?? '']) });
  assert.match(
    said({ kind: 'notFixed', after: rate(90) }, drains),
    /after, which drained once the load had stopped but for \+10 B in 20 min\.$/,
  );
});
