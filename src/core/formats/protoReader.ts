import { ProfileError } from '../error.ts';
import type { Profile, SampleType, StringTable } from '../profile.ts';
import { profileField } from './protoFields.ts';
import { measureProto, type ProtoLayout } from './protoLayout.ts';
import { readSamples } from './protoSamples.ts';
import { readStrings } from './protoStrings.ts';
import { readFunctions, readLocations, readMappings } from './protoTables.ts';
import { checkStackFrames } from './stackFrames.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

/**
 * Reads an uncompressed profile.proto. It is strict where pprof is: framing, wire types, string indices, ids and
 * the number of values are checked; unknown fields are skipped. The profile keeps nothing of `bytes`.
 * Throws `ProfileError`: `empty`, `truncated`, `malformed` or `tooLarge`.
 */
export function readProto(bytes: Uint8Array): Profile {
  if (bytes.length === 0) throw new ProfileError('empty', 'the file is empty');
  const layout = measureProto(bytes);
  const strings = readStrings(bytes, layout);
  const header = readHeader(bytes, layout, strings);
  const { ids: mappingIds, mappings } = readMappings(bytes, layout, strings);
  const { ids: functionIds, functions } = readFunctions(bytes, layout);
  const { ids: locationIds, locations } = readLocations(bytes, layout, mappingIds, functionIds);
  const samples = readSamples(bytes, layout, locationIds);
  checkStackFrames(samples, locations);
  return { format: 'proto', ...header, strings, mappings, functions, locations, samples };
}

type Header = Pick<
  Profile,
  | 'sampleTypes'
  | 'defaultSampleType'
  | 'periodType'
  | 'period'
  | 'timeNanos'
  | 'durationNanos'
  | 'comments'
  | 'dropFrames'
  | 'keepFrames'
>;

function readHeader(bytes: Uint8Array, layout: ProtoLayout, strings: StringTable): Header {
  const sampleTypes: SampleType[] = [];
  const comments: string[] = [];
  let periodType: SampleType | undefined;
  let defaultSampleType = 0;
  let period = 0;
  let timeNanos = 0n;
  let durationNanos = 0n;
  let dropFrames = 0;
  let keepFrames = 0;
  const cursor = new WireCursor(bytes);
  const index = (): number => cursor.index(layout.strings, 'string');
  while (cursor.next()) {
    switch (cursor.field) {
      case profileField.sampleType:
        sampleTypes.push(readValueType(cursor, strings));
        break;
      case profileField.dropFrames:
        dropFrames = index();
        break;
      case profileField.keepFrames:
        keepFrames = index();
        break;
      case profileField.timeNanos:
        if (timeNanos !== 0n) {
          throw new ProfileError('malformed', 'several profiles, one after the other', cursor.at);
        }
        timeNanos = cursor.bigSigned();
        break;
      case profileField.durationNanos:
        durationNanos = cursor.bigSigned();
        break;
      case profileField.periodType:
        cursor.expect(lengthType);
        periodType = readValueType(cursor, strings);
        break;
      case profileField.period:
        period = cursor.signed();
        break;
      case profileField.comment:
        readComments(cursor, strings, comments);
        break;
      case profileField.defaultSampleType:
        defaultSampleType = index();
        break;
    }
  }
  return {
    sampleTypes,
    defaultSampleType: strings.get(defaultSampleType),
    periodType,
    period,
    timeNanos,
    durationNanos,
    comments,
    dropFrames: strings.get(dropFrames),
    keepFrames: strings.get(keepFrames),
  };
}

function readValueType(outer: WireCursor, strings: StringTable): SampleType {
  const cursor = new WireCursor(outer.bytes, outer.start, outer.stop);
  let type = 0;
  let unit = 0;
  while (cursor.next()) {
    if (cursor.field === 1) type = cursor.index(strings.length, 'string');
    else if (cursor.field === 2) unit = cursor.index(strings.length, 'string');
  }
  return { type: strings.get(type), unit: strings.get(unit) };
}

/** Comments are string indices, packed or one by one. */
function readComments(outer: WireCursor, strings: StringTable, comments: string[]): void {
  if (outer.wireType !== lengthType) {
    comments.push(strings.get(outer.index(strings.length, 'string')));
    return;
  }
  const cursor = new WireCursor(outer.bytes, outer.start, outer.stop);
  cursor.wireType = varintType;
  while (cursor.position < cursor.end) {
    cursor.at = cursor.position;
    cursor.varint();
    comments.push(strings.get(cursor.index(strings.length, 'string')));
  }
}
