import type { Look } from '../answers/look.ts';
import type { Frame, Node } from '../ids.ts';
import { flatOf } from '../measures/measure.ts';
import type { Place } from '../names/place.ts';
import { stableName } from '../names/stableName.ts';
import { pathTo, rootNode } from '../tree/callTree.ts';

/** What a site is recognised by in another build: its function, and own functions above it on its largest stack. */
export interface Fingerprint {
  readonly site: string;
  /** The nearest first, at most three. */
  readonly own: readonly string[];
}

/** Own functions that tell one way to a site from another. */
export const mostOwn = 3;

/** The fingerprint of each site, in their order. The look is at functions. */
export function fingerprintsOf(look: Look, sites: readonly Pick<Place, 'name' | 'file'>[]): Fingerprint[] {
  const { frames } = look.merged;
  const byPlace = new Map<string, Node>();
  for (const [frame, { node }] of largestNodes(look))
    byPlace.set(`${frames.name[frame]}\n${frames.file[frame]}`, node);
  return sites.map(({ name, file }) => {
    const node = byPlace.get(`${name}\n${file}`);
    return {
      site: stableName(name),
      own: node === undefined ? [] : ownAbove(look, node),
    };
  });
}

function ownAbove(look: Look, site: Node): readonly string[] {
  const { tree, frames } = look.merged;
  const { isOwn } = look.siteNodes();
  const path = pathTo(tree, site)
    .slice(0, -1)
    .map(at => tree.frame[at] as Frame);
  const owned = path.filter(frame => isOwn[frame] === 1).reverse();
  return owned.slice(0, mostOwn).map(frame => stableName(frames.name[frame] ?? ''));
}

/** By a site's frame: its node on the stack that grew most. */
function largestNodes({ merged: { tree }, measure, siteNodes }: Look): ReadonlyMap<Frame, Largest> {
  const { end, site } = siteNodes();
  const found = new Map<Frame, Largest>();
  for (let k = 0; k < end.length; k++) {
    const node = end[k] as Node;
    const at = site[k] as Node;
    if (at === rootNode) continue;
    const net = flatOf(tree, measure.current, node) - flatOf(tree, measure.base, node);
    const frame = tree.frame[at] as Frame;
    const known = found.get(frame);
    if (known === undefined || net > known.net) found.set(frame, { node: at, net });
  }
  return found;
}

interface Largest {
  readonly node: Node;
  readonly net: number;
}
