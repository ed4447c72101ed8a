import * as l10n from '@vscode/l10n';
import type { Suspect } from '../answers/requests.ts';
import { formatDelta, formatObjects, formatPercent, formatSamples, formatValue } from '../format.ts';
import { formatRetained } from '../measures/retainedText.ts';
import { cutName, nameSpan } from './told.ts';
import { type FoundPlace, placeData, placeText } from './toldPlace.ts';

/** A site with its place in source, and that of the reader's own code that leads to it. */
export interface FoundSite {
  readonly site: Suspect;
  readonly at: FoundPlace;
  readonly own: FoundPlace | null;
  /** Those of the reader's own that ask for the connections which pile up there. */
  readonly askers: readonly FoundPlace[];
}

/** A site in one line: place, growth, share, objects, what stayed, and who calls it. */
export function siteText({ site, at, own, askers }: FoundSite, unit: string): string {
  const { net, share, objects, retained, evidence } = site;
  const fixed = site.recognised?.fixed ?? null;
  const error =
    evidence === null
      ? ''
      : ` ± ${formatValue(evidence.standardError, unit)} (${formatSamples(evidence.samples)})`;
  return [
    `${placeText(at)}: ${formatDelta(net, unit)}${error}`,
    l10n.t`${formatPercent(share)} of the growth`,
    ...(objects === null ? [] : [formatObjects(objects.current - objects.base)]),
    ...(retained === null ? [] : [formatRetained(retained)]),
    ...(own === null ? [] : [l10n.t`called from ${placeText(own)}`]),
    ...(askers.length === 0
      ? []
      : [l10n.t`its connections are asked for in ${askers.map(placeText).join(', ')}`]),
    ...(fixed === null ? [] : [l10n.t`is back: it was fixed ${nameSpan(fixed)}`]),
  ].join(', ');
}

/** The same as data. */
export function siteData({ site, at, own, askers }: FoundSite): Readonly<Record<string, unknown>> {
  const { net, share, objects, retained, evidence } = site;
  return {
    ...placeData(at),
    growth: Math.round(net),
    shareOfGrowth: roundedShare(share),
    standardError: evidence === null ? null : Math.round(evidence.standardError),
    samples: evidence === null ? null : Math.round(evidence.samples),
    objects: objects === null ? null : Math.round(objects.current - objects.base),
    retained: retained && {
      share: roundedShare(retained.share),
      low: retained.kept && roundedShare(retained.kept.low),
      high: retained.kept && roundedShare(retained.kept.high),
    },
    calledFrom: own === null ? null : placeData(own),
    ...(askers.length > 0 && { connectionsAskedForIn: askers.map(placeData) }),
    known: site.recognised && {
      because: cutName(site.recognised.because),
      fixed: site.recognised.fixed === null ? null : cutName(site.recognised.fixed),
    },
  };
}

/** A share as data has it. */
export function roundedShare(share: number): number {
  return Number(share.toFixed(4));
}
