import { cleanSegments } from './profilePath.ts';

/**
 * A folder under which source may be read. `outside` is the file system's own root: a file there is offered
 * only where the user's substitution rules lead to it, and only after asking.
 */
export interface SourceRoot {
  readonly kind: 'workspace' | 'moduleCache' | 'goroot' | 'outside';
  /** Whatever the host opens it by. */
  readonly uri: string;
  /** The URI's path: absolute, `/` between segments, `/c:/…` for a Windows drive. */
  readonly path: string;
}

/** A file that may exist, always inside its root. */
export interface SourceFile {
  readonly root: SourceRoot;
  /** Below the root, `/` between segments, free of `.` and `..`. */
  readonly path: string;
}

/** The file's path from the top of its file system. */
export function absolutePath(file: SourceFile): string {
  return `${file.root.path.replace(/\/$/, '')}/${file.path}`;
}

/** One text for one file, to compare by. */
export function fileKey(file: SourceFile): string {
  return `${file.root.uri}\n${file.path}`;
}

/** The file of an absolute path, in the deepest root that holds it; null when none does. */
export function fileWithin(roots: readonly SourceRoot[], path: string): SourceFile | null {
  const segments = cleanSegments(path.split('/'));
  let best: SourceFile | null = null;
  let depth = -1;
  for (const root of roots) {
    const top = cleanSegments(root.path.split('/'));
    if (top.length > depth && top.length < segments.length && startsWith(segments, top)) {
      best = { root, path: segments.slice(top.length).join('/') };
      depth = top.length;
    }
  }
  return best;
}

/** True when `path` begins with `prefix`; without regard to case on a Windows drive. */
export function startsWith(path: readonly string[], prefix: readonly string[]): boolean {
  const fold = isDrive(path[0]) && isDrive(prefix[0]);
  return (
    prefix.length <= path.length && prefix.every((segment, i) => sameSegment(segment, path[i] ?? '', fold))
  );
}

function sameSegment(a: string, b: string, fold: boolean): boolean {
  return a === b || (fold && a.toLowerCase() === b.toLowerCase());
}

function isDrive(segment: string | undefined): boolean {
  return segment !== undefined && /^[a-zA-Z]:$/.test(segment);
}
