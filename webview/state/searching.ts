import { matchingNodes } from '../../src/core/flame/search.ts';
import { matchedFrames, matcherOf, noSearch, PatternError } from './search.ts';
import type { Session } from './session.ts';

/** Searches for what stands in the search box. */
export function searchFor(session: Session, pattern: string): void {
  session.store.update({ search: { ...noSearch, pattern } });
  searchScene(session);
}

/** Applies the search to the scene on screen, after either has changed. */
export function searchScene(session: Session): void {
  const { scene, search } = session.store.state;
  const { pattern } = search;
  if (scene === null) return;
  try {
    const isMatch = matcherOf(pattern);
    if (isMatch === null) {
      session.store.update({ search: noSearch });
      return;
    }
    const matched = matchedFrames(scene.names, isMatch);
    const matches = matchingNodes(scene.layout, matched);
    session.store.update({ search: { pattern, error: null, isMatch, matched, matches, at: -1 } });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    session.store.update({ search: { ...noSearch, pattern, error: error.message } });
  }
}
