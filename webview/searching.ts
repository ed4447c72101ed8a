import { matchingNodes } from '../src/core/flame/search.ts';
import { matchedFrames, matcherOf, noSearch, PatternError } from './search.ts';
import { select } from './selection.ts';
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
    const matches = matcherOf(pattern);
    if (matches === null) {
      session.store.update({ search: noSearch });
      return;
    }
    const matched = matchedFrames(scene.names, matches);
    session.store.update({
      search: { pattern, error: null, matched, matches: matchingNodes(scene.layout, matched), at: -1 },
    });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    session.store.update({ search: { ...noSearch, pattern, error: error.message } });
  }
}

/** Selects the next (previous) match, widest first, round and round. Returns its node, −1 when there is none. */
export function stepMatch(session: Session, by: 1 | -1): number {
  const { search } = session.store.state;
  const nodes = search.matches?.nodes ?? [];
  if (nodes.length === 0) return -1;
  const at = search.at < 0 && by < 0 ? nodes.length - 1 : (search.at + by + nodes.length) % nodes.length;
  const node = nodes[at] ?? -1;
  session.store.update({ search: { ...search, at } });
  select(session, node);
  return node;
}
