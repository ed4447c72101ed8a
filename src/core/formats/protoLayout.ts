import { ProfileError } from '../error.ts';
import { limits } from './limits.ts';
import { profileField } from './protoFields.ts';
import { lengthType, WireCursor } from './wire.ts';

/** How many of each message a profile.proto holds, so that its tables can be sized exactly. */
export interface ProtoLayout {
  readonly sampleTypes: number;
  readonly samples: number;
  /** Bytes of all sample messages. */
  readonly sampleBytes: number;
  readonly mappings: number;
  readonly locations: number;
  /** Bytes of all location messages. */
  readonly locationBytes: number;
  readonly functions: number;
  readonly strings: number;
  /** The part of the input that holds every string. */
  readonly stringsFrom: number;
  readonly stringsTo: number;
}

/** Counts the top-level messages. It only steps over them: what is inside is checked when it is read. */
export function measureProto(bytes: Uint8Array): ProtoLayout {
  let sampleTypes = 0;
  let samples = 0;
  let sampleBytes = 0;
  let mappings = 0;
  let locations = 0;
  let locationBytes = 0;
  let functions = 0;
  let strings = 0;
  let stringsFrom = bytes.length;
  let stringsTo = 0;
  const cursor = new WireCursor(bytes);
  while (cursor.next()) {
    if (cursor.field < profileField.sampleType || cursor.field > profileField.string) continue;
    cursor.expect(lengthType);
    switch (cursor.field) {
      case profileField.sampleType:
        sampleTypes++;
        break;
      case profileField.sample:
        samples++;
        sampleBytes += cursor.stop - cursor.start;
        break;
      case profileField.mapping:
        mappings++;
        break;
      case profileField.location:
        locations++;
        locationBytes += cursor.stop - cursor.start;
        break;
      case profileField.function:
        functions++;
        break;
      case profileField.string:
        if (strings++ === 0) stringsFrom = cursor.start;
        stringsTo = cursor.stop;
        break;
    }
  }
  if (strings === 0) throw new ProfileError('malformed', 'there is no string table');
  if (sampleTypes === 0) throw new ProfileError('malformed', 'there are no sample types');
  if (sampleTypes > limits.sampleTypes) throw new ProfileError('tooLarge', `${sampleTypes} sample types`);
  // Each sample has at least one byte a value, so this also bounds the value columns by the input's size.
  if (samples * sampleTypes > sampleBytes) {
    throw new ProfileError('malformed', `samples have fewer than ${sampleTypes} values`);
  }
  return {
    sampleTypes,
    samples,
    sampleBytes,
    mappings,
    locations,
    locationBytes,
    functions,
    strings,
    stringsFrom,
    stringsTo,
  };
}
