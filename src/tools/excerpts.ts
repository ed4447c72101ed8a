import type { Growth, SourceGrowth } from '../core/answers/growth.ts';
import type { Hint } from '../core/hints/hint.ts';
import { isSamePlace, type Place } from '../core/names/place.ts';
import type { Excerpt } from '../core/tell/excerpt.ts';
import type { FoundSite } from '../core/tell/foundSite.ts';
import type { FoundPlace } from '../core/tell/toldPlace.ts';
import type { OpenedPair } from './openedPair.ts';
import type { SourceAround } from './surroundings.ts';

const mostFiles = 2_000;

/** The source files of a pair, those with the most change first. */
export function sourcesIn({ engine, options }: OpenedPair): Promise<readonly Place[]> {
  return engine.request('sources', { options, limit: mostFiles });
}

/** Growth by line and by function, in these sources; of these sites, where they are a library's, by the calls that lead there as well. */
export function growthIn(
  { engine, options }: OpenedPair,
  sources: readonly Place[],
  sites: readonly FoundSite[],
): Promise<SourceGrowth> {
  const own = sites.flatMap(({ site }) => (site.own === null ? [] : [site.own.file]));
  return engine.request('growth', { options, own, libraries: sources.map(({ file }) => file) });
}

/** Whether growth is that of a site itself, not of what it calls. */
export function isGrowthOf(
  { name, file, kind }: Growth,
  site: { readonly name: string; readonly file: string },
): boolean {
  return kind === 'flat' && name === site.name && file === site.file;
}

/** The line of a site that its reader can change, with what its source says. */
export async function excerptOf(
  each: FoundSite,
  growth: SourceGrowth,
  around: SourceAround,
): Promise<Excerpt> {
  const at = readersLine(each);
  return {
    at,
    source: await around.source(at),
    author: await around.author(at),
    hint: await hintOf(each, growth, around),
  };
}

/** In a library it is that which leads there. */
function readersLine({ at, own }: FoundSite): FoundPlace {
  return own?.isFound === true ? own : at;
}

/** What the line that calls a library does with what it gets is asked first. */
async function hintOf(
  { site, at, own, askers }: FoundSite,
  { lines, functions, kind }: SourceGrowth,
  around: SourceAround,
): Promise<Hint | null> {
  const called = lines.find(
    each => each.kind === 'called' && site.own !== null && isSamePlace(each, site.own),
  );
  const ofCall =
    called !== undefined && own?.isFound === true ? await around.hint(own, { growth: called, kind }) : null;
  if (ofCall !== null) return ofCall;
  // Of a library whose source is nowhere the stack tells as much.
  const ofStack = site.hint && { ...site.hint, lines: [], next: null };
  const growth = functions.find(each => isGrowthOf(each, site));
  if (growth === undefined) return ofStack;
  for (const asker of askers.filter(({ isFound }) => isFound)) {
    const ofAsker = await around.hint(asker, { growth, kind });
    // Its lines are those that leave a connection open.
    if (ofAsker !== null && ofAsker.lines.length > 0) return ofAsker;
  }
  return (await around.hint(at, { growth, kind })) ?? ofStack;
}
