import { ProfileError } from '../error.ts';
import type { Mapping, Profile, ProfileFormat, SampleType, StringTable } from '../profile.ts';
import { LabelColumnsBuilder } from './labelColumns.ts';
import { limits } from './limits.ts';
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

/** Builds a profile from a format that is read piece by piece: equal strings, functions and locations are one. */
export class ProfileBuilder {
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #functions = new Map<string, number>();
  readonly #functionRows: { name: number; file: number; startLine: number }[] = [];
  readonly #locations = new Map<string, number>();
  readonly #lines: (SourceLine | undefined)[] = [];
  #stack: Uint32Array = new Uint32Array(256);
  #frames = 0;
  readonly #stackStart = [0];
  readonly #labels = new LabelColumnsBuilder(64);
  readonly #labelStart = [0];
  readonly #values: number[][] = [];
  /** By row of location. */
  readonly addresses: bigint[] = [];

  /** Row of a function. */
  function(name: string, file: string, startLine: number): number {
    const row = { name: this.#string(name), file: this.#string(file), startLine };
    return internedRow(this.#functions, `${row.name} ${row.file} ${startLine}`, () => {
      return this.#functionRows.push(row) - 1;
    });
  }

  /** Row of a location; without a line it is not symbolised. */
  location(address: bigint, line: SourceLine | undefined): number {
    const where = line === undefined ? '' : `${line.function} ${line.line} ${line.column}`;
    return internedRow(this.#locations, `${address} ${where}`, () => {
      this.addresses.push(address);
      return this.#lines.push(line) - 1;
    });
  }

  /**
   * `stack` is rows of locations, leaf first. `objectSize` becomes the label `bytes`, as pprof has it. Throws
   * `tooLarge` when there are too many frames in all.
   */
  sample(stack: readonly number[], values: readonly number[], objectSize?: number): void {
    const frames = this.#frames + stack.length;
    if (frames > limits.allFrames) {
      throw new ProfileError('tooLarge', `more than ${limits.allFrames} frames in all stacks`);
    }
    if (frames > this.#stack.length) this.#stack = resized(this.#stack, 2 * frames);
    this.#stack.set(stack, this.#frames);
    this.#frames = frames;
    this.#stackStart.push(frames);
    if (objectSize) this.#labels.add(this.#string('bytes'), 0, objectSize, 0);
    this.#labelStart.push(this.#labels.count);
    this.#values.push([...values]);
  }

  /** Throws `tooLarge` for a stack that is too deep. */
  build(header: BuiltHeader): Profile {
    const locations = this.#buildLocations(header.mappingOf);
    const samples = {
      count: this.#values.length,
      values: header.sampleTypes.map((_, column) => {
        const builder = new ValueColumnBuilder(this.#values.length);
        this.#values.forEach((values, row) => {
          builder.value[row] = values[column] ?? 0;
        });
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
    return internedRow(this.#strings, text, () => this.#strings.size);
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

function internedRow(rows: Map<string, number>, key: string, add: () => number): number {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const row = add();
  rows.set(key, row);
  return row;
}

function stringTable(strings: readonly string[]): StringTable {
  return {
    length: strings.length,
    get: index => {
      const string = strings[index];
      if (string === undefined) throw new RangeError(`string ${index} of ${strings.length}`);
      return string;
    },
  };
}
