import * as l10n from '@vscode/l10n';
import type { Gap } from '../evidence/gap.ts';
import { sampledAlone } from '../evidence/sampledAlone.ts';
import { isOneSample } from '../measures/noise.ts';
import { captureTime } from '../pair/captureTime.ts';
import { valueKind } from '../pair/valueKind.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import { type Course, fewestCaptures, trendCaptures } from './course.ts';
import type { SeriesAnswer } from './series.ts';

/** Fewer samples behind the whole than this say hardly more than that there is something. */
const fewSamples = 25;

/** What a series cannot tell, and what would close that; most important first. */
export function seriesGaps(
  { verdict, captures }: Pick<SeriesAnswer, 'verdict' | 'captures'>,
  whole: Course,
  reduced: readonly ReducedCapture[],
): readonly Gap[] {
  const gaps: Gap[] = reduced.some(each => each.sampledAlone) ? [sampledAlone()] : [];
  const { distinct, values, settled, requests, hours } = whole;
  const seen = trendCaptures(whole).length;
  if (seen < fewestCaptures) {
    gaps.push({
      claim: l10n.t('whether it goes on growing'),
      why:
        seen === 1
          ? l10n.t('one capture of one process makes no trend')
          : l10n.t`${seen} captures of one process make no trend`,
      closedBy: l10n.t`Capture until there are ${fewestCaptures} of one process under load.`,
      closing: 'captureAgain',
    });
  } else if (distinct < fewestCaptures) {
    gaps.push({
      claim: l10n.t('whether it goes on growing'),
      why:
        values.length - distinct === 1
          ? l10n.t`1 of ${values.length} captures holds the same as the one before: no garbage was collected in between`
          : l10n.t`${values.length - distinct} of ${values.length} captures hold the same as the one before: no garbage was collected in between`,
      closedBy: l10n.t('Capture with ?gc=1, so that each sees a heap that was collected.'),
      closing: 'captureCollected',
    });
  }
  const grows = verdict.kind === 'staircase' || verdict.kind === 'oneStep' || verdict.kind === 'cannotSay';
  if (grows && !settled.includes(true)) {
    gaps.push({
      claim: l10n.t('whether it is a leak or a backlog'),
      why: l10n.t('no capture was taken after the load had stopped'),
      closedBy: l10n.t('Capture once more after the load has stopped, and mark it as settled.'),
      closing: 'captureSettled',
    });
  }
  if (grows && requests === null && !settled.includes(true)) {
    gaps.push({
      claim: l10n.t('whether it follows traffic'),
      why: l10n.t('requests were not counted beside each of the captures'),
      closedBy: l10n.t('Add a CSV of requests, or capture over a time in which the load falls.'),
      closing: 'captureLonger',
    });
  }
  if (hours === null) {
    gaps.push({
      claim: l10n.t('growth an hour'),
      why: whyNoHours(reduced),
      closedBy: l10n.t('Capture with times: profile.proto has them, or put them into the file names.'),
      closing: 'captureAgain',
    });
  }
  if (reduced.length > 1 && reduced.every(hidesRestarts)) {
    gaps.push({
      claim: l10n.t('whether it is one process throughout'),
      why: l10n.t('the captures do not count what was ever allocated, so that a restart cannot be seen'),
      closedBy: l10n.t('Capture with a profiler that counts allocations (alloc_space), where there is one.'),
      closing: 'captureAllocations',
    });
  }
  const samples = reduced.at(-1)?.samples ?? null;
  if (samples !== null && samples > 0 && samples < fewSamples && captures.length > 0) {
    gaps.push({
      claim: l10n.t('which site grows'),
      why: isOneSample(samples)
        ? l10n.t('only about one sample stands behind the last capture')
        : l10n.t`only about ${Math.round(samples)} samples stand behind the last capture`,
      closedBy: l10n.t('Capture later, when there is more to sample, or with a lower sampling rate.'),
      closing: 'captureLonger',
    });
  }
  if (reduced.some(({ cut }) => cut)) {
    gaps.push({
      claim: l10n.t('who called what is under “(truncated)”'),
      why: l10n.t('stacks were cut at 32 frames when they were captured'),
      closedBy: l10n.t('Build with Go 1.23 or later, which keeps 128.'),
      closing: 'captureWholeStacks',
    });
  }
  return gaps;
}

function whyNoHours(reduced: readonly ReducedCapture[]): string {
  const missing = reduced.filter(({ timeNanos }) => captureTime(timeNanos) === null).length;
  if (missing === reduced.length) return l10n.t('the captures do not say when they were taken');
  if (missing > 0) return l10n.t`${missing} of ${reduced.length} captures do not say when they were taken`;
  return new Set(reduced.map(({ timeNanos }) => timeNanos)).size === 1
    ? l10n.t('the captures all have the same time')
    : l10n.t('the times of the captures cannot be right');
}

/** Memory without a counter that goes back to zero. */
function hidesRestarts({ sampleType, countsAllocated }: ReducedCapture): boolean {
  return !countsAllocated && valueKind(sampleType, []) === 'memory';
}
