import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import { idsBelow } from '../../idsBelow.ts';
import type { Ids, SampleColumns, StringTable } from '../../profile.ts';
import { type Limits, overLimit } from '../limits.ts';
import { resized, trimmed } from '../resized.ts';
import { ValueColumnBuilder } from '../valueColumn.ts';
import type { IdTable } from './protoIds.ts';
import { LabelReader } from './protoLabels.ts';
import type { Spans } from './spans.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

/** Reads every sample. Each has `sampleTypes` values, and its locations exist. */
export function readSamples(
  bytes: Uint8Array,
  spans: Spans,
  sampleTypes: number,
  strings: StringTable,
  locationIds: IdTable,
  limits: Limits,
): SampleColumns {
  const samples = new SampleReader(bytes, spans, sampleTypes, strings.length, locationIds, limits);
  for (let i = 0; i < spans.length; i++) samples.read(spans.start(i), spans.stop(i));
  return samples.build();
}

/**
 * The columns while they are filled. Nearly all of a big profile's time goes here, so what Go and pprof write
 * (lists and labels of less than 16 KiB, numbers of a few bytes) is decoded in place; all else that protobuf
 * allows goes through a cursor. The one way reads nothing differently from the other: only faster.
 */
class SampleReader {
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  readonly #locationIds: IdTable;
  readonly #limits: Limits;
  readonly #cursor: WireCursor;
  readonly #columns: readonly ValueColumnBuilder[];
  readonly #stackStart: Uint32Array;
  readonly #labelStart: Uint32Array;
  readonly #labels: LabelReader;
  #stack: Ids;
  #frames = 0;
  #row = 0;
  /** Values of the current sample so far. */
  #values = 0;

  constructor(
    bytes: Uint8Array,
    spans: Spans,
    sampleTypes: number,
    strings: number,
    locationIds: IdTable,
    limits: Limits,
  ) {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#locationIds = locationIds;
    this.#limits = limits;
    this.#cursor = new WireCursor(bytes);
    this.#columns = Array.from({ length: sampleTypes }, () => new ValueColumnBuilder(spans.length));
    this.#stackStart = new Uint32Array(spans.length + 1);
    this.#labelStart = new Uint32Array(spans.length + 1);
    this.#labels = new LabelReader(bytes, strings, spans.length, limits);
    // Big Go profiles have 0.36 locations for each byte of their samples.
    this.#stack = idsBelow(locationIds.length, Math.min(Math.ceil(spans.bytes * 0.4), limits.frames));
  }

  /** Reads the sample `bytes[start ..< end]`. */
  read(start: number, end: number): void {
    const bytes = this.#bytes;
    this.#values = 0;
    let position = start;
    while (position < end) {
      const tag = bytes[position] as number;
      let from = position + 2;
      let length = bytes[position + 1] as number;
      if (length >= 0x80) length = (length & 0x7f) | ((bytes[from++] as number) << 7);
      const to = from + length;
      const inPlace = length < 1 << 14 && to <= end;
      if (inPlace && tag === 0x0a) this.#readLocations(from, to);
      else if (inPlace && tag === 0x12) this.#readValues(from, to);
      else if (inPlace && tag === 0x1a) this.#labels.read(from, to);
      else {
        position = this.#readField(position, end);
        continue;
      }
      position = to;
    }
    if (this.#values !== this.#columns.length) {
      const detail = l10n.t`a sample has ${this.#values} values for ${this.#columns.length} sample types`;
      throw new ProfileError('malformed', detail, start);
    }
    const row = ++this.#row;
    this.#stackStart[row] = this.#frames;
    this.#labelStart[row] = this.#labels.columns.count;
  }

