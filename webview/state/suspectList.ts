import type { Suspect } from '../../src/core/answers/requests.ts';
import type { Site } from '../../src/core/answers/sites.ts';
import { isAside } from '../../src/core/known/aside.ts';
import { isSamePlace, type Place } from '../../src/core/names/place.ts';
import type { AboutSource } from '../../src/protocol.ts';
import { frameOf, isIn, type Scene } from './scene.ts';

/** What suspects can be put in order of; `suspect` is how the engine ranks them: growth × the share that is retained. */
export const suspectsOrders = ['suspect', 'growth', 'retained', 'objects', 'average'] as const;
export type SuspectsOrder = (typeof suspectsOrders)[number];

/** Suspects, the most of what they are put in order of first; those set aside as known leaks stay last. */
export function inOrder(suspects: readonly Suspect[], order: SuspectsOrder): readonly Suspect[] {
  if (order === 'suspect') return suspects;
  return suspects.toSorted(
    (a, b) => Number(isAside(a)) - Number(isAside(b)) || measured(b, order) - measured(a, order),
  );
}

/** What an object of a site has on average now, in the sample type's unit; 0 where it is not known. */
export function averageObject({ flat, objects }: Suspect): number {
  return objects !== null && objects.current > 0 ? flat.current / objects.current : 0;
}

/** What is not known comes last. */
function measured(suspect: Suspect, order: Exclude<SuspectsOrder, 'suspect'>): number {
  switch (order) {
    case 'growth':
      return suspect.net;
    case 'retained':
      return suspect.retained?.share ?? Number.NEGATIVE_INFINITY;
    case 'objects':
      return suspect.objects === null
        ? Number.NEGATIVE_INFINITY
        : suspect.objects.current - suspect.objects.base;
    case 'average':
      return averageObject(suspect);
  }
}

/** What is known of a site: of its line, or of the reader's own that calls a library's, and of its stack. Null for nothing. */
export function aboutOf(all: readonly AboutSource[], site: Site): AboutSource | null {
  const place = site.own ?? site;
  return withHint(aboutPlace(all, place), place, site.hint);
}

/** What is known of a line, and where its source says nothing, what a stack does. */
export function withHint(about: AboutSource | null, place: Place, hint: Site['hint']): AboutSource | null {
  if (hint === null || (about !== null && about.hint !== null)) return about;
  const { name, file, line, startLine } = place;
  return { place: { name, file, line, startLine }, author: about?.author ?? null, hint: hint.text };
}

/** What is known of a line; null for nothing. */
function aboutPlace(all: readonly AboutSource[], at: Place): AboutSource | null {
  return all.find(({ place }) => isSamePlace(place, at)) ?? null;
}

/** Of a node that is a library's site: the reader's own code that calls it, if that stands above the node. */
export function ownAbove(scene: Scene, node: number, { own }: Site): Place | null {
  const { layout, view } = scene;
  if (own === null || view.kind !== 'calls') return null;
  for (let at = layout.tree.parent[node] ?? -1; at > 0; at = layout.tree.parent[at] ?? -1) {
    if (isIn(scene, frameOf(scene, at), own)) return own;
  }
  return null;
}

/** What is known of an opened line, and where its hint is the beginning of what is known of its site, all of that. */
export function withMore(opened: AboutSource, site: AboutSource | undefined): AboutSource {
  const isBeginning = opened.hint !== null && site?.hint?.startsWith(opened.hint) === true;
  return isBeginning ? { ...opened, hint: site.hint } : opened;
}

/** All that is known with this, which takes the place of what was known of the same line. */
export function withAbout(all: readonly AboutSource[], about: AboutSource): readonly AboutSource[] {
  return [...all.filter(({ place }) => !isSamePlace(place, about.place)), about];
}
