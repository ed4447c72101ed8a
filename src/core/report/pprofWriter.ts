import {
  emptyTableToken,
  type FunctionInput,
  type LabelInput,
  type LineInput,
  type LocationInput,
  type MappingInput,
  Profile as PprofProfile,
  type SampleInput,
  StringTable,
  type ValueTypeInput,
} from 'pprof-format';
import { type SharedType, sharedTypes } from '../pair/sharedTypes.ts';
import type { Profile, SampleType } from '../profile.ts';

/** The label by which pprof tells a diff's base samples: `go tool pprof -diff_base` writes it too. */
const baseLabel = { key: 'pprof::base', value: 'true' } as const;

/** pprof takes mappings of one binary for the same when their sizes agree up to this. */
const mappingRounding = 0x1000n;

/**
 * A 0 that is written: 0 modulo 2^64, and true. Of a message whose fields are all 0 pprof-format writes two bytes and counts
 * none, so that whatever holds it ends too early.
 */
const writtenZero = 2n ** 64n;

/** So many samples are put together at once: for each of them pprof-format needs ten times what is written. */
const samplesAtOnce = 1024;

/** A column of a profile to write, each value times `factor`. */
type Column = SharedType['columns'][number];

/** Writes a profile as an uncompressed profile.proto, in pieces that follow one another. */
export function* writeProfile(profile: Profile): Generator<Uint8Array, void> {
  const writer = new PprofWriter();
  const columns = profile.sampleTypes.map((_, index) => ({ index, factor: 1 }));
  yield* writer.samples(profile, columns, 'asIs');
  yield writer.tables(profile, profile.sampleTypes, {});
}

/**
 * Writes current − base as an uncompressed profile.proto, in pieces that follow one another: the base's samples are
 * there negated and labelled `pprof::base`, so that pprof shows what it shows with `-diff_base`. Sample types are those
 * that both have.
 * Throws `ProfileError` with code `noCommonSampleType`.
 */
export function* writeDiff(base: Profile, current: Profile): Generator<Uint8Array, void> {
  const sampleTypes = sharedTypes([base, current]);
  const columns = (profile: 0 | 1): Column[] =>
    sampleTypes.map(shared => shared.columns[profile] ?? { index: -1, factor: 1 });
  const writer = new PprofWriter();
  yield* writer.samples(current, columns(1), 'asIs');
  yield* writer.samples(base, columns(0), 'asBase');
  yield writer.tables(current, sampleTypes, {
    timeNanos: earliest(base.timeNanos, current.timeNanos),
    durationNanos: base.durationNanos + current.durationNanos,
    period: Math.max(base.period, current.period),
    comments: [...new Set([...current.comments, ...base.comments])],
  });
}

function earliest(a: bigint, b: bigint): bigint {
  if (a === 0n || b === 0n) return a + b;
  return a < b ? a : b;
}

/**
 * Writes the samples of one or several profiles, and after them what they refer to; equal mappings, functions and locations
 * become one. Each piece is a profile.proto: by Protocol Buffers' rules messages one after the other are one, their lists
 * joined.
 */
class PprofWriter {
  readonly #strings = new StringTable();
  readonly #mappings = new Interned<MappingInput>();
  readonly #functions = new Interned<FunctionInput>();
  readonly #locations = new Interned<LocationInput>();

  *samples(
    profile: Profile,
    columns: readonly Column[],
    how: 'asIs' | 'asBase',
  ): Generator<Uint8Array, void> {
    const locationIds = this.#addLocations(profile);
    const isBase = this.#label(baseLabel.key, baseLabel.value);
    for (let from = 0; from < profile.samples.count; from += samplesAtOnce) {
      const sample: SampleInput[] = [];
      for (let row = from; row < Math.min(from + samplesAtOnce, profile.samples.count); row++) {
        const value = columns.map(column => exactValue(profile, column, row));
        const label = this.#labels(profile, row);
        sample.push({
          locationId: stackIds(profile, row, locationIds),
          value: how === 'asBase' ? value.map(each => -each) : value,
          label: how === 'asBase' ? [...label.filter(({ key }) => key !== isBase.key), isBase] : label,
        });
      }
      yield new PprofProfile({ sample, stringTable: new StringTable(emptyTableToken) }).encode();
    }
  }

