import { type Counted, type Limits, overLimit } from '../limits.ts';
import { profileField } from './protoLayout.ts';
import { lengthType, varintType } from './wire.ts';

/** Bytes that a message may still have at the top level: more than there are. */
const endless = Number.MAX_SAFE_INTEGER;

/**
 * Counts what a profile.proto is made of while its bytes come, a piece at a time, and keeps nothing of them. Throws
 * `ProfileError` with code `overLimit`. What is no protobuf it stops to count: its reader will say what is wrong.
 */
export class ProtoGauge {
  readonly #limits: Limits;
  readonly #fields = new Float64Array(profileField.defaultSampleType + 2);
  #frames = 0;
  #labels = 0;
  /** What came cannot be a profile.proto. */
  lost = false;

  /** The varint that is being read: what for, and its value and scale so far. */
  #reading: 'tag' | 'number' | 'length' = 'tag';
  #value = 0;
  #scale = 1;
  /** Field and wire type of the last tag, and the bytes left of its content. */
  #field = 0;
  #skip = 0;
  /** What is skipped is a list of locations, a frame each. */
  #inStack = false;
  /** Bytes left of the sample that is being walked; `endless` outside of one. */
  #left = endless;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The next bytes. */
  add(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length && !this.lost) {
      if (this.#skip > 0) at = this.#pass(piece, at);
      else this.#take(piece[at++] as number);
    }
  }

  /** Steps over the content of a field as far as the piece has it. */
  #pass(piece: Uint8Array, from: number): number {
    const to = Math.min(piece.length, from + this.#skip);
    if (this.#inStack) {
      for (let at = from; at < to; at++) if ((piece[at] as number) < 0x80) this.#frames++;
      this.#check('frames', 'frames', this.#frames);
    }
    this.#skip -= to - from;
    this.#spend(to - from);
    return to;
  }

  /** One more byte of a varint. */
  #take(byte: number): void {
    this.#value += (byte & 0x7f) * this.#scale;
    this.#scale *= 0x80;
    if (byte < 0x80) {
      const value = this.#value;
      this.#value = 0;
      this.#scale = 1;
      if (this.#reading === 'tag') this.#tag(value);
      else {
        if (this.#reading === 'length') this.#enter(value);
        this.#reading = 'tag';
      }
    } else if (this.#scale > 2 ** 63) this.lost = true;
    this.#spend(1);
  }

  /** Takes bytes off the sample that they belong to. */
  #spend(bytes: number): void {
    if (this.#left === endless) return;
    this.#left -= bytes;
    if (this.#left < 0) this.lost = true;
    if (this.#left === 0) this.#left = endless;
  }

  #tag(tag: number): void {
    this.#field = Math.floor(tag / 8);
    this.#inStack = false;
    const type = tag % 8;
    if (type === varintType) this.#reading = 'number';
    else if (type === lengthType) this.#reading = 'length';
    else if (type === 1) this.#skip = 8;
    else if (type === 5) this.#skip = 4;
    else this.lost = true;
    if (this.#left !== endless) this.#countInSample(type);
    else this.#count();
  }

  #count(): void {
    const field = Math.min(this.#field, this.#fields.length - 1);
    const found = (this.#fields[field] ?? 0) + 1;
    this.#fields[field] = found;
    if (field === profileField.sample) this.#check('samples', 'samples', found);
    else if (field === profileField.location) this.#check('locations', 'locations', found);
    else if (field === profileField.function) this.#check('locations', 'functions', found);
    else if (field === profileField.string) this.#check('strings', 'strings', found);
    else if (field === profileField.comment) this.#check('strings', 'comments', found);
    else this.#check('strings', 'other fields', found);
  }

  #countInSample(type: number): void {
    if (this.#field === 3) this.#check('labels', 'labels', ++this.#labels);
    if (this.#field === 1 && type === varintType) this.#check('frames', 'frames', ++this.#frames);
  }

  /** The content of a field follows: that of a sample is walked, any other passed. */
  #enter(length: number): void {
    if (this.#left === endless && this.#field === profileField.sample && length > 0) {
      // The last byte of the length, which is yet to be taken off, is not of it.
      this.#left = length + 1;
      return;
    }
    this.#skip = length;
    this.#inStack = this.#left !== endless && this.#field === 1;
  }

  #check(
    name: 'samples' | 'frames' | 'labels' | 'strings' | 'locations',
    what: Counted,
    found: number,
  ): void {
    if (found > this.#limits[name]) throw overLimit(name, this.#limits, what);
  }
}
