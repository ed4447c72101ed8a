import type { Measure } from '../measures/measure.ts';
import { type Evidence, evidenceOver, type Noise, samplingPeriod } from '../measures/noise.ts';
import { type Pair, pairIn, type Ranges } from '../measures/ranges.ts';
import { type Retained, retainedOver } from '../measures/retained.ts';
import type { SiteNodes } from '../measures/siteNodes.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { Comparison, PairColumns } from '../pair/comparison.ts';
import type { Relation } from '../pair/relation.ts';
import { objectsType, type SharedType } from '../pair/sharedTypes.ts';
import { type ValueKind, valueKind } from '../pair/valueKind.ts';
import type { MergedTree } from '../tree/mergedTree.ts';

/** One tree of a comparison, and one sample type's values along it. What is summed up beside them is made when asked for. */
export interface TreeLook {
  readonly comparison: Comparison;
  readonly lines: LineTable;
  readonly merged: MergedTree;
  readonly type: SharedType;
  readonly measure: Measure;
  /** Sums over all samples, whatever a filter or a turn leaves of them. */
  readonly unfiltered: () => Pair;
  readonly noise: () => Noise | undefined;
  /** Values of another sample type by bucket, undefined when the profiles do not share it. Never normalised. */
  readonly other: (type: string) => PairColumns | undefined;
  readonly relation: Relation;
}

/** A comparison looked at in one way: its stacks as they are. */
export interface Look extends TreeLook {
  /** Where the growth of each node's stacks is named: site and own code. */
  readonly siteNodes: () => SiteNodes;
}

/** What a look's values are of. */
export function kindIn({ comparison, type }: Pick<TreeLook, 'comparison' | 'type'>): ValueKind {
  return valueKind(type, comparison.profiles.at(-1)?.sampleTypes ?? []);
}

/** Objects that go with the sample type: allocated ones, or live ones. */
export function objectsOver(look: TreeLook, ranges: Ranges): Pair | null {
  const objects = look.other(objectsType(look.type.type));
  return objects === undefined ? null : pairIn(look.merged.tree, objects, ranges);
}

export function retainedIn(look: TreeLook, ranges: Ranges): Retained | null {
  if (!look.relation.sameProcess) return null;
  const period = samplingPeriod(look.comparison);
  const sampling =
    period === undefined
      ? null
      : {
          period,
          sizes: look.merged.buckets.size,
          inuseObjects: look.other('inuse_objects'),
          allocObjects: look.other('alloc_objects'),
        };
  return retainedOver(
    look.merged.tree,
    look.other('inuse_space'),
    look.other('alloc_space'),
    ranges,
    sampling,
  );
}

export function evidenceIn(look: TreeLook, ranges: Ranges): Evidence | null {
  return evidenceOver(look.noise(), ranges);
}
