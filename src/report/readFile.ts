import { readFileSync } from 'node:fs';
import type { ProfileRole } from '../core/error.ts';
import type { Limits } from '../core/formats/limits.ts';
import { checkSizesTogether } from '../core/formats/pairLimits.ts';
import { readProfile } from '../core/formats/readProfile.ts';
import type { Profile } from '../core/profile.ts';
import { decompressed } from '../engine/decompress.ts';
import { withRole } from '../engine/openFiles.ts';
import { reason, UnreadableError } from './failure.ts';

/** A profile, and how many bytes it was when decompressed. */
export interface ReadFile {
  readonly profile: Profile;
  readonly size: number;
}

/** A file as it is. Throws `UnreadableError` where the system does not hand it out. */
export function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UnreadableError(`${path} cannot be read: ${reason(error)}. Choose a file that can.`);
  }
}

/**
 * Reads one profile. `before` is how many bytes the files read before held that are still needed. Throws `ProfileError`,
 * and `UnreadableError` where the system does not hand the file out.
 */
export async function readFile(
  role: ProfileRole,
  path: string,
  limits: Limits,
  before = 0,
): Promise<ReadFile> {
  const bytes = bytesOf(path);
  try {
    const content = await decompressed(bytes, limits);
    checkSizesTogether([before, content.length], limits);
    return { profile: readProfile(content, limits), size: content.length };
  } catch (error) {
    throw withRole(error, role);
  }
}
