import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { bounds, type Limits, MiB, overLimit } from '../limits.ts';

/** A text is decoded so many bytes at a time, and on to the end of a line. */
const blockBytes = 1 << 18;

/** Walks the lines of a text. `malformed` makes the error for what is wrong with the current one. */
export class TextLines {
  /** The current line, without surrounding white space. */
  line = '';
  /** Its number, from 1. */
  number = 0;
  readonly #bytes: Uint8Array;
  /** What is decoded ends here. */
  #read = 0;
  #block = '';
  #position = 0;

  /** Throws `ProfileError` with code `overLimit`. */
  constructor(bytes: Uint8Array, limits: Limits) {
    checkTextSize(bytes, limits);
    this.#bytes = bytes;
  }

  /** Moves to the next line; false at the end. */
  next(): boolean {
    if (this.#position >= this.#block.length && !this.#decode()) return false;
    const newline = this.#block.indexOf('\n', this.#position);
    const end = newline < 0 ? this.#block.length : newline;
    this.line = this.#block.slice(this.#position, end).trim();
    this.#position = end + 1;
    this.number++;
    return true;
  }

  malformed(detail: string): ProfileError {
    return new ProfileError('malformed', l10n.t`line ${this.number}: ${detail}`);
  }

  #decode(): boolean {
    const from = this.#read;
    if (from >= this.#bytes.length) return false;
    const newline = this.#bytes.indexOf(0x0a, from + blockBytes);
    this.#read = newline < 0 ? this.#bytes.length : newline + 1;
    this.#block = decodeUtf8(this.#bytes, from, this.#read);
    this.#position = 0;
    return true;
  }
}

/**
 * Refuses a text that is too large; its lines are counted before anything is made of the first. Throws `ProfileError`
 * with code `overLimit`.
 */
export function checkTextSize(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length > limits.textMiB * MiB) throw overLimit('textMiB', limits, 'MiB of text');
  const most = limits.textMiB * bounds.linesPerMiB;
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (++lines > most) throw overLimit('textMiB', limits, 'lines of text', most);
  }
}

/** The first line of a file, as far as it fits into 4 KiB: enough to tell what it is. */
export function firstLine(bytes: Uint8Array): string {
  const start = decodeUtf8(bytes, 0, Math.min(bytes.length, 4096));
  return (start.split('\n', 1)[0] ?? '').trim();
}
