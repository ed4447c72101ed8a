import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import { bounds, type Limits, overLimit } from '../limits.ts';
import { Spans } from './spans.ts';
import { lengthType, WireCursor } from './wire.ts';

/** Field numbers of profile.proto's top-level message. */
export const profileField = {
  sampleType: 1,
  sample: 2,
  mapping: 3,
  location: 4,
  function: 5,
  string: 6,
  dropFrames: 7,
  keepFrames: 8,
  timeNanos: 9,
  durationNanos: 10,
  periodType: 11,
  period: 12,
  comment: 13,
  defaultSampleType: 14,
} as const;

/** Where the messages of a profile.proto lie, so that its tables can be sized exactly and filled in any order. */
export interface ProtoLayout {
  readonly sampleTypes: Spans;
  readonly samples: Spans;
  readonly mappings: Spans;
  readonly locations: Spans;
  readonly functions: Spans;
  readonly strings: Spans;
  /** Whole fields, tag included: all the others. */
  readonly header: Spans;
}

/**
 * Finds the top-level messages. It only steps over them: what is inside is checked when it is read. Throws
 * `ProfileError`: `overLimit` before anything is kept for what is too much.
 */
export function findMessages(bytes: Uint8Array, limits: Limits): ProtoLayout {
  const layout = {
    sampleTypes: new Spans('strings', limits, 'sample types'),
    // Big Go profiles have one for some hundred bytes.
    samples: new Spans('samples', limits, 'samples', bytes.length >>> 6),
    mappings: new Spans('locations', limits, 'mappings'),
    locations: new Spans('locations', limits, 'locations'),
    functions: new Spans('locations', limits, 'functions'),
    strings: new Spans('strings', limits, 'strings'),
    header: new Spans('strings', limits, 'other fields'),
  };
  const byField = [
    undefined,
    layout.sampleTypes,
    layout.samples,
    layout.mappings,
    layout.locations,
    layout.functions,
    layout.strings,
  ];
  const cursor = new WireCursor(bytes);
  const end = bytes.length;
  let position = 0;
  while (position < end) {
    // Nearly every field is a message of less than 16 KiB: it is stepped over here, the rest by the cursor.
    const tag = bytes[position] as number;
    let start = position + 2;
    let length = bytes[position + 1] as number;
    if (length >= 0x80) length = (length & 0x7f) | ((bytes[start++] as number) << 7);
    const spans = byField[tag >>> 3];
    if ((tag & 7) === lengthType && spans !== undefined && length < 1 << 14 && length <= end - start) {
      position = start + length;
      spans.add(start, position);
      continue;
    }
    cursor.enter(position, end);
    cursor.next();
    position = cursor.position;
    const others = byField[cursor.field];
    if (others === undefined) layout.header.add(cursor.at, position);
    else {
      cursor.expect(lengthType);
      others.add(cursor.start, cursor.stop);
    }
  }
  check(layout, limits);
  return layout;
}

function check({ strings, sampleTypes, samples }: ProtoLayout, limits: Limits): void {
  if (strings.length === 0) throw new ProfileError('malformed', l10n.t('there is no string table'));
  if (strings.start(0) !== strings.stop(0)) {
    throw new ProfileError('malformed', l10n.t('the first string is not empty'), strings.start(0));
  }
  if (sampleTypes.length === 0) throw new ProfileError('malformed', l10n.t('there are no sample types'));
  if (sampleTypes.length > bounds.sampleTypes) {
    throw new ProfileError('tooLarge', l10n.t`${sampleTypes.length} sample types`);
  }
  if (samples.length * sampleTypes.length > samples.bytes) {
    throw new ProfileError('malformed', l10n.t`some samples have fewer than ${sampleTypes.length} values`);
  }
  const mostValues = bounds.valuesPerSample * limits.samples;
  if (samples.length * sampleTypes.length > mostValues) {
    throw overLimit('samples', limits, 'values of samples', mostValues);
  }
}
