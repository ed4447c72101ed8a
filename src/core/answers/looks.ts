import { type Heed, heedNothing } from '../heed.ts';
import { ownFrames, skippedFrames } from '../measures/frameMarks.ts';
import { type Measure, measure } from '../measures/measure.ts';
import { type Noise, noiseOf } from '../measures/noise.ts';
import { type SiteNodes, siteNodes } from '../measures/siteNodes.ts';
import { type Frames, framesOf } from '../names/frames.ts';
import { type Granularity, granularities } from '../names/granularity.ts';
import { functionsOf, internLines, type LineTable, namesPlace } from '../names/lineTable.ts';
import { type OwnTest, ownCode } from '../names/ownCode.ts';
import type { Place } from '../names/place.ts';
import { type Comparison, compare, type PairColumns, typeNamed } from '../pair/comparison.ts';
import { binaryOf } from '../pair/programs.ts';
import { areTwoProcesses, type Relation, relationOf } from '../pair/relation.ts';
import { indexOfType, type SharedType } from '../pair/sharedTypes.ts';
import { sum } from '../pair/sum.ts';
import type { Profile } from '../profile.ts';
import { Recent } from '../recent.ts';
import { type Buckets, bucketColumns } from '../stacks/buckets.ts';
import { commonLeaves } from '../stacks/commonLeaves.ts';
import { type Filter, noFilter } from '../stacks/filterFields.ts';
import { type Spellings, spellingsOf } from '../stacks/spellings.ts';
import {
  filterKey,
  type LocationTree,
  type MergedTree,
  mergeFrames,
  mergeLocations,
  treeKey,
} from '../tree/mergedTree.ts';
import { type Turn, turnKey } from '../tree/turn.ts';
import { turnedTree } from '../tree/turnedTree.ts';
import { kindIn, type Look, type TreeLook } from './look.ts';

/** How two opened profiles are looked at. */
export interface ViewOptions {
  /** Name of a sample type that both profiles have. */
  readonly sampleType: string;
  readonly granularity: Granularity;
  /** Scale the current profile to the base's total (pprof's `-normalize`). */
  readonly normalize: boolean;
  readonly filter: Filter;
  /** The tree begins where memory is allocated, and has callers below. */
  readonly inverted?: boolean;
  /** What repeats itself in a stack is one node of the tree. */
  readonly collapsed?: boolean;
}

/**
 * All ways to look at one comparison. Stacks are merged once a filter, trees are kept by granularity and filter, sums by tree and sample type, so that
 * another sample type costs two passes over the samples and nothing is ever decoded again.
 */
export class Looks {
  readonly comparison: Comparison;
  readonly #lines: LineTable;
  readonly relation: Relation;
  readonly #locations = new Recent<LocationTree>(2);
  readonly #frames = new Recent<Frames>(granularities.length);
  readonly #trees = new Recent<MergedTree>(3);
  readonly #values = new Recent<PairColumns>(5);
  readonly #measures = new Recent<Measure>(4);
  #sites = new Recent<SiteNodes>(4);
  readonly #ownByNames = once(() => {
    const current = this.comparison.profiles.at(-1);
    return ownCode(functionsOf(this.#lines), current === undefined ? '' : binaryOf(current));
  });
  #own: () => OwnTest = this.#ownByNames;
  /** Lines of the functions that every stack ends in. */
  #common = this.#commonOnce();
  readonly #noises = new Recent<{ readonly noise: Noise | undefined }>(4);
  /** One turned as a whole, and callers and callees of two functions. */
  readonly #turned = new Recent<TreeLook>(5);

