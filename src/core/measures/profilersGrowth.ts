import type { Frame, Node } from '../ids.ts';
import { firstFrame } from '../names/frames.ts';
import { writesProfile } from '../names/profilers.ts';
import type { MergedTree } from '../tree/mergedTree.ts';
import { cumOf, type Measure } from './measure.ts';
import type { Ranges } from './ranges.ts';

/** What grew below functions that write profiles. */
export interface ProfilersGrowth {
  /** Current − base, in the sample type's unit. */
  readonly net: number;
  /** Of the function below which most of it is. */
  readonly name: string;
  /** Buckets of the stacks below them. */
  readonly ranges: Ranges;
}

/** Null where there is none, or it did not grow. Linear in the nodes, where the program writes profiles at all. */
export function profilersGrowth({ tree, frames }: MergedTree, measure: Measure): ProfilersGrowth | null {
  const writes = new Uint8Array(frames.count);
  let some = false;
  for (let frame = firstFrame; frame < frames.count; frame++) {
    if (!writesProfile(frames.name[frame] ?? '')) continue;
    writes[frame] = 1;
    some = true;
  }
  if (!some) return null;
  let net = 0;
  let most = 0;
  let name = '';
  const ranges: [from: number, to: number][] = [];
  for (let node = 0 as Node; node < tree.count; ) {
    const frame = tree.frame[node] as Frame;
    if (writes[frame] === 0) {
      node++;
      continue;
    }
    const delta = cumOf(tree, measure.current, node) - cumOf(tree, measure.base, node);
    net += delta;
    if (delta > most) {
      most = delta;
      name = frames.name[frame] ?? '';
    }
    const next = tree.next[node] as Node;
    ranges.push([tree.start[node] as number, tree.start[next] as number]);
    node = next;
  }
  return net > 0 ? { net, name, ranges } : null;
}
