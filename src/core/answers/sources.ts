import type { Frame, Node } from '../ids.ts';
import { cumOf } from '../measures/measure.ts';
import { firstFrame, placeOfFrame } from '../names/frames.ts';
import type { Place } from '../names/place.ts';
import { rootNode } from '../tree/callTree.ts';
import type { Look } from './look.ts';

/**
 * Source files that stacks pass through, each as the place of one of its functions, which helps to find it: by what changed
 * at or below them (increase + decrease), those without change left out.
 */
export function sourcesOf({ merged: { tree, frames }, measure }: Look, limit: number): Place[] {
  const ids = new Map<string, number>();
  const places: Place[] = [];
  const fileOf = frames.file.map((file, frame) => {
    const known = ids.get(file);
    if (known !== undefined) return known;
    ids.set(file, ids.size);
    places.push(placeOfFrame(frames, frame as Frame));
    return ids.size - 1;
  });
  const change = new Float64Array(ids.size);
  /** First node after the outermost open node of each file. */
  const openUntil = new Uint32Array(ids.size);
  for (let node = rootNode; node < tree.count; node++) {
    const frame = tree.frame[node] as Frame;
    const file = fileOf[frame] as number;
    if (frame < firstFrame || node < (openUntil[file] as number)) continue;
    openUntil[file] = tree.next[node] as Node;
    const delta = cumOf(tree, measure.current, node) - cumOf(tree, measure.base, node);
    change[file] = (change[file] as number) + 2 * cumOf(tree, measure.increase, node) - delta;
  }
  return places
    .map((place, id) => ({ place, change: change[id] as number }))
    .filter(each => each.place.file !== '' && each.change > 0)
    .sort((a, b) => b.change - a.change)
    .slice(0, limit)
    .map(({ place }) => place);
}
