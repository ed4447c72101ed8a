import { type Anchor, type Edit, shiftAnchor } from './anchor.ts';
import type { FunctionNote, LineNote, Notes } from './notes.ts';

/** An edit that replaces as many lines is no typing. */
const manyLines = 20;

/** Whether a document is another text after these edits, and has to be read again. */
export function isRewritten(edits: readonly Edit[]): boolean {
  return edits.some(({ start, end }) => end.line - start.line >= manyLines);
}

interface Anchored<Note> {
  readonly note: Note;
  readonly at: Anchor;
}

/** The notes of one open document. Each stays with the text that it was made for while the document is edited. */
export class DocumentNotes {
  #lines: readonly Anchored<LineNote>[];
  #functions: readonly Anchored<FunctionNote>[];

  /** `indentOf` tells where the text of a line begins. */
  constructor({ lines, functions }: Notes, indentOf: (line: number) => number) {
    const anchored = <Note extends { readonly line: number }>(note: Note): Anchored<Note> => ({
      note,
      at: { line: note.line, character: indentOf(note.line) },
    });
    this.#lines = lines.map(anchored);
    this.#functions = functions.map(anchored);
  }

  get notes(): Notes {
    return {
      lines: this.#lines.map(({ note, at }) => ({ ...note, line: at.line })),
      functions: this.#functions.map(({ note, at }) => {
        return { ...note, line: at.line, endLine: note.endLine + at.line - note.line };
      }),
    };
  }

  /** Moves the notes along with the edits of one change. */
  edit(edits: readonly Edit[]): void {
    const lastFirst = edits.toSorted(
      (a, b) => b.start.line - a.start.line || b.start.character - a.start.character,
    );
    for (const edit of lastFirst) {
      const moved = <Note>(each: Anchored<Note>): Anchored<Note>[] => {
        const at = shiftAnchor(each.at, edit);
        return at === null ? [] : [{ ...each, at }];
      };
      this.#lines = this.#lines.flatMap(moved);
      this.#functions = this.#functions.flatMap(moved);
    }
  }
}
