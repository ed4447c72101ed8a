import type { NamedProfile } from '../core/answers/diffInfo.ts';
import { ProfileError, type ProfileRole } from '../core/error.ts';
import { checkSizesTogether, checkTogether } from '../core/formats/pairLimits.ts';
import { readProfile } from '../core/formats/readProfile.ts';
import { decompressed, unfoldsFar } from './decompress.ts';
import type { EnginePhase, OpenParams } from './messages.ts';
import { DiffSession } from './session.ts';

/**
 * Decodes the files and makes them comparable. A `ProfileError` says by its role which file it is about. The files'
 * bytes are given up as they are read, which halves the memory that is needed at once.
 */
export async function openFiles(
  { files, order, limits }: OpenParams,
  onProgress: (phase: EnginePhase, fraction: number) => void,
): Promise<DiffSession> {
  onProgress('decoding', 0);
  // All at once, in zlib's own threads; but what may be huge in turn.
  const contents = files.map(({ bytes }) =>
    unfoldsFar(bytes, limits) ? undefined : settled(decompressed(bytes, limits)),
  );
  const profiles: NamedProfile[] = [];
  const sizes: number[] = [];
  for (const [i, { name, bytes }] of files.entries()) {
    if (i > 0) onProgress('decoding', i / files.length);
    const content = await (contents[i] ?? settled(decompressed(bytes, limits)));
    const profile = inRole(i === files.length - 1 ? 'current' : 'base', () => {
      const inflated = content();
      sizes.push(inflated.length);
      checkSizesTogether(sizes, limits);
      const read = readProfile(inflated, limits);
      // A profile keeps nothing of what it was read from; left to the garbage collector it would stay for long.
      for (const { buffer } of [bytes, inflated]) if (buffer instanceof ArrayBuffer) release(buffer);
      return read;
    });
    profiles.push({ name, profile });
  }
  checkTogether(
    profiles.map(({ profile }) => profile),
    limits,
  );
  onProgress('merging', 0);
  return inRole('pair', () => new DiffSession(profiles, order));
}

/** The outcome as a function that hands it out, so that an error waits until its file's turn. */
async function settled<T>(promise: Promise<T>): Promise<() => T> {
  try {
    const value = await promise;
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
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
    throw withRole(error, role);
  }
}

/** The error of one file, when it is a `ProfileError` that does not say of which yet. */
export function withRole(error: unknown, role: ProfileRole): unknown {
  if (!(error instanceof ProfileError) || error.role !== undefined) return error;
  return new ProfileError(error.code, error.detail, error.offset, role, error.limit);
}
