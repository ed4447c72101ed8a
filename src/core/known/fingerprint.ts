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

function ownAbove(look: Look, node: Node): readonly string[] {
  const { tree, frames } = look.merged;
  const { site, own } = look.siteNodes();
  const path = pathTo(tree, site[node] as Node).slice(0, -1);
  const owned = path.filter(at => own[at] === at).reverse();
  return owned.slice(0, mostOwn).map(at => stableName(frames.name[tree.frame[at] as Frame] ?? ''));
}

/** By the site's frame: the node at the end of the stack that grew most. */
function largestNodes({ merged: { tree }, measure, siteNodes }: Look): ReadonlyMap<Frame, Largest> {
  const { site } = siteNodes();
  const found = new Map<Frame, Largest>();
  for (let node = 1 as Node; node < tree.count; node++) {
    const at = site[node] as Node;
    if (tree.start[node] === tree.start[node + 1] || at === rootNode) continue;
    const net = flatOf(tree, measure.current, node) - flatOf(tree, measure.base, node);
    const frame = tree.frame[at] as Frame;
    const known = found.get(frame);
    if (known === undefined || net > known.net) found.set(frame, { node, net });
  }
  return found;
}

interface Largest {
  readonly node: Node;
  readonly net: number;
}
