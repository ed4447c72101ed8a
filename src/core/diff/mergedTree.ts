import type { Filter, Granularity } from '../view.ts';
import { buildCallTree, type CallTree } from './callTree.ts';
import type { Comparison } from './comparison.ts';
import { compileFilter } from './filter.ts';
import { filteredStacks } from './filteredStacks.ts';
import { type Frames, framesOf } from './frames.ts';
import type { LineTable } from './lineTable.ts';
import { expandStacks, type StackSource } from './stacks.ts';
import { truncatedSamples } from './truncatedStacks.ts';

/** The call tree over all samples of both profiles at one granularity and filter, whatever the sample type. */
export interface MergedTree {
  /** Equal for equal trees of one comparison. */
  readonly key: string;
  readonly frames: Frames;
  readonly tree: CallTree;
  /** Reads single stacks again, one source a profile. */
  readonly sources: readonly StackSource[];
}

/** `MergedTree.key` of a granularity and filter. */
export function treeKey(granularity: Granularity, filter: Filter): string {
  const { focus, ignore, hide, show, showFrom, tagFocus, tagIgnore } = filter;
  return JSON.stringify([granularity, focus, ignore, hide, show, showFrom, tagFocus, tagIgnore]);
}

/** Throws `ProfileError` when the profiles are too large or the filter is not valid. */
export function mergeStacks(
  { profiles }: Comparison,
  lines: LineTable,
  granularity: Granularity,
  filter: Filter,
): MergedTree {
  const frames = framesOf(lines, granularity);
  const compiled = compileFilter(filter, lines);
  const truncated = truncatedSamples(profiles);
  const sources = profiles.map((profile, i) => {
    const locations = lines.locations[i] ?? { start: new Uint32Array(1), line: new Uint32Array(0) };
    return filteredStacks(profile, lines, locations, compiled, truncated[i]);
  });
  const stacks = expandStacks(sources, frames);
  return {
    key: treeKey(granularity, filter),
    frames,
    tree: buildCallTree(stacks, frames.count),
    sources,
  };
}
