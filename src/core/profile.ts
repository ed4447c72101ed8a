/** One column of a profile, for example `inuse_space` in `bytes`. */
export interface SampleType {
  readonly type: string;
  readonly unit: string;
}

/** Numbers of things, in as few bytes each as hold them. */
export type Ids = Uint16Array | Uint32Array;

/** Strings of a profile, decoded when first asked for. Index 0 is always `''`. */
export interface StringTable {
  readonly length: number;
  get(index: number): string;
}

/** A binary or shared library that was mapped into the process. Addresses are unsigned 64-bit. */
export interface Mapping {
  readonly start: bigint;
  readonly limit: bigint;
  readonly fileOffset: bigint;
  readonly file: string;
  readonly buildId: string;
}

/** In place of a file, of functions that V8 itself brings along: `Array.prototype.join`, `Map.prototype.set`. */
export const v8Builtins = 'v8:builtins';

/** Functions, one row each. `name`, `systemName` and `file` index the string table. */
export interface FunctionColumns {
  readonly count: number;
  readonly name: Uint32Array;
  readonly systemName: Uint32Array;
  readonly file: Uint32Array;
  /** Line of the declaration; 0 when unknown. */
  readonly startLine: Float64Array;
}

/**
 * Locations, one row each. Row `i` owns the lines `lineStart[i] ..< lineStart[i + 1]`, innermost inlined
 * function first, its caller last (profile.proto's order). A location without lines is not symbolised.
 */
export interface LocationColumns {
  readonly count: number;
  readonly address: BigUint64Array;
  /** Index into `mappings`, −1 for none. */
  readonly mapping: Int32Array;
  /** 1 where the linker folded several functions into one. */
  readonly folded: Uint8Array;
  /** `count + 1` entries. */
  readonly lineStart: Uint32Array;
  /** Row in `functions`, −1 for none. */
  readonly lineFunction: Int32Array;
  readonly lineNumber: Float64Array;
  readonly lineColumn: Float64Array;
}

/**
 * The values of one sample type, one entry a sample. `value` is the nearest double. `wide` is there only when
 * the column's absolute sum passes 2^53: then value = high × 2^32 + low, 0 ≤ low < 2^32, so that sums of
 * `high` and of `low` stay exact in doubles.
 */
export interface ValueColumn {
  readonly value: Float64Array;
  readonly wide: { readonly high: Float64Array; readonly low: Float64Array } | undefined;
}

/**
 * Samples, one row each. Row `i` owns `stack[stackStart[i] ..< stackStart[i + 1]]` (rows of `locations`, leaf
 * first) and the labels `labelStart[i] ..< labelStart[i + 1]`.
 */
export interface SampleColumns {
  readonly count: number;
  /** One column for each sample type, in the profile's order. */
  readonly values: readonly ValueColumn[];
  readonly stackStart: Uint32Array;
  readonly stack: Ids;
  readonly labelStart: Uint32Array;
  /** Indices into the string table; `labelString` and `labelUnit` are 0 where there is none. */
  readonly labelKey: Uint32Array;
  readonly labelString: Uint32Array;
  readonly labelNumber: Float64Array;
  readonly labelUnit: Uint32Array;
}

/** Which format a profile was read from. */
export type ProfileFormat = 'proto' | 'gperftools' | 'goText' | 'javaHeap' | 'jemalloc' | 'binaryDump' | 'v8';

/** A decoded profile: columns in typed arrays, ids replaced by dense row numbers, every index checked. */
export interface Profile {
  readonly format: ProfileFormat;
  readonly sampleTypes: readonly SampleType[];
  /** The profile's own default column, `''` when it names none. */
  readonly defaultSampleType: string;
  readonly periodType: SampleType | undefined;
  /** Units of `periodType` between two samples; 0 when unknown. */
  readonly period: number;
  /** When it was captured, nanoseconds since 1970; 0n when unknown. */
  readonly timeNanos: bigint;
  readonly durationNanos: bigint;
  readonly comments: readonly string[];
  /** Regular expressions (RE2) of pprof's pruning, `''` when absent. */
  readonly dropFrames: string;
  readonly keepFrames: string;
  readonly strings: StringTable;
  /** How many strings were longer than 64 KiB, and end there. */
  readonly cutNames: number;
  readonly mappings: readonly Mapping[];
  readonly functions: FunctionColumns;
  readonly locations: LocationColumns;
  readonly samples: SampleColumns;
}
