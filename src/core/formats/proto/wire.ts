import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';

/** Wire types of protobuf. Groups (3, 4) were given up before profile.proto; nothing else exists. */
export const varintType = 0;
export const lengthType = 2;

const two32 = 2 ** 32;

/**
 * Walks the fields of one protobuf message without allocating. `next` reads a field; its content is then in
 * `low` and `high` (a varint's two words) or in `start ..< stop` (a length-delimited field's bytes).
 * Throws `ProfileError` with code `truncated` when the input ends inside a field and `malformed` when a field
 * breaks protobuf's framing.
 */
export class WireCursor {
  readonly bytes: Uint8Array;
  position: number;
  end: number;
  /** Offset of the current field's tag. */
  at = 0;
  /** Number of the current field, −1 when it is past 2^29. */
  field = 0;
  wireType = 0;
  /** Both words are signed: an unsigned one would not always be a small integer, and stores would allocate. */
  low = 0;
  high = 0;
  start = 0;
  stop = 0;

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** Starts over on the bytes `position ..< end`. */
  enter(position: number, end: number): void {
    this.position = position;
    this.end = end;
  }

  /** Reads the next field; false at the end of the message. */
  next(): boolean {
    if (this.position >= this.end) return false;
    this.at = this.position;
    this.varint();
    this.wireType = this.low & 7;
    this.field = this.high === 0 ? this.low >>> 3 : -1;
    switch (this.wireType) {
      case varintType:
        this.varint();
        break;
      case 1:
        this.skip(8);
        break;
      case lengthType:
        this.varint();
        this.start = this.position;
        this.skip(this.high === 0 && this.low >= 0 ? this.low : this.bytes.length + 1);
        this.stop = this.position;
        break;
      case 5:
        this.skip(4);
        break;
      default:
        throw new ProfileError('malformed', l10n.t`wire type ${this.wireType} does not exist`, this.at);
    }
    return true;
  }

  /** Reads one varint into `low` and `high`. Bits past the 64th are dropped, as pprof does. */
  varint(): void {
    const { bytes, end } = this;
    let position = this.position;
    if (position < end) {
      const first = bytes[position] as number;
      if (first < 0x80) {
        this.low = first;
        this.high = 0;
        this.position = position + 1;
        return;
      }
    }
    let bottom = 0;
    let middle = 0;
    let top = 0;
    for (let i = 0; ; i++) {
      if (i === 10)
        throw new ProfileError('malformed', l10n.t('a number is longer than 10 bytes'), this.position);
      if (position >= end) throw this.cut('number');
      const byte = bytes[position++] as number;
      const bits = byte & 0x7f;
      if (i < 4) bottom |= bits << (7 * i);
      else if (i < 8) middle |= bits << (7 * (i - 4));
      else top |= bits << (7 * (i - 8));
      if (byte < 0x80) break;
    }
    this.position = position;
    this.low = bottom | (middle << 28);
    this.high = (middle >>> 4) | (top << 24);
  }

  /** The current varint as a signed 64-bit integer, the nearest double. */
  signed(): number {
    this.expect(varintType);
    return this.high * two32 + (this.low >>> 0);
  }

  /** The current varint as a signed 64-bit integer, exact. */
  bigSigned(): bigint {
    this.expect(varintType);
    return (BigInt(this.high) << 32n) + BigInt(this.low >>> 0);
  }

  /** The current varint as an unsigned 64-bit integer, exact. */
  bigUnsigned(): bigint {
    return BigInt.asUintN(64, this.bigSigned());
  }

  /** The current varint as a string's index, below `count`. */
  string(count: number): number {
    this.expect(varintType);
    if (this.high !== 0 || this.low < 0 || this.low >= count) {
      throw new ProfileError('malformed', l10n.t`there is no string ${this.signed()}`, this.at);
    }
    return this.low;
  }

  /** Refuses a known field that comes in another wire type. */
  expect(wireType: number): void {
    if (this.wireType !== wireType) {
      const detail = l10n.t`field ${this.field} has wire type ${this.wireType}, not ${wireType}`;
      throw new ProfileError('malformed', detail, this.at);
    }
  }

  private skip(length: number): void {
    if (length > this.end - this.position) throw this.cut('field');
    this.position += length;
  }

  /** At the end of the input something is missing; at the end of an inner message its length was wrong. */
  private cut(what: 'number' | 'field'): ProfileError {
    const isNumber = what === 'number';
    if (this.end === this.bytes.length) {
      const detail = isNumber
        ? l10n.t('the data ends inside a number')
        : l10n.t('the data ends inside a field');
      return new ProfileError('truncated', detail, this.position);
    }
    const detail = isNumber
      ? l10n.t('a number is longer than the message around it')
      : l10n.t('a field is longer than the message around it');
    return new ProfileError('malformed', detail, this.position);
  }
}
