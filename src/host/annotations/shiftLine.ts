/** One edit of a document: the lines it replaced, 0-based, and how many line breaks stand there now. */
export interface LineEdit {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly newLines: number;
}

/**
 * Where a line is after an edit; null when all of it was taken out. The edits of one change are given last in the
 * document first, so that each leaves the lines before it where they are.
 */
export function shiftLine(line: number, edit: LineEdit): number | null {
  const { startLine, startCharacter, endLine, endCharacter, newLines } = edit;
  if (line < startLine || (line === startLine && startCharacter > 0)) return line;
  const added = newLines - (endLine - startLine);
  if (line > endLine || (line === endLine && endCharacter === 0)) return line + added;
  // The rest of the edit's last line lives on, as does a line that is edited within itself.
  if (line === endLine) return line + added;
  return endLine > startLine ? null : line;
}
