import type { Gap } from '../evidence/gap.ts';
import { gapsOf, type Known } from '../evidence/gapsOf.ts';
import {
  formatDelta,
  formatDeltaPercent,
  formatDuration,
  formatPercent,
  formatRetained,
  formatValue,
  ratePer,
} from '../format.ts';
import { type FanOut, fanOutOf } from '../measures/fanOut.ts';
import { type Evidence, isNoise } from '../measures/noise.ts';
import { subtreeRange } from '../measures/ranges.ts';
import type { Place } from '../names/place.ts';
import { elapsedMs } from '../pair/captureTime.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import { type ValueWords, wordsOf } from '../pair/valueWords.ts';
import { rootNode } from '../tree/callTree.ts';
import type { DiffInfo } from './diffInfo.ts';
import { evidenceIn, type Look } from './look.ts';
import { type LeadingSites, leadingSites, type Site } from './sites.ts';

/** ValueWords, words that weigh most, or a place in source. */
export type Piece = string | { readonly strong: string } | { readonly place: Place };

/** A short fact beside the sentence; `why` explains it. */
export interface Chip {
  readonly text: string;
  readonly why: string;
}

/** What grew, against what, and where: said by panel, report and clipboard alike. */
export interface Headline {
  /** What the values are of. */
  readonly kind: ValueKind;
  readonly direction: 'grew' | 'shrank' | 'flat' | 'alone';
  /** The one number. */
  readonly figure: string;
  /** What the number is set against. */
  readonly context: string;
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

/** A site with less of the growth than this is not where the leak is, only where the growth is largest. */
const standsOut = 0.05;

/** Tells what a look says, in a glance. The look is at functions. */
export function headlineOf(diff: DiffInfo, look: Look, kind: ValueKind): Headline {
  const words = wordsOf[kind];
  const { unit } = look.type;
  const sites = leadingSites(look);
  const total = { base: look.measure.base.at(-1) ?? 0, current: look.measure.current.at(-1) ?? 0 };
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
  const evidence = evidenceIn(look, subtreeRange(look.merged.tree, rootNode));
  const delta = total.current - total.base;
  const increase = look.measure.increase.at(-1) ?? 0;
  const flat = delta === 0 || isNoise(delta, evidence);
  const direction = flat ? 'flat' : delta > 0 ? 'grew' : 'shrank';
  const elapsed = elapsedMs(diff.base?.timeMs ?? null, diff.current.timeMs);
  const time = elapsed === null ? [] : [timePhrase(elapsed)];
  const base = formatValue(total.base, unit);
  const withinNoise = sites.grown === null && isNoise(delta, evidence) && (delta !== 0 || increase > 0);
  const rest = {
    kind,
    direction,
    sentence: [...sentence(sites, direction, unit, words), ...moved(increase, sites.growth, evidence, unit)],
    chips: sites.grown === null ? [] : chipsOf(sites.grown, unit),
    site: sites.grown,
    fanOut: direction === 'grew' ? wayOf(look) : null,
    withinNoise,
    gaps: gapsOf({ ...known, flat, withinNoise, evidence }),
  } as const;
  const against = againstBase(diff, look, total.base, delta / total.base, base);
  if (flat) {
    const noise =
      evidence !== null && delta !== 0 ? `, within sampling noise (± ${spread(evidence, unit)})` : '';
    const change = delta === 0 ? 'no change' : `${formatDelta(delta, unit)}${words.noun}${noise}`;
    return {
      ...rest,
      figure: 'Flat',
      baseKnown: against.known && total.base > 0,
      context: [change, `base ${base}`, ...time].join(' · '),
    };
  }
  const rate = against.known && elapsed !== null && elapsed > 0 ? [ratePhrase(delta, elapsed, unit)] : [];
  return {
    ...rest,
    figure: `${formatDelta(delta, unit)}${words.noun}`,
    baseKnown: against.known && total.base > 0,
    context: [against.text, ...time, ...rate].join(' · '),
  };
}

function wayOf({ merged, measure, noise, siteNodes }: Look): FanOut | null {
  return fanOutOf(merged, measure, noise(), siteNodes());
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
    return { text: 'a difference, whose base is not known', known: false };
  if (diff.notices.some(({ kind }) => kind === 'difference')) {
    return { text: `against ${text}, one of which is a difference already`, known: false };
  }
  if (base === 0) return { text: 'the base holds nothing', known: true };
  if (base < 0) return { text: `the base is ${text}`, known: false };
  return { text: `${formatDeltaPercent(share)} of the base's ${text}`, known: true };
}

function alone(
  look: Look,
  { grown, nameless }: LeadingSites,
  held: number,
  known: Omit<Known, 'flat' | 'withinNoise' | 'evidence'>,
): Headline {
  const { kind } = known;
  const { type, unit } = look.type;
  const share = grown === null || held <= 0 ? 0 : grown.net / held;
  const nothing =
    nameless === null ? ['The profile holds nothing of this sample type.'] : endsInAllocator(nameless.name);
  return {
    kind,
    direction: 'alone',
    figure: formatValue(held, unit),
    baseKnown: false,
    context: type,
    sentence:
      grown === null
        ? nothing
        : [{ strong: formatPercent(share) }, ` ${wordsOf[kind].is} `, ...placesOf(grown), '.'],
    chips: [],
    site: grown,
    fanOut: null,
    withinNoise: false,
    gaps: gapsOf({ ...known, flat: true, withinNoise: false, evidence: null }),
  };
}

function sentence(
  { grown, shrunk, growth: sum, nameless }: LeadingSites,
  direction: 'grew' | 'shrank' | 'flat',
  unit: string,
  words: ValueWords,
): readonly Piece[] {
  if (grown === null) {
    if (nameless !== null && direction === 'grew') return endsInAllocator(nameless.name);
    const nothing = sum > 0 ? `No ${words.site} grew beyond sampling noise` : 'Nothing grew';
    if (shrunk === null) return [`${nothing}.`];
    const size = `, ${formatDelta(shrunk.net, unit)}.`;
    return [`${nothing}; what shrank most is `, ...placesOf(shrunk), size];
  }
  if (direction !== 'grew') {
    return [
      { strong: formatDelta(grown.net, unit) },
      ` is the largest growth, ${words.done} `,
      ...placesOf(grown),
      '.',
    ];
  }
  const lead = grown.share < standsOut ? ['No site stands out. The largest: '] : [];
  return [
    ...lead,
    { strong: formatPercent(grown.share) },
    ` ${words.of} ${words.is} `,
    ...placesOf(grown),
    '.',
  ];
}

function endsInAllocator(name: string): readonly Piece[] {
  const place = { name, file: '', line: 0, startLine: 0 };
  return ['Every stack that grew ends in ', { place }, ': it is probably the allocator.'];
}

/** A site, and the reader's own code that leads there. */
function placesOf(site: Site): readonly Piece[] {
  return site.own === null
    ? [{ place: site }]
    : [{ place: site }, ', called from your ', { place: site.own }];
}

/** Stacks that grew where their sites did not: what they hold only has other callers now. */
function moved(increase: number, net: number, evidence: Evidence | null, unit: string): readonly Piece[] {
  if (increase < 2 * net || increase === 0 || isNoise(increase - net, evidence)) return [];
  const sites = net > 0 ? `sites by ${formatDelta(net, unit)}` : 'no site did';
  return [
    ` Much only moved from stack to stack: stacks grew by ${formatDelta(increase, unit)} in all, ${sites}.`,
  ];
}

function chipsOf(site: Site, unit: string): readonly Chip[] {
  const chips: Chip[] = [];
  if (site.flat.base === 0) chips.push({ text: 'new', why: 'The base holds nothing of it.' });
  if (site.retained !== null) {
    chips.push({
      text: formatRetained(site.retained),
      why: `Of ${formatValue(site.retained.allocated, 'bytes')} allocated here between the captures, this share is still in use.`,
    });
  }
  if (site.evidence !== null && site.evidence.standardError > 0) {
    chips.push({
      text: `± ${formatValue(site.evidence.standardError, unit)} sampling noise`,
      why: `The growth rests on about ${Math.round(site.evidence.samples)} samples; this is its standard error.`,
    });
  }
  return chips;
}

function spread(evidence: Evidence, unit: string): string {
  return formatValue(2 * evidence.standardError, unit);
}

function timePhrase(elapsed: number): string {
  if (elapsed === 0) return 'at the same time';
  return elapsed > 0 ? `in ${formatDuration(elapsed)}` : `${formatDuration(-elapsed)} earlier`;
}

function ratePhrase(delta: number, elapsed: number, unit: string): string {
  const { milliseconds, name } = ratePer(elapsed);
  return `${formatValue((delta / elapsed) * milliseconds, unit)}/${name}`;
}