  /** One profile, or base and current. Throws `ProfileError` when they share no sample type. */
  constructor(profiles: readonly Profile[]) {
    this.comparison = compare(profiles);
    this.#lines = internLines(profiles);
    this.relation = relationOf(this.comparison, this.#lines);
  }

  /** Whether the profiles speak of that function in that file. */
  names(place: Pick<Place, 'name' | 'file'>): boolean {
    return namesPlace(this.#lines, place);
  }

  /** How the profiles themselves spell a function, or a file. */
  spellings(place: Pick<Place, 'name' | 'file'>): Spellings {
    return spellingsOf(this.comparison.profiles, this.#lines, place);
  }

  /**
   * Throws `ProfileError` `badOption` for a sample type that is not shared or a filter that is not valid, and `Cancelled`
   * where `heed` does; what was made until then is kept.
   */
  at({ sampleType, granularity, normalize, filter }: ViewOptions, heed: Heed = heedNothing): Look {
    const type = typeNamed(this.comparison, sampleType);
    const tree = treeKey(granularity, filter);
    heed();
    const merged = this.#trees.get(tree, () => {
      const locations = this.#locationsOf(filter, heed);
      heed();
      const frames = this.#frames.get(granularity, () => framesOf(this.#lines, granularity));
      return mergeFrames(locations, frames, filter);
    });
    heed();
    const summed = JSON.stringify([type.type, normalize, tree]);
    return {
      ...this.#along(
        merged,
        type,
        this.#measures.get(summed, () => this.#measure(merged, type, normalize)),
        normalize,
        make => this.#noises.get(JSON.stringify([type.type, tree]), () => ({ noise: make() })).noise,
      ),
      siteNodes: () => {
        const kind = kindIn({ comparison: this.comparison, type });
        return this.#sites.get(JSON.stringify([kind, tree]), () =>
          siteNodes(
            merged.tree,
            skippedFrames(merged.frames, kind, this.#common()),
            ownFrames(merged.frames, this.#own()),
          ),
        );
      },
    };
  }

  /** The same with all stacks turned. Throws what `at` throws, and `ProfileError` where there are too many stacks. */
  turned(options: ViewOptions, turn: Turn, heed: Heed = heedNothing): TreeLook {
    const { merged: given, type } = this.at(options, heed);
    const key = JSON.stringify([type.type, options.normalize, given.key, turnKey(turn)]);
    return this.#turned.get(key, () => {
      const merged = turnedTree(given, turn, heed);
      heed();
      const values = this.#measure(merged, type, options.normalize);
      let known: { readonly noise: Noise | undefined } | undefined;
      return this.#along(merged, type, values, options.normalize, make => {
        known ??= { noise: make() };
        return known.noise;
      });
    });
  }

  /** Takes these files (of the profiles) for the reader's own; none: what the profiles tell of it. */
  setOwn(files: readonly string[]): void {
    const own = new Set(files);
    this.#own = own.size === 0 ? this.#ownByNames : () => (_, file) => own.has(file);
    this.#common = this.#commonOnce();
    this.#sites = new Recent(4);
  }

  #measure({ tree, buckets }: MergedTree, type: SharedType, normalize: boolean): Measure {
    return measure(tree, this.#valuesOf(type, buckets, normalize));
  }

  #valuesOf(type: SharedType, buckets: Buckets, normalize = false): PairColumns {
    return this.#values.get(JSON.stringify([type.type, normalize, buckets.key]), () =>
      bucketColumns(buckets, this.comparison, type, normalize),
    );
  }

  #along(
    merged: MergedTree,
    type: SharedType,
    values: Measure,
    normalize: boolean,
    kept: (make: () => Noise | undefined) => Noise | undefined,
  ): TreeLook {
    const valuesOf = (of: SharedType): PairColumns => this.#valuesOf(of, merged.buckets);
    return {
      comparison: this.comparison,
      lines: this.#lines,
      merged,
      type,
      measure: values,
      unfiltered: () => {
        const all = this.#valuesOf(type, this.#locationsOf(noFilter, heedNothing).buckets, normalize);
        return { base: sum(all.base), current: sum(all.current) };
      },
      noise: () =>
        kept(() => noiseOf(this.comparison, merged, type, valuesOf, !areTwoProcesses(this.relation))),
      other: name => {
        const other = this.comparison.types[indexOfType(this.comparison.types, name)];
        return other && valuesOf(other);
      },
      relation: this.relation,
    };
  }

  #commonOnce(): () => Uint8Array {
    return once(() => commonLeaves(this.comparison.profiles, this.#lines, this.#own()));
  }

  #locationsOf(filter: Filter, heed: Heed): LocationTree {
    return this.#locations.get(filterKey(filter), () =>
      mergeLocations(this.comparison, this.#lines, filter, () => this.#locationsOf(noFilter, heed), heed),
    );
  }
}

/** The value of a function that is called at most once. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
