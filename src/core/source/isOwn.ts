import type { Located } from './locate.ts';
import type { SourceFile } from './sourceRoot.ts';

/** The reader's own source: in the workspace, or where the user's rules lead, but not a library brought along. */
export function isOwn({ root, path }: SourceFile): boolean {
  const isReaders = root.kind === 'workspace' || root.kind === 'outside';
  return isReaders && !/(?:^|\/)(?:vendor|node_modules)\//.test(path);
}

/** Those of a profile's files that are the reader's own, by where each was found. */
export function ownAmong(
  sources: readonly { readonly file: string }[],
  located: readonly Located[],
): readonly string[] {
  const guesses = sources.map(({ file }, i): OwnGuess => {
    const at = located[i];
    return { file, own: at?.kind === 'found' || at?.kind === 'outside' ? isOwn(at.file) : null };
  });
  return ownFiles(guesses);
}

/** A file as a profile names it, and whether it is the reader's own; null when that is not known, as it was not found. */
export interface OwnGuess {
  readonly file: string;
  readonly own: boolean | null;
}

/**
 * Those of a profile's files that are the reader's own: what was found to be, and what was not found but stood in one
 * folder with such a file when the program was built.
 */
export function ownFiles(guesses: readonly OwnGuess[]): readonly string[] {
  const folders = new Set(guesses.flatMap(({ file, own }) => (own === true ? [folderOf(file)] : [])));
  folders.delete('');
  return guesses.filter(({ file, own }) => own ?? folders.has(folderOf(file))).map(({ file }) => file);
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
