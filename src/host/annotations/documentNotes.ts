import type { Notes } from './notes.ts';
import { type LineEdit, shiftLine } from './shiftLine.ts';

/** An edit that takes out as many lines is no typing: the file was replaced, and has to be read again. */
const manyLines = 20;

/** The notes of one open document, which move with its lines while it is edited. */
export class DocumentNotes {
  #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  get notes(): Notes {
    return this.#notes;
  }

  /** Moves the notes along. `edits` are those of one change. False when the document has to be read again. */
  edit(edits: readonly LineEdit[]): boolean {
    let { lines, functions } = this.#notes;
    const lastFirst = edits.toSorted(
      (a, b) => b.startLine - a.startLine || b.startCharacter - a.startCharacter,
    );
    let lost = false;
    for (const edit of lastFirst) {
      const count = lines.length;
      lines = lines.flatMap(note => {
        const line = shiftLine(note.line, edit);
        return line === null ? [] : [{ ...note, line }];
      });
      functions = functions.flatMap(note => {
        const line = shiftLine(note.line, edit);
        const endLine = shiftLine(note.endLine, edit) ?? edit.startLine;
        return line === null ? [] : [{ ...note, line, endLine: Math.max(line, endLine) }];
      });
      lost ||= lines.length < count && edit.endLine - edit.startLine >= manyLines;
    }
    this.#notes = { lines, functions };
    return !lost;
  }
}
