import { ProfileError } from '../error.ts';
import type { SampleColumns } from '../profile.ts';
import { LabelColumnsBuilder, resized } from './labelColumns.ts';
import { profileField } from './protoFields.ts';
import type { IdTable } from './protoIds.ts';
import type { ProtoLayout } from './protoLayout.ts';
import { ValueColumnBuilder } from './valueColumn.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

/** Reads every sample. Each has one value for each sample type, and its locations exist. */
export function readSamples(bytes: Uint8Array, layout: ProtoLayout, locationIds: IdTable): SampleColumns {
  const samples = new SampleReader(bytes, layout, locationIds);
  const cursor = new WireCursor(bytes);
  while (cursor.next()) {
    if (cursor.field === profileField.sample) samples.read(cursor.start, cursor.stop);
  }
  return samples.build();
}

/** The columns while they are filled. */
class SampleReader {
  readonly #bytes: Uint8Array;
  readonly #layout: ProtoLayout;
  readonly #locationIds: IdTable;
  readonly #sample: WireCursor;
  /** On a label, or on one number of a list. */
  readonly #inner: WireCursor;
  readonly #columns: readonly ValueColumnBuilder[];
  readonly #stackStart: Uint32Array;
  readonly #labelStart: Uint32Array;
  readonly #labels: LabelColumnsBuilder;
  #stack: Uint32Array;
  #frames = 0;
  #row = 0;
  /** Values of the current sample so far. */
  #values = 0;

  constructor(bytes: Uint8Array, layout: ProtoLayout, locationIds: IdTable) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#locationIds = locationIds;
    this.#sample = new WireCursor(bytes);
    this.#inner = new WireCursor(bytes);
    this.#columns = Array.from({ length: layout.sampleTypes }, () => new ValueColumnBuilder(layout.samples));
    this.#stackStart = new Uint32Array(layout.samples + 1);
    this.#labelStart = new Uint32Array(layout.samples + 1);
    this.#labels = new LabelColumnsBuilder(layout.samples);
    // Where size matters most ids take two bytes or more; a stack that needs more room gets it.
    this.#stack = new Uint32Array(layout.sampleBytes >>> 1);
  }

  read(start: number, stop: number): void {
    const sample = this.#sample;
    sample.enter(start, stop);
    this.#values = 0;
    while (sample.next()) {
      switch (sample.field) {
        case 1:
          if (sample.wireType === lengthType) this.#packedLocations(sample.start, sample.stop);
          else {
            sample.expect(varintType);
            this.#reserve(1);
            this.#stack[this.#frames++] = this.#location(sample);
          }
          break;
        case 2:
          if (sample.wireType === lengthType) this.#packedValues(sample.start, sample.stop);
          else {
            sample.expect(varintType);
            this.#value(sample);
          }
          break;
        case 3:
          sample.expect(lengthType);
          this.#label(sample.start, sample.stop);
          break;
      }
    }
    if (this.#values !== this.#columns.length) {
      const detail = `a sample has ${this.#values} values for ${this.#columns.length} sample types`;
      throw new ProfileError('malformed', detail, start);
    }
    const row = ++this.#row;
    this.#stackStart[row] = this.#frames;
    this.#labelStart[row] = this.#labels.count;
  }

  build(): SampleColumns {
    return {
      count: this.#row,
      values: this.#columns.map(column => column.build()),
      stackStart: this.#stackStart,
      stack: this.#stack.slice(0, this.#frames),
      labelStart: this.#labelStart,
      ...this.#labels.build(),
    };
  }

  /**
   * The hot loop: tens of millions of ids in a big profile. Ids of up to three bytes that number the locations
   * in their order are decoded and checked in place.
   */
  #packedLocations(start: number, stop: number): void {
    this.#reserve(stop - start);
    const bytes = this.#bytes;
    const stack = this.#stack;
    const inPlace = this.#locationIds.sequential ? this.#locationIds.length : 0;
    let frames = this.#frames;
    let position = start;
    while (position < stop) {
      const at = position;
      let id = bytes[position++] as number;
      if (id >= 0x80) {
        let byte = bytes[position++] as number;
        id = (id & 0x7f) | ((byte & 0x7f) << 7);
        if (byte >= 0x80) {
          byte = bytes[position++] as number;
          id |= byte << 14;
          if (byte >= 0x80) id = 0;
        }
      }
      if (id > 0 && id <= inPlace && position <= stop) {
        stack[frames++] = id - 1;
        continue;
      }
      this.#inner.enter(at, stop);
      this.#inner.varint();
      position = this.#inner.position;
      stack[frames++] = this.#location(this.#inner);
    }
    this.#frames = frames;
  }

  /** The row of the location whose id the cursor has just read. */
  #location(cursor: WireCursor): number {
    const row = this.#locationIds.rowOf(cursor.low, cursor.high);
    if (row < 0) {
      throw new ProfileError('malformed', 'a sample names a location that does not exist', cursor.position);
    }
    return row;
  }

  #packedValues(start: number, stop: number): void {
    const inner = this.#inner;
    inner.enter(start, stop);
    while (inner.position < stop) {
      inner.varint();
      this.#value(inner);
    }
  }

  /** Keeps the value that the cursor has just read. One value too many is counted, and refused by `read`. */
  #value(cursor: WireCursor): void {
    this.#columns[this.#values++]?.setWords(this.#row, cursor.high | 0, cursor.low);
  }

  /** Labels that say nothing (neither a string nor a number nor a unit) are dropped, as pprof does. */
  #label(start: number, stop: number): void {
    const label = this.#inner;
    const { strings } = this.#layout;
    let key = 0;
    let string = 0;
    let number = 0;
    let unit = 0;
    label.enter(start, stop);
    while (label.next()) {
      switch (label.field) {
        case 1:
          key = label.index(strings, 'string');
          break;
        case 2:
          string = label.index(strings, 'string');
          break;
        case 3:
          number = label.signed();
          break;
        case 4:
          unit = label.index(strings, 'string');
          break;
      }
    }
    if (string !== 0) this.#labels.add(key, string, 0, 0);
    else if (number !== 0 || unit !== 0) this.#labels.add(key, 0, number, unit);
  }

  /** Makes room for up to `more` frames. */
  #reserve(more: number): void {
    const needed = this.#frames + more;
    if (needed > this.#stack.length) this.#stack = resized(this.#stack, needed + (needed >>> 1));
  }
}
