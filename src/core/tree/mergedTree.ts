import { type Frames, framesOf } from '../names/frames.ts';
import type { Granularity } from '../names/granularity.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { Comparison } from '../pair/comparison.ts';
import { type Places, placesOf } from '../stacks/distinctLocations.ts';
import { compileFilter } from '../stacks/filter.ts';
import { filteredStacks } from '../stacks/filteredStacks.ts';
import type { Filter } from '../stacks/filterFields.ts';
import { placeStacks, type StackSource } from '../stacks/stacks.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';
import { buildCallTree, type CallTree } from './callTree.ts';
import { frameTree } from './frameTree.ts';

/** All stacks of both profiles as a filter leaves them, merged into a tree of places, whatever the granularity. */
export interface PlaceTree {
  readonly places: Places;
  readonly tree: CallTree;
  /** Reads single stacks again, one source a profile. */
  readonly sources: readonly StackSource[];
}

/** The call tree over all samples of both profiles at one granularity and filter, whatever the sample type. */
export interface MergedTree {
  /** Equal for equal trees of one comparison. */
  readonly key: string;
  readonly frames: Frames;
  readonly tree: CallTree;
  readonly sources: readonly StackSource[];
}

/** Equal for equal filters. */
export function filterKey({ focus, ignore, hide, show, showFrom, tagFocus, tagIgnore }: Filter): string {
  return JSON.stringify([focus, ignore, hide, show, showFrom, tagFocus, tagIgnore]);
}

/** `MergedTree.key` of a granularity and filter. */
export function treeKey(granularity: Granularity, filter: Filter): string {
  return `${granularity} ${filterKey(filter)}`;
}

/** Throws `ProfileError` when the profiles are too large or the filter is not valid. */
export function mergePlaces({ profiles }: Comparison, lines: LineTable, filter: Filter): PlaceTree {
  const compiled = compileFilter(filter, lines);
  const truncated = truncatedSamples(profiles);
  const sources = profiles.map((profile, i) => {
    const locations = lines.locations[i] ?? { start: new Uint32Array(1), line: new Uint32Array(0) };
    return filteredStacks(profile, lines, locations, compiled, truncated[i]);
  });
  const places = placesOf(sources.map(source => source.lines));
  return { places, tree: buildCallTree(placeStacks(sources, places), places.count), sources };
}

/** Merges the stacks of `filter` at a granularity. */
export function mergeFrames(
  { places, tree, sources }: PlaceTree,
  lines: LineTable,
  granularity: Granularity,
  filter: Filter,
): MergedTree {
  const frames = framesOf(lines, granularity);
  return {
    key: treeKey(granularity, filter),
    frames,
    tree: frameTree(tree, places, frames),
    sources,
  };
}
