import * as l10n from '@vscode/l10n';
import { filled } from '../filled.ts';
import { formatDelta, formatPercent } from '../format.ts';
import { type Evidence, isNoise } from '../measures/noise.ts';
import type { Place } from '../names/place.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import { noneGrown, wordsOf } from '../pair/valueWords.ts';
import type { LeadingSites, Site } from './sites.ts';

/** Words, words that weigh most, or a place in source. */
export type Piece = string | { readonly strong: string } | { readonly place: Place };

/** A site with less of the growth than this is not where the leak is, only where the growth is largest. */
const standsOut = 0.05;

/** Where one profile holds most. */
export function aloneSentence(
  { grown, nameless }: LeadingSites,
  held: number,
  kind: ValueKind,
): readonly Piece[] {
  if (grown !== null) {
    const share = held <= 0 ? 0 : grown.net / held;
    return withPlace(wordsOf(kind).heldIn, { strong: formatPercent(share) }, placesOf(grown));
  }
  return nameless === null
    ? [l10n.t`The profile holds nothing of this sample type.`]
    : endsInAllocator(nameless.name);
}

/** Where a comparison's growth is, or what shrank. */
export function pairSentence(
  { grown, isLargest, inPackage, shrunk, growth: sum, nameless }: LeadingSites,
  increase: number,
  direction: 'grew' | 'shrank' | 'flat',
  unit: string,
  kind: ValueKind,
): readonly Piece[] {
  const words = wordsOf(kind);
  if (grown === null) {
    if (nameless !== null && direction === 'grew') return endsInAllocator(nameless.name);
    const among = sum > 0 ? words : noneGrown(increase > 0);
    if (shrunk === null) return [among.noneGrew];
    const less = formatDelta(shrunk.net, unit);
    return filled<readonly Piece[]>(among.noneGrewBut, placesOf(shrunk), [less]).flat();
  }
  const [largestIn, largest] = isLargest
    ? [words.largestIn, l10n.t('No site stands out. The largest: {0}')]
    : [
        l10n.t('{0} is the largest growth beyond sampling noise, allocated in {1}.'),
        l10n.t('No site stands out. The largest beyond sampling noise: {0}'),
      ];
  if (direction !== 'grew')
    return withPlace(largestIn, { strong: formatDelta(grown.net, unit) }, placesOf(grown));
  const leads = withPlace(words.growthIn, { strong: formatPercent(grown.share) }, placesOf(grown));
  const said = grown.share >= standsOut ? leads : filled(largest, leads).flat();
  if (inPackage === null) return said;
  const whole = filled<Piece>(l10n.t('The site’s whole package has {0}.'), {
    strong: formatPercent(inPackage),
  });
  return [...said, ' ', ...whole];
}

/** A message about a value and a place. */
function withPlace(message: string, value: Piece, place: readonly Piece[]): readonly Piece[] {
  return filled<readonly Piece[]>(message, [value], place).flat();
}

function endsInAllocator(name: string): readonly Piece[] {
  const place = { name, file: '', line: 0, startLine: 0 };
  return filled(l10n.t('Every stack that grew ends in {0}: it is probably the allocator.'), { place });
}

/** A site, and the reader's own code that leads there. */
function placesOf(site: Site): readonly Piece[] {
  if (site.own === null) return [{ place: site }];
  return filled(l10n.t('{0}, called from your {1}'), { place: site }, { place: site.own });
}

/** The profiler has more of the growth than the site that is named. */
export function takenByProfiler(share: string): readonly Piece[] {
  const taken = l10n.t('{0} was taken by the profiler itself, to write profiles.');
  return [' ', ...filled<Piece>(taken, { strong: share })];
}

/** Stacks that grew where their sites did not: what they hold only has other callers now. */
export function moved(
  increase: number,
  net: number,
  evidence: Evidence | null,
  unit: string,
): readonly Piece[] {
  if (increase < 2 * net || increase === 0 || isNoise(increase - net, evidence)) return [];
  const stacks = formatDelta(increase, unit);
  return [
    ' ',
    net > 0
      ? l10n.t`Much only moved from stack to stack: stacks grew by ${stacks} in all, sites by ${formatDelta(net, unit)}.`
      : l10n.t`Much only moved from stack to stack: stacks grew by ${stacks} in all, no site did.`,
  ];
}
