import * as v from 'valibot';
import { type PanelState, panelState } from '../../src/panelState.ts';
import type { AppState } from './appState.ts';
import { chosenOptions } from './chosenOptions.ts';

/** Characters of JSON that the way to the zoomed node may take: VS Code keeps the state in its own storage. */
const longestZoom = 1 << 15;

/** What survives a reload; a zoom that is too deep to be kept whole, as far down as it can be. */
export function toSaved(state: AppState): PanelState {
  const { base, current, isOrdered, width, palette, tab, zoom, topLook, headlineOpen, detailsOpen } = state;
  return {
    version: 1,
    base,
    current,
    isOrdered,
    options: chosenOptions(state),
    width,
    palette,
    tab,
    zoom: kept(zoom),
    topColumns: topLook.columns,
    topSort: topLook.sort,
    headlineOpen,
    detailsOpen,
  };
}

function kept(zoom: readonly string[]): readonly string[] {
  let length = 0;
  for (const [i, key] of zoom.entries()) {
    length += JSON.stringify(key).length + 1;
    if (length > longestZoom) return zoom.slice(0, i);
  }
  return zoom;
}

/** What an earlier run saved, null when it is not ours or of another version. */
export function fromSaved(value: unknown): PanelState | null {
  const saved = v.safeParse(panelState, value);
  return saved.success ? saved.output : null;
}
