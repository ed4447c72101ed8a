import * as l10n from '@vscode/l10n';
import { formatDelta, formatPercent, formatSamples, formatValue } from '../format.ts';
import type { Evidence } from '../measures/noise.ts';
import type { ProfilersGrowth } from '../measures/profilersGrowth.ts';
import type { Pair } from '../measures/ranges.ts';
import type { Retained } from '../measures/retained.ts';
import { formatRetained } from '../measures/retainedText.ts';

/** A short fact beside the sentence; `why` explains it. */
export interface Chip {
  readonly text: string;
  readonly why: string;
}

/** What is known of a site's growth. */
export interface SiteGrowth {
  readonly flat: Pair;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
}

/** How much of a site stays, and how sure its growth is. */
export function siteChips({ flat, retained, evidence }: SiteGrowth, unit: string): readonly Chip[] {
  const chips: Chip[] = [];
  if (flat.base === 0) chips.push({ text: l10n.t`new`, why: l10n.t`The base holds nothing of it.` });
  if (retained !== null) {
    chips.push({
      text: formatRetained(retained),
      why: l10n.t`Of ${formatValue(retained.allocated, 'bytes')} allocated here between the captures, this share is still in use.`,
    });
  }
  if (evidence !== null && evidence.standardError > 0) {
    chips.push({
      text: l10n.t`± ${formatValue(evidence.standardError, unit)} sampling noise`,
      why: l10n.t`The growth rests on ${formatSamples(evidence.samples)}; this is its standard error.`,
    });
  }
  return chips;
}

/** Of less nobody has to know: each profile that is written takes some. */
const leastOfProfiler = 0.1;

/** What of the growth of all sites the profiler took, which may also be where others shrank. */
export function profilerShare({ net }: Pick<ProfilersGrowth, 'net'>, growth: number): string {
  return formatPercent(Math.min(1, net / growth));
}

/** Where much of the growth is no leak of the program's: what was taken to write a profile. `growth` is that of all sites. */
export function profilerChips(
  profilers: Pick<ProfilersGrowth, 'net' | 'name'> | null,
  growth: number,
  unit: string,
): readonly Chip[] {
  if (profilers === null || profilers.net < leastOfProfiler * growth) return [];
  return [
    {
      text: l10n.t`${profilerShare(profilers, growth)} by the profiler itself`,
      why: l10n.t`${formatDelta(profilers.net, unit)} was allocated to write profiles, most below ${profilers.name}: memory of the profiler, not of the program.`,
    },
  ];
}
