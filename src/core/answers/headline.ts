import * as l10n from '@vscode/l10n';
import { type Chip, profilerChips, profilerShare, siteChips } from '../evidence/chips.ts';
import type { Gap } from '../evidence/gap.ts';
import { gapsOf, type Known } from '../evidence/gapsOf.ts';
import { formatDeltaPercent, formatRate, formatValue } from '../format.ts';
import { type FanOut, fanOutOf } from '../measures/fanOut.ts';
import { type Evidence, isNoise } from '../measures/noise.ts';
import { type ProfilersGrowth, profilersGrowth } from '../measures/profilersGrowth.ts';
import { type Pair, subtreeRange } from '../measures/ranges.ts';
import { elapsedMs, elapsedText } from '../pair/captureTime.ts';
import { areTwoProcesses } from '../pair/relation.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import { withNoun } from '../pair/valueWords.ts';
import { rootNode } from '../tree/callTree.ts';
import type { DiffInfo } from './diffInfo.ts';
import { evidenceIn, kindIn, type Look } from './look.ts';
import { aloneSentence, moved, type Piece, pairSentence, takenByProfiler } from './sentence.ts';
import { type LeadingSites, leadingSites, type Site } from './sites.ts';

/** What grew, against what, and where: said by panel, report and clipboard alike. */
export interface Headline {
  /** What the values are of. */
  readonly kind: ValueKind;
  readonly direction: 'grew' | 'shrank' | 'flat' | 'alone';
  /** The one number. */
  readonly figure: string;
  /** What the number is set against. */
  readonly context: string;
  /** How long after the base the current one was captured, in words; null where that is not known. */
  readonly time: string | null;
  /** The milliseconds in which one process changed by so much, which a rate is over; null where there is no such time. */
  readonly rateOver: number | null;
  /** The base is known and held something, so that the change can be a percentage of it. */
  readonly baseKnown: boolean;
  /** About the site, in pieces that follow one another without more between them. */
  readonly sentence: readonly Piece[];
  readonly chips: readonly Chip[];
  /** The site that grew most, beyond sampling noise; of one profile alone the largest. */
  readonly site: Site | null;
  /** The way that most of the growth has in common; null where there is none. */
  readonly fanOut: FanOut | null;
  /** Neither the whole nor any site changed more than sampling alone can make of it. */
  readonly withinNoise: boolean;
  /** What the files cannot tell, what blocks everything else first. */
  readonly gaps: readonly Gap[];
}

/** Tells what a look says, in a glance. The look is at functions. */
export function headlineOf(diff: DiffInfo, look: Look): Headline {
  const kind = kindIn(look);
  const { merged, measure } = look;
  const { unit } = look.type;
  const sites = leadingSites(look);
  const total = { base: measure.base.at(-1) ?? 0, current: measure.current.at(-1) ?? 0 };
  const known = {
    comparison: look.comparison,
    relation: look.relation,
    type: look.type,
    kind,
    grew: sites.grown !== null,
    retained: sites.grown?.retained ?? null,
    times: [diff.base?.timeMs ?? null, diff.current.timeMs],
    truncated: diff.notices.some(notice => notice.kind === 'truncatedStacks'),
  };
  if (look.comparison.kind === 'alone') return alone(look, sites, total.current, known);
  const evidence = evidenceIn(look, subtreeRange(merged.tree, rootNode));
  const delta = total.current - total.base;
  const increase = measure.increase.at(-1) ?? 0;
  const flat = delta === 0 || isNoise(delta, evidence);
  const direction = flat ? 'flat' : delta > 0 ? 'grew' : 'shrank';
  const elapsed = elapsedMs(diff.base?.timeMs ?? null, diff.current.timeMs);
  const ofTwo = areTwoProcesses(look.relation);
  const time = elapsed === null ? null : elapsedText(elapsed, ofTwo);
  const rateOver = elapsed !== null && elapsed > 0 && !ofTwo ? elapsed : null;
  const base = formatValue(total.base, unit);
  const withinNoise = sites.grown === null && isNoise(delta, evidence) && (delta !== 0 || increase > 0);
  const against = againstBase(diff, look, total.base, delta / total.base, base);
  const profilers = kind === 'memory' && direction === 'grew' ? profilersPart(look) : null;
  const profilerLeads = profilers !== null && sites.grown !== null && profilers.net > sites.grown.net;
  const rest = {
    kind,
    direction,
    time,
    rateOver,
    sentence: nothingLeft(look, total) ?? [
      ...pairSentence(sites, increase, direction, unit, kind),
      ...moved(increase, sites.growth, evidence, unit),
      ...(profilerLeads ? takenByProfiler(profilerShare(profilers, sites.growth)) : []),
    ],
    chips: [
      ...(sites.grown === null ? [] : siteChips(sites.grown, unit)),
      ...(profilerLeads ? [] : profilerChips(profilers, sites.growth, unit)),
    ],
    site: sites.grown,
    fanOut: direction === 'grew' ? fanOutOf(merged, measure, look.noise(), look.siteNodes()) : null,
    withinNoise,
    gaps: gapsOf({ ...known, flat, withinNoise: withinNoise && delta !== 0, evidence }),
    baseKnown: against.known && total.base > 0,
  } as const;
  if (flat) {
    return {
      ...rest,
      figure: l10n.t`Flat`,
      context: [flatChange(delta, evidence, unit, kind), l10n.t`base ${base}`, time ?? []].flat().join(' · '),
    };
  }
  const rate = against.known && rateOver !== null ? [formatRate(delta, rateOver, unit)] : [];
  return {
    ...rest,
    figure: withNoun(delta, unit, kind),
    context: [against.text, time ?? [], rate].flat().join(' · '),
  };
}

