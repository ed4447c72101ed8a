import type { Place } from '../names/place.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import type { SiteValue, SiteValues } from '../reduce/siteValues.ts';

/** A site over all captures of a series. */
export interface SiteCourse {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  /** The line with most of it in the last capture that has any. */
  readonly line: number;
  /** Own functions above it, the nearest first, as in the same capture. */
  readonly own: readonly string[];
  /** The own line that calls it there; null where it is own itself, or none does. */
  readonly calledFrom: Place | null;
  /** One for each capture. */
  readonly values: Float64Array;
  /** Variance that sampling gives to one unit of the value. */
  readonly variance: number;
}

/** All sites of the captures, in the order in which they were first seen. */
export function siteCourses(captures: readonly ReducedCapture[]): SiteCourse[] {
  const sums = new Map<string, { last: SiteValue; values: Float64Array; variance: number }>();
  chosenSites(captures).forEach((sites, i) => {
    for (const [key, site] of sites) {
      const sum = sums.get(key) ?? { last: site, values: new Float64Array(captures.length), variance: 0 };
      sums.set(key, sum);
      sum.values[i] = site.value;
      sum.variance += site.variance;
      if (site.value > 0) sum.last = site;
    }
  });
  return Array.from(sums, ([key, { last, values, variance }]) => {
    const value = values.reduce((sum, each) => sum + Math.abs(each), 0);
    const { name, file, line, own, calledFrom } = last;
    return { key, name, file, line, own, calledFrom, values, variance: value > 0 ? variance / value : 0 };
  });
}

/** Functions that every stack ends in are left out where they are of every capture that holds anything. */
function chosenSites(captures: readonly ReducedCapture[]): readonly SiteValues[] {
  const beyond = captures.every(({ beyondCommon, sites }) => beyondCommon !== null || sites.size === 0);
  return captures.map(({ sites, beyondCommon }) => (beyond ? (beyondCommon ?? sites) : sites));
}
