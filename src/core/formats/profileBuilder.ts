import type { Mapping, Profile, ProfileFormat, SampleType } from '../profile.ts';
import { stringTable } from '../stringTable.ts';
import { LabelColumnsBuilder } from './labelColumns.ts';
import { bounds, type Counted, type LimitName, type Limits, overLimit } from './limits.ts';
import { resized } from './resized.ts';
import { checkStackFrames } from './stackFrames.ts';
import { ValueColumnBuilder } from './valueColumn.ts';

/** What a built profile says about itself; everything else is unknown. */
export interface BuiltHeader {
  readonly format: ProfileFormat;
  readonly sampleTypes: readonly SampleType[];
  readonly periodType?: SampleType;
  readonly period?: number;
  readonly dropFrames?: string;
  readonly keepFrames?: string;
  readonly mappings?: readonly Mapping[];
  /** For each location its row in `mappings`, −1 for none. */
  readonly mappingOf?: Int32Array;
}

/** Where a location is in the source; its function is a row that `function` gave. */
export interface SourceLine {
  readonly function: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Builds a profile from a format that is read piece by piece: equal strings, functions and locations are one. Its
 * methods throw `ProfileError` with code `overLimit`.
 */
export class ProfileBuilder {
  readonly #limits: Limits;
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #functions = new Map<string, number>();
  readonly #functionRows: { name: number; file: number; startLine: number }[] = [];
  readonly #unsymbolised = new Map<bigint, number>();
  readonly #locations = new Map<string, number>();
  readonly #lines: (SourceLine | undefined)[] = [];
  #stack: Uint32Array = new Uint32Array(256);
  #frames = 0;
  readonly #stackStart = [0];
  readonly #labels: LabelColumnsBuilder;
  readonly #labelStart = [0];
  /** `bounds.valuesPerSample` for each sample. */
  #values: Float64Array = new Float64Array(256);
  #cutNames = 0;
  /** By row of location. */
  readonly addresses: bigint[] = [];

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#labels = new LabelColumnsBuilder(64, limits);
  }

  /** Row of a function. */
  function(name: string, file: string, startLine: number): number {
    const row = { name: this.#string(name), file: this.#string(file), startLine };
    return internedRow(this.#functions, `${row.name} ${row.file} ${startLine}`, () => {
      this.#check('locations', 'functions', this.#functionRows.length);
      return this.#functionRows.push(row) - 1;
    });
  }

  /** Row of a location; without a line it is not symbolised. */
  location(address: bigint, line: SourceLine | undefined): number {
    const add = (): number => {
      this.#check('locations', 'locations', this.#lines.length);
      this.addresses.push(address);
      return this.#lines.push(line) - 1;
    };
    if (line === undefined) return internedRow(this.#unsymbolised, address, add);
    const where = `${address} ${line.function} ${line.line} ${line.column}`;
    return internedRow(this.#locations, where, add);
  }

  /**
   * `stack` is rows of locations, leaf first; `values` are at most `bounds.valuesPerSample`. `objectSize` becomes the
   * label `bytes`, as pprof has it.
   */
  sample(stack: readonly number[], values: readonly number[], objectSize?: number): void {
    const frames = this.#frames + stack.length;
    const samples = this.#labelStart.length - 1;
    this.#check('samples', 'samples', samples);
    if (frames > this.#limits.frames) throw overLimit('frames', this.#limits, 'frames');
    const at = samples * bounds.valuesPerSample;
    if (at === this.#values.length) this.#values = resized(this.#values, 2 * at);
    this.#values.set(values, at);
    if (frames > this.#stack.length) this.#stack = resized(this.#stack, 2 * frames);
    this.#stack.set(stack, this.#frames);
    this.#frames = frames;
    this.#stackStart.push(frames);
    if (objectSize) this.#labels.add(this.#string('bytes'), 0, objectSize, 0);
    this.#labelStart.push(this.#labels.count);
  }

  /** Throws `tooLarge` for a stack that is too deep. */
  build(header: BuiltHeader): Profile {
    const count = this.#labelStart.length - 1;
    const locations = this.#buildLocations(header.mappingOf);
    const samples = {
      count,
      values: header.sampleTypes.map((_, column) => {
        const builder = new ValueColumnBuilder(count);
        for (let row = 0; row < count; row++) {
          builder.value[row] = this.#values[row * bounds.valuesPerSample + column] ?? 0;
        }
        return builder.build();
      }),
      stackStart: Uint32Array.from(this.#stackStart),
      stack: this.#stack.slice(0, this.#frames),
      labelStart: Uint32Array.from(this.#labelStart),
      ...this.#labels.build(),
    };
    checkStackFrames(samples, locations);
    const names = Uint32Array.from(this.#functionRows, row => row.name);
    return {
      format: header.format,
      sampleTypes: header.sampleTypes,
      defaultSampleType: '',
      periodType: header.periodType,
      period: header.period ?? 0,
      timeNanos: 0n,
      durationNanos: 0n,
      comments: [],
      dropFrames: header.dropFrames ?? '',
      keepFrames: header.keepFrames ?? '',
      strings: stringTable([...this.#strings.keys()]),
      cutNames: this.#cutNames,
      mappings: header.mappings ?? [],
      functions: {
        count: names.length,
        name: names,
        systemName: names,
        file: Uint32Array.from(this.#functionRows, row => row.file),
        startLine: Float64Array.from(this.#functionRows, row => row.startLine),
      },
      locations,
      samples,
    };
  }

  #string(text: string): number {
    const cut = text.length > bounds.nameLength ? text.slice(0, bounds.nameLength) : text;
    return internedRow(this.#strings, cut, () => {
      this.#check('strings', 'strings', this.#strings.size);
      if (cut !== text) this.#cutNames++;
      return this.#strings.size;
    });
  }

  /** Refuses one more than there are. */
  #check(limit: LimitName, what: Counted, found: number): void {
    if (found >= this.#limits[limit]) throw overLimit(limit, this.#limits, what);
  }

  #buildLocations(mappingOf: Int32Array | undefined): Profile['locations'] {
    const lines = this.#lines.filter(line => line !== undefined);
    const lineStart = new Uint32Array(this.#lines.length + 1);
    this.#lines.forEach((line, row) => {
      lineStart[row + 1] = (lineStart[row] ?? 0) + (line === undefined ? 0 : 1);
    });
    return {
      count: this.#lines.length,
      address: BigUint64Array.from(this.addresses),
      mapping: mappingOf ?? new Int32Array(this.#lines.length).fill(-1),
      folded: new Uint8Array(this.#lines.length),
      lineStart,
      lineFunction: Int32Array.from(lines, line => line.function),
      lineNumber: Float64Array.from(lines, line => line.line),
      lineColumn: Float64Array.from(lines, line => line.column),
    };
  }
}

function internedRow<K>(rows: Map<K, number>, key: K, add: () => number): number {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const row = add();
  rows.set(key, row);
  return row;
}
