import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import { LabelColumnsBuilder } from '../labelColumns.ts';
import type { Limits } from '../limits.ts';
import { WireCursor } from './wire.ts';

/** Reads the labels of all samples, one after the other. */
export class LabelReader {
  readonly columns: LabelColumnsBuilder;
  readonly #bytes: Uint8Array;
  readonly #cursor: WireCursor;
  readonly #strings: number;

  /** `strings` is the length of the string table, `expected` a guess at how many labels there will be. */
  constructor(bytes: Uint8Array, strings: number, expected: number, limits: Limits) {
    this.columns = new LabelColumnsBuilder(expected, limits);
    this.#bytes = bytes;
    this.#cursor = new WireCursor(bytes);
    this.#strings = strings;
  }

  /**
   * Reads the label `bytes[from ..< to]`. Go gives nearly every sample one, so numbers of up to three bytes are
   * decoded in place. Labels that say nothing (neither a string nor a number nor a unit) are dropped, as pprof does.
   */
  read(from: number, to: number): void {
    const bytes = this.#bytes;
    const cursor = this.#cursor;
    let key = 0;
    let string = 0;
    let number = 0;
    let unit = 0;
    let position = from;
    while (position < to) {
      const at = position;
      const tag = bytes[at] as number;
      let field = tag >>> 3;
      let value = bytes[at + 1] as number;
      position += 2;
      if (value >= 0x80) {
        const byte = bytes[position++] as number;
        value = (value & 0x7f) | ((byte & 0x7f) << 7);
        if (byte >= 0x80) value |= (bytes[position++] as number) << 14;
      }
      if (position > to || value >= 1 << 21 || tag >= 0x80 || (tag & 7) !== 0) {
        cursor.enter(at, to);
        cursor.next();
        position = cursor.position;
        field = cursor.field;
        value = field >= 1 && field <= 4 ? cursor.signed() : 0;
      }
      switch (field) {
        case 1:
          key = this.#string(value, at);
          break;
        case 2:
          string = this.#string(value, at);
          break;
        case 3:
          number = value;
          break;
        case 4:
          unit = this.#string(value, at);
          break;
      }
    }
    if (string !== 0) this.columns.add(key, string, 0, 0);
    else if (number !== 0 || unit !== 0) this.columns.add(key, 0, number, unit);
  }
  #string(value: number, at: number): number {
    if (value >= 0 && value < this.#strings) return value;
    throw new ProfileError('malformed', l10n.t`there is no string ${value}`, at);
  }
}
