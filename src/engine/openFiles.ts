import { ProfileError, type ProfileRole } from '../core/error.ts';
import { type Limits, MiB } from '../core/formats/limits.ts';
import { checkSizesTogether, checkTogether } from '../core/formats/pairLimits.ts';
import { readOnce } from '../core/formats/readProfile.ts';
import type { Profile } from '../core/profile.ts';
import { unfoldsFar, unpacked } from './decompress.ts';
import type { EnginePhase, OpenParams } from './messages.ts';
import { DiffSession } from './session.ts';

/** Decodes one of two files beside this thread, until it is ended. Its requests reject with `ProfileError`. */
export interface Second {
  inflate(bytes: Uint8Array, limits: Limits): Promise<void>;
  /** `beside` is how many bytes are decoded here meanwhile. */
  decode(beside: number, limits: Limits): Promise<Profile>;
  end(): void;
}

type Progress = (phase: EnginePhase, fraction: number) => void;

/** From so many bytes on, of the smaller file, another thread is worth that it has to start and that it reads slowly at first. */
const worthAThread = 4 * MiB;

/**
 * Decodes the files and makes them comparable. A `ProfileError` says by its role which file it is about. The files'
 * bytes are given up as they are read, which halves the memory that is needed at once. A large pair is decoded both files at
 * once where there is a `startSecond`.
 */
export async function openFiles(
  { files, order, limits }: OpenParams,
  onProgress: Progress,
  startSecond?: () => Second,
): Promise<DiffSession> {
  onProgress('decoding', 0);
  // A buffer is given up as a whole: each file has to have its own.
  const contents = files.map(({ bytes }, i) =>
    i > 0 && bytes.buffer === files[0]?.bytes.buffer ? bytes.slice() : bytes,
  );
  const isWorthIt = contents.every(bytes => bytes.length >= worthAThread && !unfoldsFar(bytes, limits));
  const profiles =
    startSecond !== undefined && contents.length > 1 && isWorthIt
      ? await bothAtOnce(contents, limits, onProgress, startSecond())
      : await oneByOne(contents, limits, onProgress);
  checkTogether(profiles, limits);
  onProgress('merging', 0);
  const named = profiles.map((profile, i) => ({ name: files[i]?.name ?? '', profile }));
  return inRole('pair', () => new DiffSession(named, order));
}

async function oneByOne(
  files: readonly Uint8Array[],
  limits: Limits,
  onProgress: Progress,
): Promise<Profile[]> {
  // Decompressed all at once, in zlib's own threads; but what may be huge in turn.
  const contents = files.map(bytes =>
    unfoldsFar(bytes, limits) ? undefined : settled(unpacked(bytes, limits)),
  );
  const profiles: Profile[] = [];
  const sizes: number[] = [];
  for (const [i, bytes] of files.entries()) {
    if (i > 0) onProgress('decoding', i / files.length);
    const content = await (contents[i] ?? settled(unpacked(bytes, limits)));
    const profile = inRole(i === files.length - 1 ? 'current' : 'base', () => {
      const inflated = content();
      sizes.push(inflated.length);
      checkSizesTogether(sizes, limits);
      return readOnce(inflated, limits);
    });
    profiles.push(profile);
  }
  return profiles;
}

/** The base in the second thread, the current profile in this one. */
async function bothAtOnce(
  [base = new Uint8Array(), current = new Uint8Array()]: readonly Uint8Array[],
  limits: Limits,
  onProgress: Progress,
  second: Second,
): Promise<Profile[]> {
  try {
    // What goes wrong with it is said when it is decoded.
    second.inflate(base, limits).catch(() => {});
    const inflated = unpacked(current, limits);
    const beside = await inflated.then(
      ({ length }) => length,
      () => 0,
    );
    const ofBase = settled(second.decode(beside, limits));
    const ofCurrent = await settled(inflated.then(content => readOnce(content, limits)));
    onProgress('decoding', 1 / 2);
    return [inRole('base', await ofBase), inRole('current', ofCurrent)];
  } finally {
    second.end();
  }
}

/** The outcome as a function that hands it out, so that an error waits until its turn. */
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
