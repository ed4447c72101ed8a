import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { View } from '../../src/core/answers/requests.ts';
import type { Site } from '../../src/core/answers/sites.ts';
import {
  formatDelta,
  formatDeltaPercent,
  formatDuration,
  formatPercent,
  formatValue,
} from '../../src/core/format.ts';
import type { Evidence } from '../../src/core/measures/noise.ts';
import type { Retained } from '../../src/core/measures/retained.ts';
import { isAlone } from './alone.ts';
import { elapsedMs } from './times.ts';

/** The headline in words: what grew, against what, and where. */
export interface HeadlineFacts {
  readonly direction: 'grew' | 'shrank' | 'flat' | 'alone';
  /** The one number. */
  readonly figure: string;
  /** What the number is set against. */
  readonly context: string;
  /** The sentence about the site, in the pieces before its name; null when there is none to name. */
  readonly site: {
    readonly lead: string;
    readonly share: string;
    readonly before: string;
    readonly site: Site;
  } | null;
  /** A sentence in place of the one about the site. */
  readonly remark: string | null;
  readonly chips: readonly Chip[];
}

/** A short fact beside the sentence; `why` explains it. */
export interface Chip {
  readonly text: string;
  readonly why: string;
}

/** A site with less of the growth than this is not where the leak is, only where the growth is largest. */
const standsOut = 0.05;
const minute = 60_000;
const hour = 60 * minute;

/** Tells what a view says, in a glance. */
export function headlineFacts(diff: DiffInfo, view: View): HeadlineFacts {
  if (isAlone(diff)) return alone(view);
  const { base, current } = view.total;
  const delta = current - base;
  const flat = delta === 0 || isNoise(delta, view.evidence);
  const share =
    base > 0 ? `${formatDeltaPercent(delta / base)} of the base's ${formatValue(base, view.unit)}` : null;
  const elapsed = elapsedMs(diff);
  const direction = flat ? 'flat' : delta > 0 ? 'grew' : 'shrank';
  const time = elapsed === null ? [] : [timePhrase(elapsed)];
  if (direction === 'flat') {
    const noise =
      view.evidence && delta !== 0 ? `, within sampling noise (± ${spread(view.evidence, view.unit)})` : '';
    const change = delta === 0 ? 'no change' : `${formatDelta(delta, view.unit)}${noise}`;
    const against = `base ${formatValue(base, view.unit)}`;
    return {
      direction,
      figure: 'Flat',
      context: [change, against, ...time].join(' · '),
      ...siteSentence(view, direction),
    };
  }
  const rate = elapsed !== null && elapsed > 0 ? [ratePhrase(delta, elapsed, view.unit)] : [];
  return {
    direction,
    figure: formatDelta(delta, view.unit),
    context: [share ?? 'the base holds nothing', ...time, ...rate].join(' · '),
    ...siteSentence(view, direction),
  };
}

/** `retained 92 %: hardly anything was freed`; with `allocated` also of how much. */
export function retainedPhrase({ share, allocated }: Retained, withAllocated = false): string {
  const whole = withAllocated ? ` of ${formatValue(allocated, 'bytes')} allocated` : '';
  return `retained ${formatPercent(share)}${whole}: ${fate(share)}`;
}

function fate(share: number): string {
  if (share >= 0.995) return 'nothing was freed';
  if (share >= 0.9) return 'hardly anything was freed';
  if (share >= 0.5) return 'most of it stayed';
  if (share >= 0.05) return 'most of it was freed';
  return share > 0 ? 'churn, freed again' : 'all of it was freed';
}

function alone(view: View): HeadlineFacts {
  const { top, total, unit } = view;
  const share = top === null || total.current === 0 ? 0 : top.flat.current / total.current;
  return {
    direction: 'alone',
    figure: formatValue(total.current, unit),
    context: view.options.sampleType,
    site: top && { lead: '', share: formatPercent(share), before: 'is allocated in', site: top },
    remark: top === null ? 'The profile holds nothing of this sample type.' : null,
    chips: [],
  };
}

type SiteSentence = Pick<HeadlineFacts, 'site' | 'remark' | 'chips'>;

function siteSentence(view: View, direction: 'grew' | 'shrank' | 'flat'): SiteSentence {
  const { top, unit } = view;
  if (top === null) return { site: null, remark: 'Nothing grew.', chips: [] };
  const growth = top.flat.current - top.flat.base;
  if (isNoise(growth, top.evidence)) {
    return { site: null, remark: 'No allocation site grew beyond sampling noise.', chips: [] };
  }
  const lead = top.share < standsOut ? 'No site stands out. The largest: ' : '';
  const site =
    direction === 'grew'
      ? { lead, share: formatPercent(top.share), before: 'of the growth is allocated in', site: top }
      : {
          lead: '',
          share: formatDelta(growth, unit),
          before: 'is the largest growth, allocated in',
          site: top,
        };
  return { site, remark: null, chips: chipsOf(top, unit) };
}

function chipsOf(top: Site, unit: string): readonly Chip[] {
  const chips: Chip[] = [];
  if (top.flat.base === 0) chips.push({ text: 'new', why: 'The base holds nothing allocated here.' });
  if (top.retained !== null) {
    chips.push({
      text: retainedPhrase(top.retained),
      why: `Of ${formatValue(top.retained.allocated, 'bytes')} allocated here between the captures, this share is still in use.`,
    });
  }
  if (top.evidence !== null && top.evidence.standardError > 0) {
    chips.push({
      text: `± ${formatValue(top.evidence.standardError, unit)} sampling noise`,
      why: `The growth rests on about ${Math.round(top.evidence.samples)} samples; this is its standard error.`,
    });
  }
  return chips;
}

/** Below two standard errors a change is not told from chance. */
export function isNoise(delta: number, evidence: Evidence | null): boolean {
  return evidence !== null && Math.abs(delta) < 2 * evidence.standardError;
}

function spread(evidence: Evidence, unit: string): string {
  return formatValue(2 * evidence.standardError, unit);
}

function timePhrase(elapsed: number): string {
  if (elapsed === 0) return 'at the same time';
  return elapsed > 0 ? `in ${formatDuration(elapsed)}` : `${formatDuration(-elapsed)} earlier`;
}

/** Growth an hour; of captures a few minutes apart a minute, which is less of a stretch. */
function ratePhrase(delta: number, elapsed: number, unit: string): string {
  const [span, name] = elapsed < 5 * minute ? [minute, 'min'] : [hour, 'h'];
  return `${formatValue((delta / elapsed) * span, unit)}/${name}`;
}
