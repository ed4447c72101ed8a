import { matchingNodes } from '../../src/core/flame/search.ts';
import type { AppContext } from '../state/appContext.ts';
import {
  isSameSearch,
  type Matcher,
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
  try {
    const made = matcherOf(search);
    if (made instanceof Promise) void showLater(context, search, made);
    else show(context, made);
  } catch (error) {
    refuse(context, error);
  }
}

/** Terms that have changed meanwhile are another call's. */
async function showLater(context: AppContext, terms: SearchTerms, made: Promise<Matcher>): Promise<void> {
  const isAsked = (): boolean => isSameSearch(context.store.state.search, terms);
  try {
    const isMatch = await made;
    if (isAsked()) show(context, isMatch);
  } catch (error) {
    if (isAsked()) refuse(context, error);
  }
}

function show({ store }: AppContext, isMatch: Matcher | null): void {
  const { scene, search } = store.state;
  if (scene === null) return;
  const matches = isMatch && matchingNodes(scene.layout, matchedFrames(scene.names, isMatch), search.sought);
  store.update({ search: { ...searchOf(search), isMatch, matches } });
}

function refuse({ store }: AppContext, error: unknown): void {
  if (!(error instanceof PatternError)) throw error;
  store.update({ search: { ...searchOf(store.state.search), error: error.message } });
}
