import {
  type FunctionInput,
  type LabelInput,
  type LineInput,
  type LocationInput,
  type MappingInput,
  Profile as PprofProfile,
  Sample,
  StringTable,
  type ValueTypeInput,
} from 'pprof-format';
import { Interned } from '../names/interned.ts';
import { SequenceIds } from '../names/sequenceIds.ts';
import { symbolizedMappings } from '../names/symbolizedMappings.ts';
import { type Column, exactValues } from '../pair/exactValues.ts';
import { sharedTypes } from '../pair/sharedTypes.ts';
import type { Profile, SampleType } from '../profile.ts';
import { SampleMessages, type Written } from './sampleMessages.ts';

/** The label by which pprof tells a diff's base samples: `go tool pprof -diff_base` writes it too. */
const baseLabel = { key: 'pprof::base', value: 'true' } as const;

/** pprof takes mappings of one binary for the same when their sizes agree up to this. */
const mappingRounding = 0x1000n;

/**
 * A 0 that is written: 0 modulo 2^64, and true. Of a message whose fields are all 0 pprof-format writes two bytes and counts
 * none, so that whatever holds it ends too early.
 */
const writtenZero = 2n ** 64n;

/** So many samples are put together at once. */
const samplesAtOnce = 1024;
/** So many sets of labels are kept as they are written; a heap has one for each size of objects. */
const mostLabelSets = 4096;

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
  readonly #mappings = new Interned<string, MappingInput>();
  readonly #functions = new Interned<string, FunctionInput>();
  readonly #locations = new Interned<number, LocationInput>();
  /** Of what a location is: numbers, since text of them takes ten times as long to make and to look up. */
  readonly #sequences = new SequenceIds();

  *samples(
    profile: Profile,
    columns: readonly Column[],
    how: 'asIs' | 'asBase',
  ): Generator<Uint8Array, void> {
    const messages = new SampleMessages(written(this.#addLocations(profile)), columns.length);
    const labelsOf = this.#labelReader(profile, how);
    for (let from = 0; from < profile.samples.count; from += samplesAtOnce) {
      const to = Math.min(from + samplesAtOnce, profile.samples.count);
      const exact = exactValues(profile, columns, from, to);
      const values = written(how === 'asBase' ? exact.map(value => -value) : exact);
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

  /** Reads the labels of a sample as they are written. Most samples have the same ones as others. */
  #labelReader(profile: Profile, how: 'asIs' | 'asBase'): (row: number) => Uint8Array {
    const { labelStart, labelKey, labelString, labelNumber, labelUnit } = profile.samples;
    const isBase = this.#label(baseLabel.key, baseLabel.value);
    let sets = new SequenceIds();
    let known = new Map<number, Uint8Array>();
    return row => {
      if (known.size === mostLabelSets) {
        sets = new SequenceIds();
        known = new Map();
      }
      const set: number[] = [];
      for (let i = labelStart[row] ?? 0; i < (labelStart[row + 1] ?? 0); i++) {
        set.push(labelKey[i] ?? 0, labelString[i] ?? 0, labelNumber[i] ?? 0, labelUnit[i] ?? 0);
      }
      const id = sets.idOf(set);
      let bytes = known.get(id);
      if (bytes === undefined) {
        const label = this.#labels(profile, row);
        const all = how === 'asIs' ? label : [...label.filter(({ key }) => key !== isBase.key), isBase];
        bytes = new Sample({ label: all }).encode();
        known.set(id, bytes);
      }
      return bytes;
    };
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
    const words = new Uint32Array(2);
    const address = new BigUint64Array(words.buffer);
    const ids: number[] = [];
    for (let row = 0; row < locations.count; row++) {
      const { id: mappingId, shift } = mappings[locations.mapping[row] ?? -1] ?? { id: 0, shift: 0n };
      address[0] = (locations.address[row] ?? 0n) + shift;
      // Four numbers, and three a line. What most have in common stands first: it is found near the processor.
      const key = [mappingId, locations.folded[row] ?? 0, words[1] ?? 0, words[0] ?? 0];
      for (let i = locations.lineStart[row] ?? 0; i < (locations.lineStart[row + 1] ?? 0); i++) {
        const functionId = functionIds[locations.lineFunction[i] ?? -1] ?? 0;
        key.push(functionId, locations.lineNumber[i] ?? 0, locations.lineColumn[i] ?? 0);
      }
      const create = (id: number): LocationInput => {
        const line: LineInput[] = [];
        for (let i = 4; i < key.length; i += 3) {
          line.push({ functionId: key[i] ?? 0, line: key[i + 1] ?? 0, column: key[i + 2] ?? 0 });
        }
        return { id, mappingId, address: address[0] ?? 0n, line, isFolded: key[1] === 1 };
      };
      ids.push(this.#locations.id(this.#sequences.idOf(key), create));
    }
    return ids;
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

/** Each number as pprof-format writes it into a list. */
function written(numbers: (number | bigint)[]): Written {
  const list = new Sample({ value: numbers }).encode();
  const start = new Uint32Array(numbers.length + 1);
  // Behind the list's tag and its length; the last byte of a number has no eighth bit.
  let at = 1;
  while ((list[at++] ?? 0) >= 0x80);
  for (let i = 0; i < numbers.length; i++) {
    start[i] = at;
    while ((list[at++] ?? 0) >= 0x80);
  }
  start[numbers.length] = at;
  return { bytes: list, start };
}
