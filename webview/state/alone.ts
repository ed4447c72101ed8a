import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { Notice } from '../../src/core/answers/notices.ts';
import type { WidthMode } from '../../src/protocol.ts';
import type { AppState } from './appState.ts';

/** What says that a file brings its own base: labels, or values below zero. */
const carryBase: ReadonlySet<Notice['kind']> = new Set(['carriesBase', 'negativeValues']);

/** Whether there is one profile and nothing to compare it with. */
export function isAlone(diff: DiffInfo | null): boolean {
  return diff?.base === null && !diff.notices.some(({ kind }) => carryBase.has(kind));
}

/** How wide boxes are drawn: one profile alone has nothing but `current`. */
export function effectiveWidth({ diff, width }: Pick<AppState, 'diff' | 'width'>): WidthMode {
  return isAlone(diff) ? 'current' : width;
}
