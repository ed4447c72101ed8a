import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { decodeUtf8 } from './decodeUtf8.ts';

const quote = 0x22;
const backslash = 0x5c;
const open = { object: 0x7b, array: 0x5b } as const;
const close = { object: 0x7d, array: 0x5d } as const;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
/** No number is longer that is written to be read. */
const longestNumber = 64;
/** Strings up to this many bytes are put together here; the decoder takes longer to start than to work. */
const shortString = 24;

/**
 * Walks JSON without building anything of it, so that it can be stopped at any time and takes no memory whatever the
 * JSON holds. It stands before a value; each method reads one, or enters it. Throws `ProfileError` with code
 * `malformed`. What is skipped is not checked but for its brackets.
 */
export class JsonCursor {
  readonly #bytes: Uint8Array;
  #position: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.#position = marked ? 3 : 0;
  }

  /** What kind of value comes. */
  kind(): 'object' | 'array' | 'string' | 'other' {
    const byte = this.#next();
    if (byte === open.object) return 'object';
    if (byte === open.array) return 'array';
    return byte === quote ? 'string' : 'other';
  }

  /** Enters an object or an array. */
  enter(kind: 'object' | 'array'): void {
    this.#take(open[kind]);
  }

  /** The key of the object's next member, and stands before its value; undefined when it has left the object. */
  key(first: boolean): string | undefined {
    if (!this.#more(first, close.object)) return undefined;
    const key = this.string();
    this.#take(0x3a);
    return key;
  }

  /** Stands before the array's next item; false when it has left the array. */
  item(first: boolean): boolean {
    return this.#more(first, close.array);
  }

  string(): string {
    this.#take(quote);
    const bytes = this.#bytes;
    const start = this.#position;
    let plain = true;
    let at = start;
    for (; at < bytes.length && bytes[at] !== quote; at++) {
      const byte = bytes[at] as number;
      if (byte === backslash) at++;
      if (byte === backslash || byte < 0x20 || byte >= 0x80) plain = false;
    }
    if (at >= bytes.length) throw this.#malformed(l10n.t('it ends inside a string'));
    this.#position = at + 1;
    if (!plain) return this.#unescaped(start, at);
    if (at - start > shortString) return decodeUtf8(bytes, start, at);
    let text = '';
    for (let i = start; i < at; i++) text += String.fromCharCode(bytes[i] as number);
    return text;
  }

  number(): number {
    const start = this.#skipBlank();
    let at = start;
    // Nearly every number is a short one of digits alone.
    let value = 0;
    for (let byte = this.#bytes[at]; isDigit(byte) && at - start < 15; byte = this.#bytes[++at]) {
      value = 10 * value + byte - 0x30;
    }
    const leadsWithZero = this.#bytes[start] === 0x30 && at - start > 1;
    if (at > start && !leadsWithZero && !isOfNumber(this.#bytes[at])) {
      this.#position = at;
      return value;
    }
    while (at - start < longestNumber && isOfNumber(this.#bytes[at])) at++;
    const text = String.fromCharCode(...this.#bytes.subarray(start, at));
    if (text.length === longestNumber || !number.test(text))
      throw this.#malformed(l10n.t('there is no number where one belongs'));
    this.#position = at;
    return Number(text);
  }

  /** Passes over a value of any kind, however deep. */
  skip(): void {
    const bytes = this.#bytes;
    let depth = 0;
    let at = this.#skipBlank();
    for (; ; at++) {
      const byte = bytes[at];
      if (byte === undefined) throw this.#malformed(l10n.t('it ends too early'));
      if (byte === quote) at = this.#endOfString(at);
      else if (byte === open.object || byte === open.array) depth++;
      else if (byte === close.object || byte === close.array) depth--;
      if (depth < 0) throw this.#malformed(l10n.t('a value is missing'));
      if (depth === 0 && isLast(byte, bytes[at + 1])) break;
    }
    this.#position = at + 1;
  }

  /** Refuses anything but white space. */
  end(): void {
    if (this.#next() !== undefined) throw this.#malformed(l10n.t('something follows its end'));
  }

  #more(first: boolean, closing: number): boolean {
    if (this.#next() === closing) {
      this.#position++;
      return false;
    }
    if (!first) this.#take(0x2c);
    return true;
  }

  #take(byte: number): void {
    if (this.#next() !== byte)
      throw this.#malformed(l10n.t`there is no ${String.fromCharCode(byte)} where one belongs`);
    this.#position++;
  }

  #next(): number | undefined {
    return this.#bytes[this.#skipBlank()];
  }

  #skipBlank(): number {
    let byte = this.#bytes[this.#position];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)
      byte = this.#bytes[++this.#position];
    return this.#position;
  }

  /** Where the string ends that begins here. */
  #endOfString(from: number): number {
    const bytes = this.#bytes;
    let at = from + 1;
    while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
    return at;
  }

  #unescaped(start: number, end: number): string {
    try {
      return String(JSON.parse(`"${decodeUtf8(this.#bytes, start, end)}"`));
    } catch {
      throw this.#malformed(l10n.t('a string is written wrongly'));
    }
  }

  #malformed(detail: string): ProfileError {
    return new ProfileError('malformed', l10n.t`its JSON is broken: ${detail}`, this.#position);
  }
}

function isDigit(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Digits, signs, points, exponents. */
function isOfNumber(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && '+-.eE'.includes(String.fromCharCode(byte)));
}

/** Whether a value ends with this byte outside of brackets: a bracket or a quote, or the last of a number or word. */
function isLast(byte: number, after: number | undefined): boolean {
  if (byte === quote || byte === close.object || byte === close.array) return true;
  return (
    after === undefined || after <= 0x20 || after === 0x2c || after === close.object || after === close.array
  );
}
