import type { Notice } from '../../core/answers/notices.ts';
import { leaksNotices } from '../../core/series/goroutines.ts';
import type { Compared } from './compared.ts';
import { type FolderNote, leaksOf } from './folderNotes.ts';

/** What was captured of leaked goroutines beside the heaps that are compared. */
export interface PairLeaks {
  /** How many there are. */
  readonly notice: Notice;
  /** Their profiles, to be compared as the heaps are; null where not each heap has one. */
  readonly profiles: Compared | null;
}

/** What is to be known of heaps besides what they tell themselves. */
export function leaksToKnow(leaks: PairLeaks | null): readonly Notice[] {
  return leaks === null ? [] : [leaks.notice];
}

/** Null where none has leaked, or the folders do not say. */
export function pairLeaks(
  notes: ReadonlyMap<string, FolderNote>,
  { base, current }: Compared,
): PairLeaks | null {
  const [notice] = leaksNotices(notes, base?.toString() ?? '', current.toString());
  if (notice === undefined) return null;
  const [from, to] = [base && leaksOf(notes, base.toString()), leaksOf(notes, current.toString())];
  const isKnown = from !== undefined && to !== undefined;
  return { notice, profiles: isKnown ? { base: from, current: to } : null };
}
