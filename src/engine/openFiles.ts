import { ProfileError, type ProfileRole } from '../core/error.ts';
import { type Gunzip, readProfile } from '../core/formats/readProfile.ts';
import type { Profile } from '../core/profile.ts';
import { gunzip } from './gunzip.ts';
import type { EnginePhase, OpenParams } from './messages.ts';
import { DiffSession } from './session.ts';

/**
 * Decodes the files and makes them comparable. A `ProfileError` says by its role which file it is about. The files'
 * bytes are given up as they are read, which halves the memory that is needed at once.
 */
export function openFiles(
  { files, order }: OpenParams,
  onProgress: (phase: EnginePhase, fraction: number) => void,
  inflate: Gunzip = gunzip,
): DiffSession {
  const profiles = files.map(({ name, bytes }, i) => {
    onProgress('decoding', i / files.length);
    const role = i === files.length - 1 ? 'current' : 'base';
    return { name, profile: inRole(role, () => readAndRelease(bytes, inflate)) };
  });
  onProgress('merging', 0);
  return inRole('pair', () => new DiffSession(profiles, order));
}

/** A profile keeps nothing of the bytes it was read from; left to the garbage collector they would stay for long. */
function readAndRelease(bytes: Uint8Array, inflate: Gunzip): Profile {
  const held = [bytes];
  const profile = readProfile(bytes, (compressed, maxBytes) => {
    const inflated = inflate(compressed, maxBytes);
    held.push(inflated);
    return inflated;
  });
  for (const { buffer } of held) if (buffer instanceof ArrayBuffer) release(buffer);
  return profile;
}

/** Gives a large buffer's memory back at once; small ones may be Node's shared pool. Node 20 cannot do it. */
function release(buffer: ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }): void {
  if (buffer.byteLength >= 1 << 20) buffer.transfer?.(0);
}

/** Runs something that may throw a `ProfileError`, and says which file it was about. */
export function inRole<T>(role: ProfileRole, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ProfileError) || error.role !== undefined) throw error;
    throw new ProfileError(error.code, error.detail, error.offset, role);
  }
}
