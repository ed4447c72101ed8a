import { record, ShapeError, text } from '../check.ts';

/** The part of a `PanelState` that the host needs to open the files again. The rest is the webview's own. */
export interface SavedFiles {
  /** URI as a string; null for one profile alone. */
  readonly base: string | null;
  readonly current: string;
}

/** Longer than any path that a file system takes; guards `Uri.parse` against a state that is not ours. */
const longestUri = 1 << 15;

/** Which files a saved panel showed, null when the state is of another version or names none. */
export function savedFiles(state: unknown): SavedFiles | null {
  try {
    const { version, base, current } = record(state, 'state') as Partial<Record<string, unknown>>;
    if (version !== 1) return null;
    return {
      base: base === null ? null : text(base, 'base', longestUri),
      current: text(current, 'current', longestUri),
    };
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}
