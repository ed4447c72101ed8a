import { relativeSegments } from './candidates.ts';
import { goImportPath, hasHost, isStandard } from './goPackage.ts';
import type { ProfilePath } from './profilePath.ts';

/** Which files of the right name fit a profile's path. */
export interface Matches {
  /** Indices of the files that fit best, and equally well; empty when none fits well enough. */
  readonly best: readonly number[];
  /** True when the path is a bare name: all of it agrees, and that says little. */
  readonly bareName: boolean;
}

/** Trailing segments that agree without regard to case, and how many of them agree to the letter. */
interface Agreement {
  readonly length: number;
  readonly exact: number;
}

/**
 * Ranks existing files by how many trailing segments they share with the profile's path. Two are the least, more
 * when the path leads into a dependency, whose `src/lib.rs` is not the workspace's. Each file comes with all its
 * paths: the absolute one, and the one by its module, since a checkout may go by any name.
 */
export function bestMatches(
  path: ProfilePath,
  functionName: string,
  existing: readonly (readonly string[])[],
): Matches {
  const segments = relativeSegments(path) ?? path.segments;
  const bareName = segments.length === 1;
  const least = bareName ? 1 : Math.max(2, dependencyLength(segments, functionName));
  let best: number[] = [];
  let length = 0;
  let exact = 0;
  for (const [i, paths] of existing.entries()) {
    const agree = longestEnd(segments, paths);
    if (agree.length < least) continue;
    const order = agree.length - length || agree.exact - exact;
    if (order > 0) {
      best = [i];
      length = agree.length;
      exact = agree.exact;
    } else if (order === 0) best.push(i);
  }
  return { best, bareName };
}

function longestEnd(segments: readonly string[], paths: readonly string[]): Agreement {
  return paths
    .map(path => commonEnd(segments, path.split('/')))
    .reduce((best, each) => (each.length > best.length ? each : best), { length: 0, exact: 0 });
}

function commonEnd(a: readonly string[], b: readonly string[]): Agreement {
  let length = 0;
  let exact = 0;
  for (let i = 1; i <= Math.min(a.length, b.length); i++) {
    const x = a[a.length - i] ?? '';
    const y = b[b.length - i] ?? '';
    if (x.toLowerCase() !== y.toLowerCase()) break;
    length++;
    if (x === y) exact++;
  }
  return { length, exact };
}

/** How many trailing segments name a file inside its dependency, the dependency's own name included; 0 when none. */
function dependencyLength(segments: readonly string[], functionName: string): number {
  const from = dependencyStart(segments, functionName);
  return from === null ? 0 : segments.length - from;
}

/** Whether a path leads into a dependency or into what comes with the language. */
export function isDependency({ segments }: ProfilePath, functionName: string): boolean {
  return dependencyStart(segments, functionName) !== null;
}

/** Where the dependency's own name stands; −1 when the path does not even have it, null when it leads into none. */
function dependencyStart(segments: readonly string[], functionName: string): number | null {
  for (const folder of ['node_modules', 'vendor', 'site-packages', 'dist-packages']) {
    const at = segments.lastIndexOf(folder);
    if (at >= 0) return at;
  }
  if (segments[0] === 'external') return 0;
  const rustc = segments.indexOf('rustc');
  if (rustc >= 0) return rustc;
  // Cargo: registry/src/<index>/<crate>-<version>/…, git/checkouts/<repository>/<commit>/…
  const registry = segments.findIndex((segment, i) => segment === 'registry' && segments[i + 1] === 'src');
  if (registry >= 0) return registry + 3;
  const checkouts = segments.findIndex((segment, i) => segment === 'git' && segments[i + 1] === 'checkouts');
  if (checkouts >= 0) return checkouts + 2;
  const version = segments.findIndex(segment => /@v\d/.test(segment));
  if (version >= 0) return Math.max(0, segments.findIndex(hasHost));
  const importPath = goImportPath(functionName);
  if (importPath === null || !isStandard(importPath)) return null;
  // Trimmed, the library's path has nothing before the package, and then no file of a workspace will do.
  return segments.lastIndexOf('src');
}
