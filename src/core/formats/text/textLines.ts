import { ProfileError } from '../../error.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { limits } from '../limits.ts';

/** Walks the lines of a text. `malformed` makes the error for what is wrong with the current one. */
export class TextLines {
  /** The current line, without surrounding white space. */
  line = '';
  /** Its number, from 1. */
  number = 0;
  readonly #text: string;
  #position = 0;

  /** Throws `tooLarge` for a text longer than a string may be. */
  constructor(bytes: Uint8Array) {
    this.#text = wholeText(bytes);
  }

  /** Moves to the next line; false at the end. */
  next(): boolean {
    if (this.#position >= this.#text.length) return false;
    const newline = this.#text.indexOf('\n', this.#position);
    const end = newline < 0 ? this.#text.length : newline;
    this.line = this.#text.slice(this.#position, end).trim();
    this.#position = end + 1;
    this.number++;
    return true;
  }

  malformed(detail: string): ProfileError {
    return new ProfileError('malformed', `line ${this.number}: ${detail}`);
  }
}

/** A whole file as one string. Throws `tooLarge` for more than one can hold. */
export function wholeText(bytes: Uint8Array): string {
  if (bytes.length > limits.textBytes) {
    throw new ProfileError('tooLarge', `a text of ${bytes.length} bytes, more than ${limits.textBytes}`);
  }
  return decodeUtf8(bytes, 0, bytes.length);
}

/** The first line of a file, as far as it fits into 4 KiB: enough to tell what it is. */
export function firstLine(bytes: Uint8Array): string {
  const start = decodeUtf8(bytes, 0, Math.min(bytes.length, 4096));
  return (start.split('\n', 1)[0] ?? '').trim();
}
