import type { Judged } from '../core/gate/judge.ts';
import { barePlace, type Place } from '../core/names/place.ts';
import { siteKey } from '../core/reduce/seriesNames.ts';
import { limitText } from '../core/report/limitLines.ts';
import { reportSarif } from '../core/report/reportSarif.ts';
import type { SeriesAnswer, Verdict } from '../core/series/series.ts';
import { shownName } from '../core/shown.ts';
import { isSame, located, type SaidAt } from './sarifSites.ts';
import { version } from './version.ts';

/** Sites of a series that grow without coming back, and those that passed a limit, at their lines: of the whole's, the one that grew most. */
export async function seriesSarif(answer: SeriesAnswer, judged: readonly Judged[]): Promise<string> {
  const wholePassed = judged.some(({ limit, outcome }) => limit.of === 'growth' && outcome === 'passed');
  const passed = judged.flatMap(each => (each.outcome === 'passed' ? each.sites : []));
  const sites = answer.sites.map((site, i) => {
    const place = barePlace(site);
    return {
      place,
      own: site.calledFrom,
      verdict: site.verdict,
      isPast: passed.some(each => isSame(each, place)) || (wholePassed && i === 0),
    };
  });
  const results = sites
    .filter(({ verdict, isPast }) => verdict.kind === 'staircase' || isPast)
    .map(({ place, own, verdict, isPast }) => ({
      at: [
        said(place, place, verdict),
        ...(own === null ? [] : [said(own, place, verdict, 'Called here: ')]),
      ] as const,
      level: isPast ? ('error' as const) : ('warning' as const),
      fingerprint: siteKey(place.name, '').trim(),
      known: null,
    }));
  const notes = [
    ...judged.filter(({ outcome }) => outcome !== 'held').map(limitText),
    ...answer.notices,
    ...answer.leftOut.map(({ why }) => why),
  ];
  return reportSarif(await located(results), notes, version());
}

function said(place: Place, site: Place, { sentence }: Verdict, how = ''): SaidAt {
  return { place, text: `${how}${shownName(site.name)}: ${sentence}` };
}