  build(): SampleColumns {
    if (this.#frames > this.#limits.frames) throw overLimit('frames', this.#limits, 'frames');
    return {
      count: this.#row,
      values: this.#columns.map(column => column.build()),
      stackStart: this.#stackStart,
      stack: trimmed(this.#stack, this.#frames),
      labelStart: this.#labelStart,
      ...this.#labels.columns.build(),
    };
  }

  /** Reads one field, whatever it is and however it is written; returns where it ends. */
  #readField(position: number, end: number): number {
    const cursor = this.#cursor;
    cursor.enter(position, end);
    cursor.next();
    const after = cursor.position;
    const list = cursor.wireType === lengthType;
    switch (cursor.field) {
      case 1:
        if (list) this.#readLocations(cursor.start, cursor.stop);
        else {
          cursor.expect(varintType);
          this.#reserve(1);
          this.#stack[this.#frames++] = this.#locationRow();
        }
        break;
      case 2:
        if (list) this.#readValues(cursor.start, cursor.stop);
        else {
          cursor.expect(varintType);
          this.#columns[this.#values++]?.setWords(this.#row, cursor.high, cursor.low);
        }
        break;
      case 3:
        cursor.expect(lengthType);
        this.#labels.read(cursor.start, cursor.stop);
        break;
    }
    return after;
  }

  /** Reads a list of location ids. The hot loop: one load of four bytes for each id of up to three. */
  #readLocations(from: number, to: number): void {
    this.#reserve(to - from);
    const words = this.#words;
    const stack = this.#stack;
    // Ids up to this are row + 1.
    const known = this.#locationIds.sequential ? this.#locationIds.length : 0;
    const lastLoad = words.byteLength - 4;
    let frames = this.#frames;
    let position = from;
    while (position < to) {
      let id = 0;
      let length = 0;
      if (position <= lastLoad) {
        const word = words.getInt32(position, true);
        id = word & 0x7f;
        length = 1;
        if ((word & 0x80) !== 0) {
          id |= (word >>> 1) & 0x3f80;
          length = 2;
          if ((word & 0x8000) !== 0) {
            id |= (word >>> 2) & 0x1fc000;
            length = 3;
            if ((word & 0x800000) !== 0) id = 0;
          }
        }
      }
      if (id > 0 && id <= known && position + length <= to) {
        stack[frames++] = id - 1;
        position += length;
      } else {
        this.#cursor.enter(position, to);
        this.#cursor.varint();
        stack[frames++] = this.#locationRow();
        position = this.#cursor.position;
      }
    }
    this.#frames = frames;
  }

  /** The row of the location whose id the cursor has just read. */
  #locationRow(): number {
    const { low, high, position } = this.#cursor;
    const row = this.#locationIds.rowOf(low, high);
    if (row < 0)
      throw new ProfileError('malformed', l10n.t('a sample names a location that does not exist'), position);
    return row;
  }

  /** Reads a list of values. One value too many is counted, and refused at the sample's end. */
  #readValues(from: number, to: number): void {
    const bytes = this.#bytes;
    let position = from;
    while (position < to) {
      const column = this.#columns[this.#values++];
      // Up to 7 bytes make a positive number below 2^49.
      const last = Math.min(position + 7, to);
      let after = position;
      let value = 0;
      let scale = 1;
      let byte = 0x80;
      while (byte >= 0x80 && after < last) {
        byte = bytes[after++] as number;
        value += (byte & 0x7f) * scale;
        scale *= 0x80;
      }
      if (byte >= 0x80) {
        this.#cursor.enter(position, to);
        this.#cursor.varint();
        after = this.#cursor.position;
        column?.setWords(this.#row, this.#cursor.high, this.#cursor.low);
      } else if (column !== undefined) column.value[this.#row] = value;
      position = after;
    }
  }

  /** Makes room for up to `more` frames. The limit may be passed by as many as one sample has. */
  #reserve(more: number): void {
    const needed = this.#frames + more;
    if (needed <= this.#stack.length) return;
    if (this.#frames > this.#limits.frames) throw overLimit('frames', this.#limits, 'frames');
    this.#stack = resized(this.#stack, Math.min(needed + (needed >>> 1), this.#limits.frames + more));
  }
}