  /** `from` gives the header, but for what `changed` says otherwise. */
  tables(from: Profile, sampleTypes: readonly SampleType[], changed: Partial<Profile>): Uint8Array {
    const header = { ...from, ...changed };
    return new PprofProfile({
      sampleType: sampleTypes.map(type => this.#valueType(type)),
      mapping: this.#mappings.all,
      location: this.#locations.all,
      function: this.#functions.all,
      dropFrames: this.#strings.dedup(header.dropFrames),
      keepFrames: this.#strings.dedup(header.keepFrames),
      timeNanos: header.timeNanos,
      durationNanos: header.durationNanos,
      ...(header.periodType && { periodType: this.#valueType(header.periodType) }),
      period: header.period,
      comment: header.comments.map(comment => this.#strings.dedup(comment)),
      defaultSampleType: this.#strings.dedup(header.defaultSampleType),
      stringTable: this.#strings,
    }).encode();
  }

  #valueType({ type, unit }: SampleType): ValueTypeInput {
    return { type: this.#strings.dedup(type) || writtenZero, unit: this.#strings.dedup(unit) };
  }

  #label(key: string, value: string): LabelInput {
    return { key: this.#strings.dedup(key) || writtenZero, str: this.#strings.dedup(value) };
  }

  #labels({ samples, strings }: Profile, row: number): LabelInput[] {
    const labels: LabelInput[] = [];
    for (let i = samples.labelStart[row] ?? 0; i < (samples.labelStart[row + 1] ?? 0); i++) {
      const key = strings.get(samples.labelKey[i] ?? 0);
      const string = samples.labelString[i] ?? 0;
      labels.push(
        string !== 0
          ? this.#label(key, strings.get(string))
          : {
              key: this.#strings.dedup(key) || writtenZero,
              num: samples.labelNumber[i] ?? 0,
              numUnit: this.#strings.dedup(strings.get(samples.labelUnit[i] ?? 0)),
            },
      );
    }
    return labels;
  }

  /** The ids of a profile's locations, by row. */
  #addLocations(profile: Profile): number[] {
    const { locations } = profile;
    const mappings = this.#addMappings(profile);
    const functionIds = this.#addFunctions(profile);
    return Array.from({ length: locations.count }, (_, row) => {
      const mapping = mappings[locations.mapping[row] ?? -1];
      const address = BigInt.asUintN(64, (locations.address[row] ?? 0n) + (mapping?.shift ?? 0n));
      const line: LineInput[] = [];
      for (let i = locations.lineStart[row] ?? 0; i < (locations.lineStart[row + 1] ?? 0); i++) {
        line.push({
          functionId: functionIds[locations.lineFunction[i] ?? -1] ?? 0,
          line: locations.lineNumber[i] ?? 0,
          column: locations.lineColumn[i] ?? 0,
        });
      }
      const isFolded = locations.folded[row] === 1;
      const lines = line.map(l => `${l.functionId}:${l.line}:${l.column}`).join();
      const key = `${address} ${mapping?.id ?? 0} ${isFolded} ${lines}`;
      return this.#locations.id(key, id => ({ id, mappingId: mapping?.id ?? 0, address, line, isFolded }));
    });
  }

  #addFunctions({ functions, strings }: Profile): number[] {
    return Array.from({ length: functions.count }, (_, row) => {
      const name = this.#strings.dedup(strings.get(functions.name[row] ?? 0));
      const systemName = this.#strings.dedup(strings.get(functions.systemName[row] ?? 0));
      const filename = this.#strings.dedup(strings.get(functions.file[row] ?? 0));
      const startLine = functions.startLine[row] ?? 0;
      const key = `${name} ${systemName} ${filename} ${startLine}`;
      return this.#functions.id(key, id => ({ id, name, systemName, filename, startLine }));
    });
  }

  /** Ids by row, and what has to be added to addresses: two runs map one binary at different addresses. */
  #addMappings(profile: Profile): { id: number; shift: bigint }[] {
    const symbolized = symbolizedMappings(profile);
    return profile.mappings.map(({ start, limit, fileOffset, file, buildId }, row) => {
      const size = (limit - start + mappingRounding - 1n) / mappingRounding;
      const hasLines = symbolized[row] === true;
      const id = this.#mappings.id(`${size} ${fileOffset} ${buildId || file}`, newId => ({
        id: newId,
        memoryStart: start,
        memoryLimit: limit,
        fileOffset,
        filename: this.#strings.dedup(file),
        buildId: this.#strings.dedup(buildId),
        hasFunctions: hasLines,
        hasFilenames: hasLines,
        hasLineNumbers: hasLines,
        hasInlineFrames: hasLines,
      }));
      return { id, shift: BigInt(this.#mappings.all[id - 1]?.memoryStart ?? start) - start };
    });
  }
}

/** Rows of a table, each with the id 1, 2, 3, … that its key got when first seen. */
class Interned<T> {
  readonly all: T[] = [];
  readonly #ids = new Map<string, number>();

  id(key: string, create: (id: number) => T): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.all.length + 1;
    this.#ids.set(key, id);
    this.all.push(create(id));
    return id;
  }
}

/** The stack of a sample, by the ids of its locations. */
function stackIds({ samples }: Profile, row: number, locationIds: readonly number[]): number[] {
  const ids: number[] = [];
  for (let i = samples.stackStart[row] ?? 0; i < (samples.stackStart[row + 1] ?? 0); i++) {
    ids.push(locationIds[samples.stack[i] ?? 0] ?? 0);
  }
  return ids;
}

/** By mapping: whether it has locations and all have lines, so that pprof need not look for the binary. */
function symbolizedMappings({ mappings, locations }: Profile): boolean[] {
  const used = mappings.map(() => false);
  const bare = mappings.map(() => false);
  for (let row = 0; row < locations.count; row++) {
    const mapping = locations.mapping[row] ?? -1;
    if (mapping < 0) continue;
    used[mapping] = true;
    if (locations.lineStart[row] === locations.lineStart[row + 1]) bare[mapping] = true;
  }
  return mappings.map((_, row) => used[row] === true && bare[row] === false);
}

/** A number where that is exact, else a bigint. */
function exactValue(profile: Profile, { index, factor }: Column, row: number): number | bigint {
  const column = profile.samples.values[index];
  const value = column?.value[row] ?? 0;
  if (Number.isSafeInteger(value * factor)) return value * factor;
  const { wide } = column ?? {};
  const exact =
    wide === undefined ? BigInt(value) : (BigInt(wide.high[row] ?? 0) << 32n) + BigInt(wide.low[row] ?? 0);
  return exact * BigInt(factor);
}
