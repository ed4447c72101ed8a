import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

/** Top-level fields that are looked at; what a message is shows in the first. */
const looked = 64;

/** Fields of Perfetto's `TracePacket` that nearly every packet has: timestamp, trusted uid and sequence id. */
const packetNumbers: readonly number[] = [3, 8, 10];

/**
 * What a well-formed protobuf message is that is no profile.proto, and what to do with it; undefined where the bytes
 * are not well framed, or may be a profile.proto (which has a string table, in field 6).
 */
export function otherProto(bytes: Uint8Array): readonly [is: string, advice: string] | undefined {
  const cursor = new WireCursor(bytes);
  const firsts: [start: number, stop: number][] = [];
  let only = true;
  let fields = 0;
  try {
    while (cursor.next()) {
      const { field, wireType } = cursor;
      if (field === 6 && wireType === lengthType) return undefined;
      if (field < 1 || field > 1 << 16) return undefined;
      if (field === 1 && wireType === lengthType && firsts.length < looked) {
        firsts.push([cursor.start, cursor.stop]);
      }
      only &&= field <= 2 && wireType === lengthType;
      fields++;
    }
    if (fields === 0) return undefined;
    if (only && firsts.some(([start, stop]) => holds(isResourceProfiles, bytes, start, stop))) {
      return [
        l10n.t('an OpenTelemetry (OTLP) profile, not profile.proto'),
        l10n.t('have the collector or the profiler export pprof, or save from the program itself'),
      ];
    }
    if (firsts.some(([start, stop]) => holds(isTracePacket, bytes, start, stop))) {
      return [l10n.t('a trace of Perfetto'), l10n.t('convert it with `traceconv profile FILE`')];
    }
  } catch (error) {
    if (error instanceof ProfileError) return undefined;
    throw error;
  }
  return [l10n.t('a protobuf message, but not profile.proto'), l10n.t('choose a profile saved by pprof')];
}

type MessageTest = (bytes: Uint8Array, start: number, stop: number) => boolean;

/** Whether a field holds such a message; it may also be a string. */
function holds(test: MessageTest, bytes: Uint8Array, start: number, stop: number): boolean {
  try {
    return test(bytes, start, stop);
  } catch (error) {
    if (error instanceof ProfileError) return false;
    throw error;
  }
}

/** `ResourceProfiles`: 1 the resource, 2 `ScopeProfiles` (1 scope, 2 profiles, 3 schema), 3 a schema's address. */
function isResourceProfiles(bytes: Uint8Array, start: number, stop: number): boolean {
  const cursor = new WireCursor(bytes, start, stop);
  let scopes = 0;
  while (cursor.next()) {
    const { field, wireType } = cursor;
    if (wireType !== lengthType || (field > 3 && field !== 1000)) return false;
    if (field === 2 && ++scopes === 1 && !holdsMessages(bytes, cursor.start, cursor.stop)) return false;
  }
  return scopes > 0;
}

function holdsMessages(bytes: Uint8Array, start: number, stop: number): boolean {
  const cursor = new WireCursor(bytes, start, stop);
  while (cursor.next()) if (cursor.wireType !== lengthType || cursor.field > 3) return false;
  return true;
}

function isTracePacket(bytes: Uint8Array, start: number, stop: number): boolean {
  const cursor = new WireCursor(bytes, start, stop);
  while (cursor.next()) {
    if (cursor.wireType === varintType && packetNumbers.includes(cursor.field)) return true;
  }
  return false;
}
