import type { LineTable } from '../names/lineTable.ts';
import type { Comparison } from './comparison.ts';
import { type DifferenceBy, differencesIn } from './differences.ts';
import { isIdentical } from './identical.ts';
import { differentPrograms } from './programs.ts';
import { differentBinaries, hasRestarted, isSameProcess } from './sameProcess.ts';
import { countsSinceBefore } from './sinceBefore.ts';
import { isUncollected } from './uncollected.ts';

/** How the profiles of a comparison stand to one another. */
export interface Relation {
  /** Both files hold the same. */
  readonly identical: boolean;
  /** By profile: whether it is a difference already. */
  readonly differences: readonly DifferenceBy[];
  readonly differentPrograms: boolean;
  /** They come from two builds of one program. */
  readonly differentBinaries: boolean;
  /** The process was started anew between the captures. */
  readonly restarted: boolean;
  /** One process, captured twice: counters that only ever grow can be subtracted. */
  readonly sameProcess: boolean;
  /** One of them counts what was allocated since the capture before it alone; see `countsSinceBefore`. */
  readonly sinceBefore: boolean;
  /** Go counted nothing anew between the captures. */
  readonly uncollected: boolean;
}

/**
 * Whether the profiles say that they are of two runs: then nothing that the one held is what the other holds, and the time between them is
 * not that in which one of them grew.
 */
export function areTwoProcesses({ restarted, differentBinaries, differentPrograms }: Relation): boolean {
  return restarted || differentBinaries || differentPrograms;
}

/** Looks at what the profiles say of where they come from. */
export function relationOf(comparison: Comparison, lines: LineTable): Relation {
  const [base, current] = comparison.profiles;
  const programs = differentPrograms(comparison.profiles, lines);
  const differences = differencesIn(comparison);
  const differ = programs || differences.some(each => each !== null);
  const sinceBefore = comparison.profiles.some(countsSinceBefore);
  const restarted = !differ && !sinceBefore && hasRestarted(comparison, lines);
  const identical = isIdentical(comparison, lines);
  return {
    identical,
    differences,
    differentPrograms: programs,
    differentBinaries:
      !programs && base !== undefined && current !== undefined && differentBinaries(base, current),
    restarted,
    sameProcess: !differ && !sinceBefore && isSameProcess(comparison, restarted),
    sinceBefore,
    uncollected: !identical && !differ && isUncollected(comparison, lines),
  };
}
