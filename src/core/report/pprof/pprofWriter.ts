import {
  emptyTableToken,
  type FunctionInput,
  type LabelInput,
  type LineInput,
  type LocationInput,
  type MappingInput,
  Profile as PprofProfile,
  type ProfileInput,
  Sample,
  StringTable,
  type ValueTypeInput,
} from 'pprof-format';
import { SequenceIds } from '../../names/sequenceIds.ts';
import { type Column, exactValues } from '../../pair/exactValues.ts';
import { sharedTypes } from '../../pair/sharedTypes.ts';
import type { Profile, SampleType } from '../../profile.ts';
import { LabelSets } from './labelSets.ts';
import { SampleMessages } from './sampleMessages.ts';
import { type SharedMapping, SharedMappings } from './sharedMappings.ts';
import { writtenNumbers } from './writtenNumbers.ts';

/** The label by which pprof tells a diff's base samples: `go tool pprof -diff_base` writes it too. */
const baseLabel = { key: 'pprof::base', value: 'true' } as const;

/**
 * A 0 that is written: 0 modulo 2^64, and true. Of a message whose fields are all 0 pprof-format writes two bytes and counts
 * none, so that whatever holds it ends too early.
 */
const writtenZero = 2n ** 64n;

const noStrings = new StringTable(emptyTableToken);

/** So many samples are put together at once, and so many locations. */
const samplesAtOnce = 1024;
const locationsAtOnce = 4096;

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
  readonly #mappings = new SharedMappings();
  /** Of what a function and a location is: numbers, since text of them takes ten times as long to make and to look up. */
  readonly #functionIds = new SequenceIds();
  readonly #locationIds = new SequenceIds();
  readonly #functions: FunctionInput[] = [];

  *samples(
    profile: Profile,
    columns: readonly Column[],
    how: 'asIs' | 'asBase',
  ): Generator<Uint8Array, void> {
    const ids: number[] = [];
    yield* this.#locations(profile, ids);
    const messages = new SampleMessages(writtenNumbers(ids), columns.length);
    const labelsOf = this.#labelReader(profile, how);
    for (let from = 0; from < profile.samples.count; from += samplesAtOnce) {
      const to = Math.min(from + samplesAtOnce, profile.samples.count);
      const exact = exactValues(profile, columns, from, to);
      const values = writtenNumbers(how === 'asBase' ? exact.map(value => -value) : exact);
      for (let row = from; row < to; row++)
        messages.add(profile.samples, row, values, row - from, labelsOf(row));
      yield messages.take();
    }
  }

  /** `from` gives the header, but for what `changed` says otherwise. */
  tables(from: Profile, sampleTypes: readonly SampleType[], changed: Partial<Profile>): Uint8Array {
    const header = { ...from, ...changed };
    return new PprofProfile({
      sampleType: sampleTypes.map(type => this.#valueType(type)),
      mapping: this.#mappings.all.map(mapping => this.#mapping(mapping)),
      function: this.#functions,
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

  #mapping({ id, mapping, hasLines }: SharedMapping): MappingInput {
    return {
      id,
      memoryStart: mapping.start,
      memoryLimit: mapping.limit,
      fileOffset: mapping.fileOffset,
      filename: this.#strings.dedup(mapping.file),
      buildId: this.#strings.dedup(mapping.buildId),
      hasFunctions: hasLines,
      hasFilenames: hasLines,
      hasLineNumbers: hasLines,
      hasInlineFrames: hasLines,
    };
  }

  #valueType({ type, unit }: SampleType): ValueTypeInput {
    return { type: this.#strings.dedup(type) || writtenZero, unit: this.#strings.dedup(unit) };
  }

  #label(key: string, value: string): LabelInput {
    return { key: this.#strings.dedup(key) || writtenZero, str: this.#strings.dedup(value) };
  }

  /** Reads the labels of a sample as they are written. */
  #labelReader(profile: Profile, how: 'asIs' | 'asBase'): (row: number) => Uint8Array {
    const isBase = this.#label(baseLabel.key, baseLabel.value);
    const sets = new LabelSets(profile.samples);
    return row =>
      sets.of(row, () => {
        const label = this.#labels(profile, row);
        const all = how === 'asIs' ? label : [...label.filter(({ key }) => key !== isBase.key), isBase];
        return new Sample({ label: all }).encode();
      });
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

  /** Gives the ids of a profile's locations, by row, and writes those that no other profile had. */
  *#locations(profile: Profile, ids: number[]): Generator<Uint8Array, void> {
    const { locations } = profile;
    const { lineStart, lineFunction, lineNumber, lineColumn } = locations;
    const mappings = this.#mappings.add(profile);
    const functionIds = this.#addFunctions(profile);
    const words = new Uint32Array(2);
    const address = new BigUint64Array(words.buffer);
    let location: LocationInput[] = [];
    const key: number[] = [];
    for (let row = 0; row < locations.count; row++) {
      const { id: mappingId, shift } = mappings[locations.mapping[row] as number] ?? noMapping;
      address[0] = (locations.address[row] as bigint) + shift;
      const from = lineStart[row] as number;
      const to = lineStart[row + 1] as number;
      // Four numbers, and three a line.
      key[0] = mappingId;
      key[1] = locations.folded[row] as number;
      key[2] = words[1] as number;
      key[3] = words[0] as number;
      let parts = 4;
      for (let i = from; i < to; i++) {
        key[parts++] = functionIds[lineFunction[i] as number] ?? 0;
        key[parts++] = lineNumber[i] as number;
        key[parts++] = lineColumn[i] as number;
      }
      const known = this.#locationIds.count;
      const id = this.#locationIds.idOf(key, parts) + 1;
      ids.push(id);
      if (id <= known) continue;
      const line: LineInput[] = [];
      for (let i = 4; i < parts; i += 3) {
        line.push({ functionId: key[i] ?? 0, line: key[i + 1] ?? 0, column: key[i + 2] ?? 0 });
      }
      location.push({ id, mappingId, address: address[0] ?? 0n, line, isFolded: key[1] === 1 });
      if (location.length < locationsAtOnce) continue;
      yield piece({ location });
      location = [];
    }
    yield piece({ location });
  }

  #addFunctions({ functions, strings }: Profile): Uint32Array {
    const known = new Int32Array(strings.length).fill(-1);
    const stringOf = (index: number): number => {
      if (known[index] === -1) known[index] = this.#strings.dedup(strings.get(index));
      return known[index] as number;
    };
    const ids = new Uint32Array(functions.count);
    for (let row = 0; row < functions.count; row++) {
      const name = stringOf(functions.name[row] as number);
      const systemName = stringOf(functions.systemName[row] as number);
      const filename = stringOf(functions.file[row] as number);
      const startLine = functions.startLine[row] as number;
      const id = this.#functionIds.idOf([name, systemName, filename, startLine]) + 1;
      if (id > this.#functions.length) this.#functions.push({ id, name, systemName, filename, startLine });
      ids[row] = id;
    }
    return ids;
  }
}

const noMapping = { id: 0, shift: 0n };

/** A part of a profile.proto, without strings. */
function piece(part: ProfileInput): Uint8Array {
  return new PprofProfile({ ...part, stringTable: noStrings }).encode();
}
