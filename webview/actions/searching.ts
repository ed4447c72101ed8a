import { matchingNodes } from '../../src/core/flame/search.ts';
import type { AppContext } from '../state/appContext.ts';
import { matchedFrames, matcherOf, noSearch, PatternError } from '../state/search.ts';

/** Searches for what stands in the search box. */
export function searchFor(context: AppContext, pattern: string): void {
  context.store.update({ search: { ...noSearch, pattern } });
  searchScene(context);
}

/** Applies the search to the scene on screen, after either has changed. */
export function searchScene(context: AppContext): void {
  const { scene, search } = context.store.state;
  const { pattern } = search;
  if (scene === null) return;
  try {
    const isMatch = matcherOf(pattern);
    if (isMatch === null) {
      context.store.update({ search: noSearch });
      return;
    }
    const matched = matchedFrames(scene.names, isMatch);
    const matches = matchingNodes(scene.layout, matched);
    context.store.update({ search: { pattern, error: null, isMatch, matched, matches, at: -1 } });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    context.store.update({ search: { ...noSearch, pattern, error: error.message } });
  }
}
