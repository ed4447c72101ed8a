import type { DiffInfo, Notice } from '../../src/core/view.ts';

/** What says that a file brings its own base: labels, or values below zero. */
const carryBase: ReadonlySet<Notice['kind']> = new Set(['carriesBase', 'negativeValues']);

/** Whether there is one profile and nothing to compare it with. */
export function isAlone(diff: DiffInfo | null): boolean {
  return diff?.base === null && !diff.notices.some(({ kind }) => carryBase.has(kind));
}
