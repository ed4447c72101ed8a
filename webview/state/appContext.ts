import type { Remedy } from '../../src/protocol.ts';
import type { AppState } from './appState.ts';
import { RequestError, type Rpc } from './rpc.ts';
import type { Store } from './store.ts';

/** What every action works on. */
export interface AppContext {
  readonly store: Store<AppState>;
  readonly rpc: Rpc;
}

/**
 * Shows a refused request; anything else is a defect and goes on. What went with the files that it asked about is not
 * worth a word: the host tells what became of them.
 */
export function report({ store }: AppContext, error: unknown): void {
  if (!(error instanceof RequestError)) throw error;
  const { problem } = error;
  if (store.state.reading) return;
  if (store.state.screen.kind === 'open') store.update({ trouble: problem });
  else store.update({ screen: { kind: 'failed', problem } });
}

/** Asks the host to do what a problem offers. */
export function remedy(context: AppContext, chosen: Remedy): void {
  context.rpc.post({ type: 'remedy', remedy: chosen });
}
