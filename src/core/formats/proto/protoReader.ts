import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import type { Profile, SampleType, StringTable } from '../../profile.ts';
import { defaultLimits, type Limits, overLimit } from '../limits.ts';
import { checkStackFrames } from '../stackFrames.ts';
import { findMessages, type ProtoLayout, profileField } from './protoLayout.ts';
import { readSamples } from './protoSamples.ts';
import { readStrings } from './protoStrings.ts';
import { readFunctions, readLocations, readMappings } from './protoTables.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

/**
 * Reads an uncompressed profile.proto. It is strict where pprof is: framing, wire types, string indices, ids and
 * the number of values are checked; unknown fields are skipped. The profile keeps nothing of `bytes`.
 * Throws `ProfileError`: `empty`, `truncated`, `malformed`, `overLimit` or `tooLarge`.
 */
export function readProto(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  if (bytes.length === 0) throw new ProfileError('empty', l10n.t('the file is empty'));
  const layout = findMessages(bytes, limits);
  const { strings, cutNames } = readStrings(bytes, layout.strings);
  const header = readHeader(bytes, layout, strings, limits);
  const { ids: mappingIds, mappings } = readMappings(bytes, layout.mappings, strings);
  const { ids: functionIds, functions } = readFunctions(bytes, layout.functions, strings);
  const { ids: locationIds, locations } = readLocations(
    bytes,
    layout.locations,
    mappingIds,
    functionIds,
    limits,
  );
  const samples = readSamples(bytes, layout.samples, header.sampleTypes.length, strings, locationIds, limits);
  checkStackFrames(samples, locations);
  return { format: 'proto', ...header, strings, cutNames, mappings, functions, locations, samples };
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

function readHeader(bytes: Uint8Array, layout: ProtoLayout, strings: StringTable, limits: Limits): Header {
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
  const index = (): number => cursor.string(strings.length);
  for (let i = 0; i < layout.sampleTypes.length; i++) {
    sampleTypes.push(readValueType(bytes, layout.sampleTypes.start(i), layout.sampleTypes.stop(i), strings));
  }
  for (let i = 0; i < layout.header.length; i++) {
    cursor.enter(layout.header.start(i), layout.header.stop(i));
    cursor.next();
    switch (cursor.field) {
      case profileField.dropFrames:
        dropFrames = index();
        break;
      case profileField.keepFrames:
        keepFrames = index();
        break;
      case profileField.timeNanos:
        if (timeNanos !== 0n) {
          throw new ProfileError('malformed', l10n.t('several profiles, one after the other'), cursor.at);
        }
        timeNanos = cursor.bigSigned();
        break;
      case profileField.durationNanos:
        durationNanos = cursor.bigSigned();
        break;
      case profileField.periodType:
        cursor.expect(lengthType);
        periodType = readValueType(bytes, cursor.start, cursor.stop, strings);
        break;
      case profileField.period:
        period = cursor.signed();
        break;
      case profileField.comment:
        readComments(cursor, strings, comments, limits);
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

function readValueType(bytes: Uint8Array, start: number, stop: number, strings: StringTable): SampleType {
  const cursor = new WireCursor(bytes, start, stop);
  let type = 0;
  let unit = 0;
  while (cursor.next()) {
    if (cursor.field === 1) type = cursor.string(strings.length);
    else if (cursor.field === 2) unit = cursor.string(strings.length);
  }
  return { type: strings.get(type), unit: strings.get(unit) };
}

/** Comments are string indices, packed or one by one. */
function readComments(outer: WireCursor, strings: StringTable, comments: string[], limits: Limits): void {
  if (outer.wireType !== lengthType) {
    comments.push(strings.get(outer.string(strings.length)));
    return;
  }
  const cursor = new WireCursor(outer.bytes, outer.start, outer.stop);
  cursor.wireType = varintType;
  while (cursor.position < cursor.end) {
    if (comments.length === limits.strings) throw overLimit('strings', limits, 'comments');
    cursor.at = cursor.position;
    cursor.varint();
    comments.push(strings.get(cursor.string(strings.length)));
  }
}
