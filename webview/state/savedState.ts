import * as v from 'valibot';
import { type PanelState, panelState } from '../../src/protocol.ts';
import type { AppState } from './appState.ts';
import { chosenOptions } from './chosenOptions.ts';

/** What survives a reload. */
export function toSaved(state: AppState): PanelState {
  const { base, current, isOrdered, width, tab, zoom } = state;
  return { version: 1, base, current, isOrdered, options: chosenOptions(state), width, tab, zoom };
}

/** What an earlier run saved, null when it is not ours or of another version. */
export function fromSaved(value: unknown): PanelState | null {
  const saved = v.safeParse(panelState, value);
  return saved.success ? saved.output : null;
}
