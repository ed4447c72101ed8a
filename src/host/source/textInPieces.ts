import { pause } from '#engine/pause.ts';

/** A document as its editor has it. */
export interface Lines {
  /** Another after each edit. */
  readonly version: number;
  readonly lineCount: number;
  /** The text of the lines `from ..< to`, as many as there are, with their ends. */
  readonly textOf: (from: number, to: number) => string;
}

/** A text and the version of the document that it is of. */
export interface VersionedText {
  readonly version: number;
  /** So many lines in each piece but the last, with their ends; null where the text is too long to be read. */
  readonly pieces: readonly string[] | null;
}

/** Longer than any source that is written, in characters; a text past it is not read for what it declares. */
const longestText = 4 << 20;

/** Lines that are put together in one turn: it takes less than a millisecond, where 4 MB take 15. */
export const linesInPiece = 4_096;

/** Somebody who types on and on is not waited for. */
const mostTries = 3;

/** The text of a document, all of one version: one that is edited meanwhile is begun anew. Others have their turn in between. */
export async function textInPieces(document: Lines): Promise<VersionedText> {
  for (let tries = 1; ; tries++) {
    const { version, lineCount } = document;
    const pieces: string[] = [];
    let length = 0;
    for (let line = 0; line < lineCount && length <= longestText; line += linesInPiece) {
      if (line > 0 && tries < mostTries) await pause();
      if (document.version !== version) break;
      const piece = document.textOf(line, line + linesInPiece);
      pieces.push(piece);
      length += piece.length;
    }
    if (document.version === version) return { version, pieces: length > longestText ? null : pieces };
  }
}
