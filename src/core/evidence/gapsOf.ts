import * as l10n from '@vscode/l10n';
import { formatCount } from '../format.ts';
import { type Evidence, isOneSample } from '../measures/noise.ts';
import type { Retained } from '../measures/retained.ts';
import { isOfV8 } from '../names/fileless.ts';
import { isOfAsyncProfiler } from '../pair/asyncProfiler.ts';
import type { Comparison } from '../pair/comparison.ts';
import type { Relation } from '../pair/relation.ts';
import { isAllocated } from '../pair/sharedTypes.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import type { SampleType } from '../profile.ts';
import type { Gap } from './gap.ts';
import { noRate } from './noRate.ts';
import { notCollected } from './notCollected.ts';
import { notSinceStart } from './notSinceStart.ts';
import { sampledAlone } from './sampledAlone.ts';
import { unknownNoise } from './unknownNoise.ts';

/** What is known of one or two profiles by the time their headline is, as far as gaps follow from it. */
export interface Known {
  readonly comparison: Comparison;
  readonly relation: Relation;
  readonly type: SampleType;
  readonly kind: ValueKind;
  /** A site grew beyond sampling noise. */
  readonly grew: boolean;
  /** The whole is what it was, as far as sampling can tell. */
  readonly flat: boolean;
  /** The whole changed, but neither it nor any site beyond sampling noise. */
  readonly withinNoise: boolean;
  /** What the whole change rests on. */
  readonly evidence: Evidence | null;
  /** Of the site that grew most. */
  readonly retained: Retained | null;
  /** Of each file, in milliseconds since 1970. */
  readonly times: readonly (number | null)[];
  /** Stacks lack their outer part. */
  readonly truncated: boolean;
}

/** What piles up when it leaks. */
const piling: readonly ValueKind[] = ['memory', 'goroutines', 'leakedGoroutines', 'threads'];

/**
 * What these files cannot tell, what blocks everything else first. Facts that a notice states (`noticesOf`) stand there;
 * here is what follows from them, and which capture would change it.
 */
export function gapsOf(known: Known): Gap[] {
  const { comparison, relation, type, kind } = known;
  const pilesUp = piling.includes(kind) && !isAllocated(type.type);
  const memoryPilesUp = pilesUp && kind === 'memory';
  const cut = known.truncated ? [cutStacks()] : [];
  const sampled = kind === 'memory' && comparison.profiles.some(isOfAsyncProfiler) ? [sampledAlone()] : [];
  if (comparison.kind === 'alone')
    return pilesUp ? [nothingBeside(), ...sampled, ...cut] : [...sampled, ...cut];
  const blocked = blocking(relation);
  if (blocked !== null) return [blocked];
  const isPair = comparison.kind === 'pair';
  const [base = null, current = null] = known.times;
  const counts = (name: string): boolean => comparison.types.some(each => each.type === name);
  return [
    ...sampled,
    ...(relation.uncollected ? [uncollected()] : []),
    ...(memoryPilesUp && known.grew && comparison.profiles.some(isOfV8) ? [notCollected()] : []),
    ...(relation.differentBinaries ? [otherBuild(counts('alloc_space'))] : []),
    ...(relation.restarted ? [otherRun()] : []),
    ...(known.withinNoise && known.evidence !== null ? [tooFewSamples(known.evidence)] : []),
    ...(pilesUp && known.grew && kind !== 'leakedGoroutines' ? [notSettled()] : []),
    ...(pilesUp ? [noTrend(known.grew)] : []),
    ...(memoryPilesUp && isPair ? retainedGaps(known, counts) : []),
    ...cut,
    ...(memoryPilesUp && isPair && known.grew && sampled.length === 0
      ? unknownNoise(comparison.profiles)
      : []),
    ...(isPair ? (known.flat ? [] : noRate(relation, base, current)) : [mergedAlready()]),
  ];
}

/** What makes the numbers themselves none of one program's. */
function blocking({ identical, differences, differentPrograms }: Relation): Gap | null {
  if (identical) return oneCapture();
  const certain = differences.filter(by => by === 'base' || by === 'negative').length;
  if (differences.length === 2 && certain > 0) return certain === 2 ? twoDifferences() : halfDifference();
  return differentPrograms ? otherProgram() : null;
}

function nothingBeside(): Gap {
  return {
    claim: l10n.t`what changes over time`,
    why: l10n.t`there is no second capture to set it against`,
    closedBy: l10n.t`Capture once more, and compare the two.`,
    closing: 'captureAgain',
  };
}

function oneCapture(): Gap {
  return {
    claim: l10n.t`whether anything changed`,
    why: l10n.t`no time passed between two copies of one capture`,
    closedBy: l10n.t`Choose two captures that were taken apart.`,
    closing: 'chooseAgain',
  };
}

