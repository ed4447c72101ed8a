import type * as vscode from 'vscode';
import { leakedBetween } from '../../core/series/goroutines.ts';
import type { Compared } from './compared.ts';
import { type FolderNote, leaksOf } from './folderNotes.ts';

/** What was captured of leaked goroutines beside the heaps that are compared. */
export interface PairLeaks {
  /** How many there are: a sentence. */
  readonly text: string;
  /** Their profiles, to be compared as the heaps are; null where not each heap has one. */
  readonly profiles: Compared | null;
}

/** Null where none has leaked, or the folders do not say. */
export function pairLeaks(
  notes: ReadonlyMap<string, FolderNote>,
  { base, current }: Compared,
): PairLeaks | null {
  const countAt = (uri: vscode.Uri): number | null => notes.get(uri.toString())?.leakedGoroutines ?? null;
  const text = leakedBetween(base && countAt(base), countAt(current));
  if (text === null) return null;
  const [from, to] = [base && leaksOf(notes, base.toString()), leaksOf(notes, current.toString())];
  const isKnown = from !== undefined && to !== undefined;
  return { text, profiles: isKnown ? { base: from, current: to } : null };
}
