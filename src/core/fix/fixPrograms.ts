import { areDifferentPrograms, type Program } from '../pair/programs.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import type { SeriesAnswer } from '../series/series.ts';

/**
 * Whether two series are of two programs: one that is not the program that grew says nothing of a fix. Only where both name their
 * binaries, since a script that was built anew may have no name in common with the one before.
 */
export function areOfTwoPrograms(
  before: SeriesAnswer,
  after: SeriesAnswer,
  captures: readonly ReducedCapture[],
): boolean {
  const one = programIn(before, captures);
  const other = programIn(after, captures);
  return one.binary !== '' && other.binary !== '' && areDifferentPrograms(one, other);
}

/** With the functions of all captures: one alone may mention few. */
function programIn({ captures }: SeriesAnswer, all: readonly ReducedCapture[]): Program {
  const files = new Set(captures.map(({ file }) => file));
  const programs = all.filter(({ file }) => files.has(file)).map(({ program }) => program);
  const { binary = '', buildId = '' } = programs.at(-1) ?? {};
  return {
    binary,
    buildId,
    modules: programs.flatMap(({ modules }) => modules),
    functions: programs.flatMap(({ functions }) => functions),
  };
}