function halfDifference(): Gap {
  return {
    claim: l10n.t`how much grew`,
    why: l10n.t`a full heap less a difference is nothing that a process ever held`,
    closedBy: l10n.t`Choose two full heaps.`,
    closing: 'chooseAgain',
  };
}

function twoDifferences(): Gap {
  return {
    claim: l10n.t`how much is in use`,
    why: l10n.t`what did not change is in neither file`,
    closedBy: l10n.t`Choose two full heaps.`,
    closing: 'chooseAgain',
  };
}

function otherProgram(): Gap {
  return {
    claim: l10n.t`where one program grew`,
    why: l10n.t`what only one of two programs has counts as new or as gone`,
    closedBy: l10n.t`Choose two captures of one program.`,
    closing: 'chooseAgain',
  };
}

/** A file that was made of two. */
function mergedAlready(): Gap {
  return {
    claim: l10n.t`how fast it changed and how much of what was allocated stayed`,
    why: l10n.t`a difference keeps neither the times of its two captures nor whether one process made both`,
    closedBy: l10n.t`Choose the two captures that it was made of.`,
    closing: 'chooseAgain',
  };
}

function uncollected(): Gap {
  return {
    claim: l10n.t`whether the heap changed`,
    why: l10n.t`every count is the same in both, and Go counts as of its last garbage collection: none ended in between, or nothing was sampled since`,
    closedBy: l10n.t`Capture with ?gc=1, which collects garbage first.`,
    closing: 'captureCollected',
  };
}

function otherBuild(countsAllocated: boolean): Gap {
  return {
    claim: l10n.t`whether the code or the load made the difference and how fast one process grew`,
    why: countsAllocated
      ? l10n.t`another build may hold more from its start, and does not count on from what the first had allocated: there is no retained share`
      : l10n.t`another build may hold more from its start`,
    closedBy: l10n.t`Capture twice from one build.`,
    closing: 'captureSameBuild',
  };
}

function otherRun(): Gap {
  return {
    claim: l10n.t`how much one process grew and how fast`,
    why: l10n.t`each run starts empty, and counts what it allocated from zero: there is no retained share`,
    closedBy: l10n.t`Capture twice without a restart in between.`,
    closing: 'captureAgain',
  };
}

function tooFewSamples({ samples }: Evidence): Gap {
  return {
    claim: l10n.t`whether anything grew`,
    why: isOneSample(samples)
      ? l10n.t`the change rests on about one sample, and chance alone can make that much`
      : l10n.t`the change rests on about ${formatCount(samples)} samples, and chance alone can make that much`,
    closedBy: l10n.t`Capture further apart, or sample more often (Go: runtime.MemProfileRate).`,
    closing: 'captureLonger',
  };
}

function notSettled(): Gap {
  return {
    claim: l10n.t`whether it is a leak or a backlog`,
    why: l10n.t`neither file says that the load had stopped before it was captured`,
    closedBy: l10n.t`Capture once more after the load has stopped.`,
    closing: 'captureSettled',
  };
}

function noTrend(grew: boolean): Gap {
  return {
    claim: grew ? l10n.t`whether it goes on growing` : l10n.t`whether it grows over a longer time`,
    why: l10n.t`two captures show one step and no trend: there is no third capture`,
    closedBy: l10n.t`Take a third capture, and show all of them over time.`,
    closing: 'showSeries',
  };
}

/** Of memory in use: whether it is known how much of what was allocated is still there, and how surely. */
function retainedGaps(
  { comparison, relation, retained }: Known,
  counts: (name: string) => boolean,
): readonly Gap[] {
  if (relation.sinceBefore) return [notSinceStart()];
  if (counts('inuse_space') && !counts('alloc_space')) {
    const jemalloc = comparison.profiles.every(({ format }) => format === 'jemalloc');
    const closedBy = jemalloc
      ? l10n.t`Capture with jemalloc’s prof_accum:true.`
      : l10n.t`Capture with a profiler that also counts what was allocated.`;
    const why = l10n.t`without alloc_space in both files there is no retained share`;
    return [
      { claim: l10n.t`how much of what was allocated stayed`, why, closedBy, closing: 'captureAllocations' },
    ];
  }
  const kept = retained?.kept ?? null;
  if (kept === null || kept.low >= 0.5 || kept.high <= 0.5) return [];
  return [
    {
      claim: l10n.t`whether most of what was allocated stayed`,
      why: isOneSample(kept.samples)
        ? l10n.t`where it grew most about one sample was taken in between`
        : l10n.t`where it grew most about ${formatCount(kept.samples)} samples were taken in between`,
      closedBy: l10n.t`Capture further apart, so that more is sampled.`,
      closing: 'captureLonger',
    },
  ];
}

function cutStacks(): Gap {
  return {
    claim: l10n.t`who calls what stands under “(truncated)”`,
    why: l10n.t`the outer frames of those stacks were never written`,
    closedBy: l10n.t`Build with Go 1.23 or later, and capture again.`,
    closing: 'captureWholeStacks',
  };
}
