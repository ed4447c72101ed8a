import { barePlace } from '../names/place.ts';
import type { SeriesAnswer, Verdict } from '../series/series.ts';
import { type Judged, judge, type Measured, noTimes } from './judge.ts';
import type { GrowthLimit } from './limit.ts';

const hour = 3_600_000;

/**
 * Holds a limit against a series: its verdicts say what is growth. Of what they call flat the trend counts, which may be chance: where
 * that is past the limit, it cannot be judged.
 */
export function judgeSeries(limit: GrowthLimit, { sampleType, verdict, sites }: SeriesAnswer): Judged {
  const measured = limit.perHour ? rateOf : growthOf;
  return judge(limit, {
    ...sampleType,
    whole: measured(verdict),
    sites: sites.map(site => ({ ...measured(site.verdict), place: barePlace(site) })),
    // Growth is given by the hour already.
    hours: limit.perHour ? 1 : null,
    blocked: null,
  });
}

/** From the first to the last of the captures that the verdict is on; what stayed of it where the load has stopped. */
function growthOf(verdict: Verdict): Measured {
  const { kind, perHour, seen, left } = verdict;
  if (kind === 'followsTraffic' && left !== null) return { ...certainty(verdict), growth: left.change };
  const isTrend = kind === 'flat' && perHour !== null && seen.milliseconds > 0;
  return {
    ...certainty(verdict),
    growth: isTrend ? (perHour.value * seen.milliseconds) / hour : seen.change,
  };
}

/** An hour. What is not known may be any growth. */
function rateOf(verdict: Verdict): Measured {
  const { kind, perHour, seen, left } = verdict;
  const sure = certainty(verdict);
  const isLeft = kind === 'followsTraffic' && left !== null;
  const { change, milliseconds } = isLeft ? left : seen;
  if (perHour === null && change > 0)
    return { ...sure, growth: Number.MAX_VALUE, unknown: sure.unknown ?? noTimes };
  // A step alone makes no rate.
  if (kind === 'oneStep' && (perHour?.low ?? 0) <= 0)
    return { ...sure, growth: perHourOf(change, milliseconds), unknown: said(verdict) };
  return { ...sure, growth: isLeft ? perHourOf(change, milliseconds) : (perHour?.value ?? 0) };
}

function perHourOf(change: number, milliseconds: number): number {
  return milliseconds > 0 ? (change * hour) / milliseconds : 0;
}

function certainty(verdict: Verdict): Omit<Measured, 'growth'> {
  const { kind, left } = verdict;
  const isUnsure = kind === 'cannotSay' || kind === 'flat' || left?.isNoise === true;
  return {
    evidence: null,
    unknown: isUnsure ? said(verdict) : null,
    withLoad: kind === 'followsTraffic' && left === null,
  };
}

function said({ sentence }: Verdict): string {
  return sentence.replace(/\.$/, '');
}
