import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { AppState } from './appState.ts';

/** How the profiles are to be looked at, shown or not yet: what the controls say, and what a further choice adds to. */
export function chosenOptions({ options, wanted }: AppState): ViewOptions | null {
  return wanted?.options ?? options;
}
