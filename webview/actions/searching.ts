import { matchingNodes } from '../../src/core/flame/search.ts';
import type { AppContext } from '../state/appContext.ts';
import {
  matchedFrames,
  matcherOf,
  noSearch,
  PatternError,
  type SearchTerms,
  searchOf,
} from '../state/search.ts';

/** Searches for something else. */
export function searchFor(context: AppContext, changes: Partial<SearchTerms>): void {
  context.store.update({ search: searchOf({ ...context.store.state.search, ...changes }) });
  searchScene(context);
}

/** Searches for nothing any more; how to search stays chosen. */
export function clearSearch(context: AppContext): void {
  const { pattern, sought } = noSearch;
  searchFor(context, { pattern, sought });
}

/** Applies the search to the scene on screen, after either has changed. */
export function searchScene(context: AppContext): void {
  const { scene, search } = context.store.state;
  if (scene === null) return;
  const found = searchOf(search);
  try {
    const isMatch = matcherOf(search);
    const matches =
      isMatch && matchingNodes(scene.layout, matchedFrames(scene.names, isMatch), search.sought);
    context.store.update({ search: { ...found, isMatch, matches } });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    context.store.update({ search: { ...found, error: error.message } });
  }
}
