/** A position in a text, both 0-based. It belongs to the character after it. */
export interface Anchor {
  readonly line: number;
  readonly character: number;
}

/** One edit of a text: what it replaced, and what stands there now. */
export interface Edit {
  readonly start: Anchor;
  readonly end: Anchor;
  readonly text: string;
}

/** Where an anchor is after an edit; null when its text was taken out and nothing was put there. */
export function shiftAnchor(anchor: Anchor, { start, end, text }: Edit): Anchor | null {
  if (isBefore(anchor, start)) return anchor;
  if (isBefore(anchor, end)) return text.trim() === '' && end.line > start.line ? null : start;
  const lines = text.split('\n');
  const line = anchor.line + lines.length - 1 - (end.line - start.line);
  if (anchor.line !== end.line) return { line, character: anchor.character };
  const inserted = lines.at(-1)?.length ?? 0;
  const before = lines.length === 1 ? start.character + inserted : inserted;
  return { line, character: before + anchor.character - end.character };
}

function isBefore(one: Anchor, other: Anchor): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
