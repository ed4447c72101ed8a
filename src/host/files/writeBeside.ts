import * as l10n from '@vscode/l10n';
import { sentences } from '../../core/sentences.ts';
/** What of a file system is needed to replace a file; `Place` is how it names files. */
export interface WritableFiles<Place> {
  writeFile(place: Place, bytes: Uint8Array): PromiseLike<void>;
  stat(place: Place): PromiseLike<{ readonly size: number }>;
  rename(from: Place, to: Place, options: { readonly overwrite: boolean }): PromiseLike<void>;
  delete(place: Place): PromiseLike<void>;
}

/** A file that was not written. The message is a sentence for people; the cause is what the file system said. */
export class UnwrittenFile extends Error {
  constructor(name: string, hadOld: boolean, cause: unknown) {
    const rest = hadOld ? l10n.t`The old file is untouched.` : l10n.t`Nothing was written.`;
    super(sentences(sentence(name, cause), rest), { cause });
    this.name = 'UnwrittenFile';
  }
}

/**
 * Writes a file whole or not at all: into a new one `beside` it, which takes its place once its size is right. A full
 * disk may take a part and say nothing. `name` is what the file is called in a sentence. Throws `UnwrittenFile`.
 */
export async function writeBeside<Place>(
  files: WritableFiles<Place>,
  target: Place,
  beside: Place,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const hadOld = await isThere(files, target);
  try {
    await files.writeFile(beside, bytes);
    const { size } = await files.stat(beside);
    if (size !== bytes.length) throw new Error(`ENOSPC: ${size} of ${bytes.length} bytes were written`);
    await files.rename(beside, target, { overwrite: true });
  } catch (error) {
    await takeAway(files, beside);
    throw new UnwrittenFile(name, hadOld, error);
  }
}

async function isThere<Place>(files: WritableFiles<Place>, place: Place): Promise<boolean> {
  try {
    await files.stat(place);
    return true;
  } catch {
    return false;
  }
}

/** Takes away what was begun; there may be nothing. */
async function takeAway<Place>(files: WritableFiles<Place>, place: Place): Promise<void> {
  try {
    await files.delete(place);
  } catch {
    // What went wrong before is what is told.
  }
}

/** VS Code passes the system's code on in the text of the error, or has one of its own. */
function sentence(name: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/\b(?:ENOSPC|EDQUOT)\b/.test(message)) return l10n.t`${name} could not be saved: the disk is full.`;
  if (/\bEROFS\b/.test(message)) return l10n.t`${name} could not be saved: the file system is read-only.`;
  if (code === 'NoPermissions' || /\b(?:EACCES|EPERM)\b/.test(message))
    return l10n.t`${name} could not be saved: permission denied.`;
  if (code === 'FileNotFound' || /\bENOENT\b/.test(message))
    return l10n.t`${name} could not be saved: its folder is not there.`;
  return l10n.t`${name} could not be saved: the log has the details.`;
}
