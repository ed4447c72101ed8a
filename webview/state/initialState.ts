import { isDifference } from '../../src/core/flame/widthMode.ts';
import type { AppState } from './appState.ts';
import { fromSaved } from './savedState.ts';
import { noSearch } from './search.ts';
import { wholeTop } from './topLook.ts';
import { noHistory } from './viewHistory.ts';

/** What a page begins with: what an earlier one saved, and nothing to show. */
export function initialState(saved: unknown): AppState {
  const kept = fromSaved(saved);
  const width = kept?.width ?? 'change';
  const nothing = { kind: 'nothing' } as const;
  return {
    screen: { kind: 'progress', phase: 'reading', fraction: 0 },
    base: null,
    current: null,
    isOrdered: true,
    diff: null,
    revision: 0,
    options: kept?.options ?? null,
    width,
    difference: isDifference(width) ? width : 'change',
    palette: kept?.palette ?? 'direction',
    tab: kept?.tab ?? 'flame',
    zoom: kept?.zoom ?? [],
    unseen: (kept?.options ?? null) === null,
    overall: null,
    scene: null,
    zoomed: 0,
    selected: 0,
    details: null,
    toSelect: null,
    history: noHistory,
    top: nothing,
    topLook: { ...wholeTop, columns: kept?.topColumns ?? null, sort: kept?.topSort ?? null },
    suspects: nothing,
    suspectsBy: 'site',
    suspectsOrder: 'suspect',
    headline: null,
    ownCode: 0,
    neighbours: nothing,
    search: noSearch,
    wanted: null,
    subtree: null,
    reading: true,
    trouble: null,
    stale: null,
    sourceStatus: null,
    about: null,
    aboutSites: [],
    leaked: null,
    goModules: [],
    toReveal: null,
    editing: null,
    dragged: null,
    headlineOpen: kept?.headlineOpen ?? false,
    detailsOpen: kept?.detailsOpen ?? true,
  };
}
