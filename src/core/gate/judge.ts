import { formatCount, formatDelta, formatRateCount, formatValue } from '../format.ts';
import { type Evidence, isNoise } from '../measures/noise.ts';
import type { Place } from '../names/place.ts';
import { type GrowthLimit, limitIn } from './limit.ts';

/** What became of a limit. */
export type Outcome = 'held' | 'passed' | 'cannotJudge';

/** A growth, and what it rests on. */
export interface Measured {
  readonly growth: number;
  /** Null where nothing is known of noise: every growth counts then. */
  readonly evidence: Evidence | null;
  /** Why it may be no growth after all; null where it is one. */
  readonly unknown: string | null;
  /** It comes and goes with the load, which is no growth. */
  readonly withLoad?: boolean;
}

/** A site that may pass a limit. */
export interface MeasuredSite extends Measured {
  readonly place: Place;
}

/** What limits are held against; known leaks are set aside already. */
export interface Measurement {
  readonly type: string;
  readonly unit: string;
  readonly whole: Measured;
  readonly sites: readonly MeasuredSite[];
  /** In which one process grew, from the first capture to the last; null where that is not known, or there were two. */
  readonly hours: number | null;
  /** Why there are no `hours`, where a pair tells it. */
  readonly noHours?: string;
  /** What makes all numbers worthless, such as two programs; null where nothing does. */
  readonly blocked: string | null;
}

/** A limit that was judged, and the sites that passed it. */
export interface Judged {
  readonly limit: GrowthLimit;
  readonly outcome: Outcome;
  /** Never without its numbers. */
  readonly sentence: string;
  readonly sites: readonly Place[];
}

/** Why there is no growth an hour. */
export const noTimes = 'nothing is known of how much time is between the captures';

/** Holds a limit against what was measured. */
export function judge(limit: GrowthLimit, measurement: Measurement): Judged {
  const { blocked, hours, unit, type, whole } = measurement;
  const most = limitIn(limit, unit);
  const cannot = (why: string): Judged => ({ limit, outcome: 'cannotJudge', sentence: why, sites: [] });
  if (most === null) return cannot(`${type} is not measured in ${limit.unit}`);
  if (blocked !== null) return cannot(blocked);
  if (limit.perHour && (hours === null || hours <= 0)) {
    return cannot(measurement.noHours ?? noTimes);
  }
  const scale = limit.perHour ? 1 / (hours ?? 1) : 1;
  const per = limit.perHour ? '/h' : '';
  const counted = limit.perHour ? formatRateCount : formatCount;
  const told = (growth: number): string => `${formatDelta(growth * scale, unit, counted)}${per}`;
  const past = (limit.of === 'site' ? measurement.sites : [whole]).filter(
    ({ growth, withLoad }) => withLoad !== true && growth * scale > most,
  );
  const sure = past.filter(({ growth, evidence, unknown }) => unknown === null && !isNoise(growth, evidence));
  const [first] = past;
  if (sure.length > 0) {
    const sites = sure.flatMap(measured => ('place' in measured ? [measured.place] : []));
    const largest = told(Math.max(...sure.map(({ growth }) => growth)));
    const where = sites.length > 1 ? ` at the largest of ${sites.length} sites` : '';
    return { limit, outcome: 'passed', sentence: `${largest}${where}`, sites };
  }
  if (first !== undefined) {
    const spread = formatValue(2 * (first.evidence?.standardError ?? 0) * scale, unit, counted);
    const noise = `${told(first.growth)} is within sampling noise (± ${spread}${per})`;
    return cannot(first.unknown ?? noise);
  }
  const lasting = measurement.sites.filter(({ withLoad }) => withLoad !== true);
  const largest = Math.max(0, ...lasting.map(({ growth }) => growth));
  const held = limit.of === 'growth' ? whole.growth : largest;
  const ofWhole = whole.withLoad === true ? ', which comes and goes with the load' : '';
  const where = limit.of === 'growth' ? ofWhole : ' at most at a site';
  return { limit, outcome: 'held', sentence: `${told(held)}${where}`, sites: [] };
}
