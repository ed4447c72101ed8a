import { linesInPiece } from '../source/textInPieces.ts';

/** Tells where the text of a line (0-based) begins in a text in pieces. Lines end in LF, or CR LF. */
export function indentsIn(pieces: readonly string[]): (line: number) => number {
  return line => {
    const piece = pieces[Math.trunc(line / linesInPiece)] ?? '';
    let start = 0;
    for (let i = line % linesInPiece; i > 0; i--) {
      start = piece.indexOf('\n', start) + 1;
      if (start === 0) return 0;
    }
    let at = start;
    while (piece[at] === ' ' || piece[at] === '\t') at++;
    return at - start;
  };
}
