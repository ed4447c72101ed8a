import { ProfileError, type ProfileRole } from '../core/error.ts';
import { readProfile } from '../core/formats/readProfile.ts';
import { gunzip } from './gunzip.ts';
import type { EnginePhase, OpenParams } from './messages.ts';
import { DiffSession } from './session.ts';

/** Decodes the files and makes them comparable. A `ProfileError` says by its role which file it is about. */
export function openFiles(
  { files, order }: OpenParams,
  onProgress: (phase: EnginePhase, fraction: number) => void,
): DiffSession {
  const profiles = files.map(({ name, bytes }, i) => {
    onProgress('decoding', i / files.length);
    const role = i === files.length - 1 ? 'current' : 'base';
    return { name, profile: inRole(role, () => readProfile(bytes, gunzip)) };
  });
  onProgress('merging', 0);
  return inRole('pair', () => new DiffSession(profiles, order));
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
