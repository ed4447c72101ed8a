import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Frame, Node } from '../ids.ts';
import { cumOf, flatOf } from '../measures/measure.ts';
import { changeOf, PairSums } from '../measures/pairSums.ts';
import type { Pair } from '../measures/ranges.ts';
import { byName } from '../measures/table.ts';
import { type Frames, firstFrame, placeOfFrame, rootFrame } from '../names/frames.ts';
import type { Place } from '../names/place.ts';
import { rootNode } from '../tree/callTree.ts';
import { framesNamed } from '../tree/turn.ts';
import type { Look } from './look.ts';

/** Callers or callees of one frame, by |delta| descending. */
export interface Neighbour extends Place {
  readonly value: Pair;
}

/** Everything that calls a frame and everything it calls, merged over all its nodes in the tree. */
export interface Neighbours {
  readonly name: string;
  readonly file: string;
  readonly flat: Pair;
  readonly cum: Pair;
  readonly callers: readonly Neighbour[];
  readonly callees: readonly Neighbour[];
}

/**
 * Callers and callees of the frame with that name and file, over all its nodes in the tree. As in pprof's `-peek`, a
 * stack counts once for each caller and each callee even in recursion, and what calls itself is no neighbour of its own.
 * Throws `badOption` when there is no such frame.
 */
export function neighboursOf(look: Look, name: string, file: string): Neighbours {
  const { tree, frames } = look.merged;
  const wanted = framesNamed(frames, name, file);
  if (wanted.size === 0) throw new ProfileError('badOption', l10n.t`there is no frame ${name}`);
  const flat = { base: 0, current: 0 };
  const cum = { base: 0, current: 0 };
  const callers = new Edges();
  const callees = new Edges();
  let openUntil = rootNode;
  /** Nodes from the root to the current one. */
  const path: Node[] = [];
  for (let node = rootNode; node < tree.count; node++) {
    while (path.length > 0 && node >= (tree.next[path.at(-1) as Node] as Node)) path.pop();
    const parent = path.at(-1);
    path.push(node);
    const frame = tree.frame[node] as Frame;
    const caller = parent === undefined ? rootFrame : (tree.frame[parent] as Frame);
    const isWanted = wanted.has(frame);
    const calledByWanted = wanted.has(caller);
    if (!isWanted && !calledByWanted) continue;
    const value = {
      base: cumOf(tree, look.measure.base, node),
      current: cumOf(tree, look.measure.current, node),
    };
    if (calledByWanted && !isWanted) callees.add(frame, node, tree.next[node] as Node, value);
    if (!isWanted) continue;
    if (caller >= firstFrame && !calledByWanted) callers.add(caller, node, tree.next[node] as Node, value);
    flat.base += flatOf(tree, look.measure.base, node);
    flat.current += flatOf(tree, look.measure.current, node);
    if (node < openUntil) continue;
    openUntil = tree.next[node] as Node;
    cum.base += value.base;
    cum.current += value.current;
  }
  return { name, file, flat, cum, callers: callers.sorted(frames), callees: callees.sorted(frames) };
}

/** Values by the frame at the other end. */
class Edges {
  readonly #values = new PairSums<Frame>();
  /** First node after the outermost open edge to each frame. */
  readonly #openUntil = new Map<Frame, Node>();

  add(frame: Frame, node: Node, next: Node, { base, current }: Pair): void {
    if (node < (this.#openUntil.get(frame) ?? 0)) return;
    this.#openUntil.set(frame, next);
    this.#values.add(frame, base, current);
  }

  sorted(frames: Frames): Neighbour[] {
    return [...this.#values.byKey]
      .filter(([, value]) => value.base !== 0 || value.current !== 0)
      .sort(([a, one], [b, other]) => changeOf(other) - changeOf(one) || byName(frames, a, b))
      .map(([frame, value]) => ({ ...placeOfFrame(frames, frame), value }));
  }
}
