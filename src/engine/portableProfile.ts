import { ProtoStrings, type StringBytes } from '../core/formats/proto/protoStrings.ts';
import type { Profile } from '../core/profile.ts';
import { stringTable } from '../core/stringTable.ts';

/** A profile on its way from one thread to another: columns, and what its strings are decoded from. */
export interface PortableProfile {
  readonly profile: Omit<Profile, 'strings'>;
  readonly strings: StringBytes | readonly string[];
}

/** What of a profile another thread takes. */
export function portable({ strings, ...profile }: Profile): PortableProfile {
  return {
    profile,
    strings:
      strings instanceof ProtoStrings
        ? strings.from
        : Array.from({ length: strings.length }, (_, index) => strings.get(index)),
  };
}

/** The profile that came from another thread. */
export function arrived({ profile, strings }: PortableProfile): Profile {
  return { ...profile, strings: 'bounds' in strings ? new ProtoStrings(strings) : stringTable(strings) };
}

/** The buffers of all columns, each once: to be handed over with them. */
export function buffersOf(part: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(part)) return part.buffer instanceof ArrayBuffer ? [part.buffer] : [];
  if (typeof part !== 'object' || part === null) return [];
  return [...new Set(Object.values(part).flatMap(buffersOf))];
}
