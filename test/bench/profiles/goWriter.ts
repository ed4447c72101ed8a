import type { Program } from './program.ts';
import { fate, type Stacks } from './stacks.ts';

/** Tag bytes of profile.proto: field number × 8 + wire type (0 varint, 2 length-delimited). */
const tag = {
  sampleType: 0x0a,
  sample: 0x12,
  mapping: 0x1a,
  location: 0x22,
  function: 0x2a,
  string: 0x32,
  time: 0x48,
  periodType: 0x5a,
  period: 0x60,
} as const;

/** Appends protobuf fields to one growing buffer. */
class FieldWriter {
  bytes: Uint8Array;
  position = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  reserve(length: number): void {
    if (this.position + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.ceil((this.position + length) * 1.3));
    larger.set(this.bytes.subarray(0, this.position));
    this.bytes = larger;
  }

  /** At most 2^53: Go's own writer never needs more here. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 2 ** 31) {
      this.bytes[this.position++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.bytes[this.position++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.position++] = rest;
  }

  /** A varint field, left out when zero as Go's `…Opt` writers do. */
  optional(field: number, value: number): void {
    if (value === 0) return;
    this.varint(field << 3);
    this.varint(value);
  }

  block(tagByte: number, body: Uint8Array, length = body.length): void {
    this.reserve(length + 16);
    this.varint(tagByte);
    this.varint(length);
    this.bytes.set(length === body.length ? body : body.subarray(0, length), this.position);
    this.position += length;
  }
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) length++;
  return length;
}

/** What was written, before compression. */
export interface WrittenProfile {
  readonly bytes: Uint8Array;
  readonly samples: number;
  readonly locations: number;
  readonly functions: number;
}

/**
 * Writes one side of the stacks as Go's runtime/pprof does: locations and functions between the samples that
 * first need them, values before locations, arrays packed only past two elements, the string table last, all
 * ids in order of first use. Newest stacks come first, so the two sides number everything differently.
 */
export function writeGoProfile(program: Program, stacks: Stacks, side: 'base' | 'current'): WrittenProfile {
  const out = new FieldWriter(stacks.count * 170 + (1 << 20));
  const part = new FieldWriter(1 << 12);
  const line = new FieldWriter(64);
  const strings: string[] = [''];
  const stringIndex = new Map<string, number>([['', 0]]);
  const locationId = new Uint32Array(program.address.length);
  const functionId = new Uint32Array(program.functionName.length);
  let locations = 0;
  let functions = 0;
  let samples = 0;

  const intern = (text: string): number => {
    const known = stringIndex.get(text);
    if (known !== undefined) return known;
    strings.push(text);
    stringIndex.set(text, strings.length - 1);
    return strings.length - 1;
  };
  const flush = (tagByte: number) => {
    out.block(tagByte, part.bytes, part.position);
    part.position = 0;
  };
  const valueType = (tagByte: number, type: string, unit: string) => {
    part.optional(1, intern(type));
    part.optional(2, intern(unit));
    flush(tagByte);
  };
  const emitLocation = (location: number) => {
    const newFunctions: number[] = [];
    locationId[location] = ++locations;
    part.optional(1, locations);
    part.optional(3, program.address[location] ?? 0);
    for (let at = program.lineStart[location] ?? 0; at < (program.lineStart[location + 1] ?? 0); at++) {
      const called = program.lineFunction[at] ?? 0;
      if (functionId[called] === 0) {
        functionId[called] = ++functions;
        newFunctions.push(called);
      }
      line.position = 0;
      line.optional(1, functionId[called] ?? 0);
      line.optional(2, program.lineNumber[at] ?? 0);
      part.block(0x22, line.bytes, line.position);
    }
    part.optional(2, 1);
    flush(tag.location);
    for (const added of newFunctions) {
      const name = intern(program.functionName[added] ?? '');
      part.optional(1, functionId[added] ?? 0);
      part.optional(2, name);
      part.optional(3, name);
      part.optional(4, intern(program.functionFile[added] ?? ''));
      flush(tag.function);
    }
  };

  valueType(tag.periodType, 'space', 'bytes');
  out.optional(12, 512 * 1024);
  valueType(tag.sampleType, 'alloc_objects', 'count');
  valueType(tag.sampleType, 'alloc_space', 'bytes');
  valueType(tag.sampleType, 'inuse_objects', 'count');
  valueType(tag.sampleType, 'inuse_space', 'bytes');
  const bytesKey = intern('bytes');

  for (let index = stacks.count - 1; index >= 0; index--) {
    if (stacks.fate[index] === (side === 'base' ? fate.new : fate.gone)) continue;
    const from = stacks.start[index] ?? 0;
    const to = stacks.start[index + 1] ?? 0;
    let idBytes = 0;
    for (let at = to - 1; at >= from; at--) {
      const location = stacks.location[at] ?? 0;
      if (locationId[location] === 0) emitLocation(location);
      idBytes += varintLength(locationId[location] ?? 0);
    }
    const size = stacks.objectSize[index] ?? 0;
    const allocated = stacks.allocated[side][index] ?? 0;
    const inUse = stacks.inUse[side][index] ?? 0;
    const values = [allocated, allocated * size, inUse, inUse * size];
    part.reserve(idBytes + 128);
    part.varint(0x12);
    part.varint(values.reduce((sum, value) => sum + varintLength(value), 0));
    for (const value of values) part.varint(value);
    if (to - from > 2) {
      part.varint(0x0a);
      part.varint(idBytes);
      for (let at = to - 1; at >= from; at--) part.varint(locationId[stacks.location[at] ?? 0] ?? 0);
    } else {
      for (let at = to - 1; at >= from; at--) part.optional(1, locationId[stacks.location[at] ?? 0] ?? 0);
    }
    line.position = 0;
    line.optional(1, bytesKey);
    line.optional(3, size);
    part.block(0x1a, line.bytes, line.position);
    flush(tag.sample);
    samples++;
  }

  const captured = 1_767_618_000 + (side === 'base' ? 0 : 3600);
  out.varint(tag.time);
  out.varint(captured * 1e9);
  part.optional(1, 1);
  part.optional(2, 0x400000);
  part.optional(3, 0x400000 + program.address.length * 96 + 0x2000);
  part.optional(5, intern('/usr/local/bin/acme'));
  part.optional(6, intern('8c1f2b0d5e6a47c39d20'));
  part.optional(7, 1);
  flush(tag.mapping);
  const encoder = new TextEncoder();
  for (const text of strings) out.block(tag.string, encoder.encode(text));
  return { bytes: out.bytes.subarray(0, out.position), samples, locations, functions };
}
