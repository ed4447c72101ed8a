import { release } from '../formats/resized.ts';
import { type Heed, heedNothing } from '../heed.ts';
import type { DistinctLocation } from '../ids.ts';
import type { Frames } from '../names/frames.ts';
import type { Granularity } from '../names/granularity.ts';
import { type LineTable, noLines } from '../names/lineTable.ts';
import type { Comparison } from '../pair/comparison.ts';
import { objectSizes } from '../pair/objectSizes.ts';
import { type Buckets, passingBuckets } from '../stacks/buckets.ts';
import { type DistinctLocations, distinctLocations } from '../stacks/distinctLocations.ts';
import { compileFilter } from '../stacks/filter.ts';
import { filteredDistinct } from '../stacks/filteredDistinct.ts';
import { type FilteredStacks, filteredStacks } from '../stacks/filteredStacks.ts';
import { type Filter, noFilter } from '../stacks/filterFields.ts';
import { marksBefore } from '../stacks/filterLocations.ts';
import { distinctStacks, type ProfileStacks } from '../stacks/stacks.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';
import { bucketTree } from './bucketTree.ts';
import { buildCallTree, type CallTree } from './callTree.ts';
import { filterTree } from './filterTree.ts';
import { frameTree } from './frameTree.ts';
import type { Turn } from './turn.ts';

/** All stacks of both profiles as a filter leaves them, merged into a tree of locations, whatever the granularity. */
export interface LocationTree {
  readonly locations: DistinctLocations;
  readonly tree: CallTree<DistinctLocation>;
  readonly buckets: Buckets;
  /** Reads single stacks again, profile by profile. */
  readonly stacks: readonly ProfileStacks[];
}

/** The call tree over all samples of both profiles at one granularity and filter, whatever the sample type. */
export interface MergedTree {
  /** Equal for equal trees of one comparison. */
  readonly key: string;
  readonly frames: Frames;
  readonly tree: CallTree;
  readonly buckets: Buckets;
  readonly stacks: readonly ProfileStacks[];
  /** How its stacks were turned, and how many frames each node stands for, at most; null where they are as they are. */
  readonly turned: { readonly turn: Turn; readonly repeats: Uint32Array } | null;
}

/** Equal for equal filters. */
export function filterKey({ focus, ignore, hide, show, showFrom, tagFocus, tagIgnore }: Filter): string {
  return JSON.stringify([focus, ignore, hide, show, showFrom, tagFocus, tagIgnore]);
}

/** `MergedTree.key` of a granularity and filter. */
export function treeKey(granularity: Granularity, filter: Filter): string {
  return `${granularity} ${filterKey(filter)}`;
}

/**
 * All stacks as a filter leaves them: where there is one, out of the tree without it, which `whole` gives. Throws
 * `ProfileError` when the profiles are too large or the filter is not valid, and what `heed` throws.
 */
export function mergeLocations(
  comparison: Comparison,
  lines: LineTable,
  filter: Filter,
  whole: () => LocationTree,
  heed: Heed = heedNothing,
): LocationTree {
  const { profiles } = comparison;
  const compiled = compileFilter(filter, lines);
  const truncated = truncatedSamples(profiles);
  const stacks = profiles.map((profile, i) => {
    return filteredStacks(profile, lines, lines.locations[i] ?? noLines, compiled, truncated[i]);
  });
  if (filterKey(filter) !== filterKey(noFilter)) {
    heed();
    const unfiltered = whole();
    const filtered = filteredDistinct(unfiltered.locations, stacks);
    if (filtered !== undefined) {
      const { locations, marks } = filtered;
      const { buckets, passed } = passing(unfiltered.buckets, filter, stacks);
      const tree = filterTree(unfiltered.tree, marks, marksBefore(compiled), passed);
      return { locations, tree, buckets, stacks };
    }
  }
  const locations = distinctLocations(stacks.map(each => each.lines));
  const entries = distinctStacks(stacks, locations, heed);
  heed();
  const tree = buildCallTree(entries, locations.count);
  // The largest columns of all, and in no tree.
  entries.distinct.release();
  release(entries.ofEntry);
  const sizes = objectSizes(comparison);
  const merged = { locations, ...bucketTree(tree, sizes, filterKey(filter)), stacks };
  release(tree.order, tree.start, sizes);
  return merged;
}

/** Merges the stacks of `filter` by frames. */
export function mergeFrames(
  { locations, tree, buckets, stacks }: LocationTree,
  frames: Frames,
  filter: Filter,
): MergedTree {
  return {
    key: treeKey(frames.granularity, filter),
    frames,
    tree: frameTree(tree, locations, frames),
    buckets,
    stacks,
    turned: null,
  };
}

/** What tags leave of buckets; `passed` is undefined where they are not asked. */
function passing(
  buckets: Buckets,
  filter: Filter,
  stacks: readonly FilteredStacks[],
): { readonly buckets: Buckets; readonly passed: Uint8Array | undefined } {
  if (stacks.every(({ passes }) => passes === undefined)) return { buckets, passed: undefined };
  const passed = new Uint8Array(buckets.ofEntry.length);
  let entry = 0;
  for (const { samples, passes } of stacks) {
    for (let sample = 0; sample < samples; sample++) passed[entry++] = passes?.(sample) === false ? 0 : 1;
  }
  const { tagFocus, tagIgnore } = filter;
  return passingBuckets(buckets, JSON.stringify([tagFocus, tagIgnore]), passed);
}