/** What a delta is set against: a percentage only of a base that is known and held something. */
function againstBase(
  diff: DiffInfo,
  look: Look,
  base: number,
  share: number,
  text: string,
): { readonly text: string; readonly known: boolean } {
  if (look.comparison.kind === 'signed')
    return { text: l10n.t`a difference, whose base is not known`, known: false };
  if (diff.notices.some(({ kind }) => kind === 'difference')) {
    return { text: l10n.t`against ${text}, one of which is a difference already`, known: false };
  }
  if (base === 0) return { text: l10n.t`the base holds nothing`, known: true };
  if (base < 0) return { text: l10n.t`the base is ${text}`, known: false };
  return { text: l10n.t`${formatDeltaPercent(share)} of the base's ${text}`, known: true };
}

function alone(
  look: Look,
  sites: LeadingSites,
  held: number,
  known: Omit<Known, 'flat' | 'withinNoise' | 'evidence'>,
): Headline {
  const { kind } = known;
  const { type, unit } = look.type;
  return {
    kind,
    direction: 'alone',
    figure: formatValue(held, unit),
    baseKnown: false,
    time: null,
    rateOver: null,
    context: type,
    sentence: nothingLeft(look, { base: 0, current: held }) ?? aloneSentence(sites, held, kind),
    chips: [],
    site: sites.grown,
    fanOut: null,
    withinNoise: false,
    gaps: gapsOf({ ...known, flat: true, withinNoise: false, evidence: null }),
  };
}

/** Where filters leave nothing of what there is, nothing else is said; null elsewhere. */
function nothingLeft({ unfiltered }: Look, total: Pair): readonly Piece[] | null {
  const isNothing = ({ base, current }: Pair): boolean => base === 0 && current === 0;
  return isNothing(total) && !isNothing(unfiltered())
    ? [l10n.t`What the filters leave holds nothing of this sample type.`]
    : null;
}

/** What the profiler took itself, beyond noise. */
function profilersPart(look: Look): ProfilersGrowth | null {
  const found = profilersGrowth(look.merged, look.measure);
  return found === null || isNoise(found.net, evidenceIn(look, found.ranges)) ? null : found;
}

/** A change that sampling alone can make. */
function flatChange(delta: number, evidence: Evidence | null, unit: string, kind: ValueKind): string {
  if (delta === 0) return l10n.t`no change`;
  const change = withNoun(delta, unit, kind);
  if (evidence === null) return change;
  return l10n.t`${change}, within sampling noise (± ${formatValue(2 * evidence.standardError, unit)})`;
}
