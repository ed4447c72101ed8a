import type { SourceFile } from '../../core/source/sourceRoot.ts';

/** The reader's own source: in the workspace, or where the user's rules lead, but not a library brought along. */
export function isOwn({ root, path }: SourceFile): boolean {
  const isReaders = root.kind === 'workspace' || root.kind === 'outside';
  return isReaders && !/(?:^|\/)(?:vendor|node_modules)\//.test(path);
}
