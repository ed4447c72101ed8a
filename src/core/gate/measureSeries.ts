import { barePlace } from '../names/place.ts';
import type { SeriesAnswer, Verdict } from '../series/series.ts';
import { asideAt } from '../series/setAside.ts';
import { type Judged, judge, type Measured, type Measurement, noTimes } from './judge.ts';
import type { GrowthLimit } from './limit.ts';

/** Holds a limit against a series: its verdicts say what is growth, and statistics how much of it is sure. */
export function judgeSeries(limit: GrowthLimit, answer: SeriesAnswer): Judged {
  return judge(limit, limit.perHour ? rates(answer) : steps(answer));
}

function rates(answer: SeriesAnswer): Measurement {
  const { sampleType, verdict, sites } = answer;
  return {
    ...sampleType,
    whole: rateOf(verdict),
    sites: sites.map(site => ({ ...rateOf(site.verdict), place: barePlace(site) })),
    // Growth is given by the hour already.
    hours: 1,
    blocked: null,
  };
}

function steps(answer: SeriesAnswer): Measurement {
  const { sampleType, captures, verdict, sites } = answer;
  const { from, to } = answer.judged;
  const stepOf = (of: Verdict, values: readonly number[]): Measured => {
    const growth = (values[to - 1] ?? 0) - (values[from] ?? 0);
    return { growth: goesOn(of) ? growth : 0, evidence: null, unknown: unknownIn(of) };
  };
  return {
    ...sampleType,
    whole: stepOf(
      verdict,
      captures.map(({ total }, i) => total - asideAt(answer.setAside, i)),
    ),
    sites: sites.map(site => ({ ...stepOf(site.verdict, site.values), place: barePlace(site) })),
    hours: null,
    blocked: null,
  };
}

/** What is not known may be any growth. */
function rateOf(verdict: Verdict): Measured {
  const { perHour } = verdict;
  if (perHour === null && goesOn(verdict))
    return { growth: Number.MAX_VALUE, evidence: null, unknown: unknownIn(verdict) ?? noTimes };
  const grows = goesOn(verdict) && (perHour?.low ?? 0) > 0;
  return { growth: grows ? (perHour?.value ?? 0) : 0, evidence: null, unknown: unknownIn(verdict) };
}

/** Whether it is growth, or may be. */
function goesOn({ kind }: Verdict): boolean {
  return kind === 'staircase' || kind === 'oneStep' || kind === 'cannotSay';
}

function unknownIn({ kind, sentence }: Verdict): string | null {
  return kind === 'cannotSay' ? sentence.replace(/\.$/, '') : null;
}
