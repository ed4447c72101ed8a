import * as l10n from '@vscode/l10n';
import type { Hint } from './hint.ts';

/** Memory of goroutines themselves: the runtime's own descriptors, which it keeps for ever. */
export function goroutinesPileUp(stack: readonly string[]): Hint | null {
  const grows = stack.slice(0, 4).some(name => /^runtime\.(?:malg|allgadd|newproc1)(?:\.|$)/.test(name));
  if (!grows) return null;
  return {
    rule: 'goroutinesPileUp',
    text: l10n.t(
      'Goroutines pile up, or did at some time: the runtime allocates here when more of them exist than ever before, and keeps what it allocated. A goroutine profile shows where they wait.',
    ),
    lines: [],
    next: null,
  };
}
