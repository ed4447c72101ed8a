import type { Growth } from '../../core/answers/growth.ts';
import type { FrameFollower } from '../../core/code/drift.ts';

/** Growth that belongs to one line of a document as it is now. */
export interface LineNote {
  /** 0-based. */
  readonly line: number;
  /** At least one, `flat` before `called`, each by |delta| descending. */
  readonly growth: readonly Growth[];
  /** Where the profile has the line, 1-based, if that is elsewhere: the source has changed since. */
  readonly movedFrom: number | null;
  /** False when no more than the function is known, `line` being its beginning or end, or not even that. */
  readonly exact: boolean;
  /** The document could not be read for what it declares: `line` is the profile's, and may have moved since. */
  readonly isUnread: boolean;
}

/** Growth that belongs to a function. */
export interface FunctionNote {
  /** The line of its declaration, 0-based, and its last. */
  readonly line: number;
  readonly endLine: number;
  readonly growth: readonly Growth[];
}

/** All that is noted in one document, by line. */
export interface Notes {
  readonly lines: readonly LineNote[];
  readonly functions: readonly FunctionNote[];
}

/** Finds the lines of a document that growth belongs to. Functions that are gone from it are left out. */
export function notesOf(
  lines: readonly Growth[],
  functions: readonly Growth[],
  source: FrameFollower,
): Notes {
  const byLine = new Map<number, LineNote & { readonly growth: Growth[]; movedFrom: number | null }>();
  for (const each of lines) {
    const { line, status, moved, exact } = source.drift(each);
    if (status === 'gone' || each.line === 0) continue;
    const isUnread = status === 'unread';
    const isExact = exact || !(isUnread || status === 'moved');
    const note = byLine.get(line - 1) ?? {
      line: line - 1,
      growth: [],
      movedFrom: null,
      exact: isExact,
      isUnread,
    };
    note.growth.push(each);
    if (moved !== null && moved.from !== moved.to) note.movedFrom ??= moved.from;
    byLine.set(line - 1, note);
  }
  const byFunction = new Map<number, FunctionNote & { readonly growth: Growth[] }>();
  const lineIn = new Map(lines.map(each => [each.name, each.line]));
  for (const each of functions) {
    const line = lineIn.get(each.name) ?? each.startLine;
    const found = source.declaration({ name: each.name, line, startLine: each.startLine });
    if (found === null) continue;
    const at = found.line - 1;
    const note = byFunction.get(at) ?? { line: at, endLine: found.endLine - 1, growth: [] };
    note.growth.push(each);
    byFunction.set(at, note);
  }
  const inOrder = (growth: readonly Growth[]): Growth[] =>
    growth.toSorted((a, b) => Number(a.kind === 'called') - Number(b.kind === 'called') || size(b) - size(a));
  return {
    lines: [...byLine.values()]
      .map(note => ({ ...note, growth: inOrder(note.growth) }))
      .sort((a, b) => a.line - b.line),
    functions: [...byFunction.values()]
      .map(note => ({ ...note, growth: inOrder(note.growth) }))
      .sort((a, b) => a.line - b.line),
  };
}

/** How much it changed, whichever way. */
export function size({ value }: Growth): number {
  return Math.abs(value.current - value.base);
}
