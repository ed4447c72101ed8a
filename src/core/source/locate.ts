import { bestMatches } from './bestMatches.ts';
import { mayBeByName, tellsPrograms } from './byName.ts';
import { type Candidate, type CandidateKind, candidatesFor, type SourceWorkspace } from './candidates.ts';
import { pathsOf } from './goModules.ts';
import { inPackage, type JvmSource, jvmSource } from './jvmSource.ts';
import { type PathRefusal, parseProfilePath } from './profilePath.ts';
import { absolutePath, fileKey, type SourceFile } from './sourceRoot.ts';

/** What finding a file needs of the file system. Both may be answered from a cache. */
export interface SourceFiles {
  exists(file: SourceFile): Promise<boolean>;
  /**
   * Files of the workspace folders with exactly that name; the caller bounds how many. Those of packages of npm, which would
   * crowd the reader's own out, where they are asked for alone.
   */
  named(name: string, inPackages: boolean): Promise<readonly SourceFile[]>;
  /** Those of some files that declare a function as a profile names it. Where nobody reads code, a name alone leads nowhere. */
  declaring?(files: readonly SourceFile[], functionName: string): Promise<readonly SourceFile[]>;
}

/** Longer source is generated, and not read for what it declares. */
export const mostSourceBytes = 4 << 20;

/** Those of some files that do, by what is told of each. */
export async function thoseThat(
  files: readonly SourceFile[],
  declares: (file: SourceFile) => Promise<boolean>,
): Promise<readonly SourceFile[]> {
  const declare = await Promise.all(files.map(declares));
  return files.filter((_, i) => declare[i] === true);
}

/** What led to a file: `declaration` of the function, in a file of the right name. */
export type FoundBy = CandidateKind | 'suffix' | 'declaration';

/** Where a profile's file is. */
export type Located =
  | { readonly kind: 'found'; readonly file: SourceFile; readonly by: FoundBy }
  /** Files that fit equally well, or one that fits by a bare name only: ask. */
  | { readonly kind: 'ambiguous'; readonly files: readonly SourceFile[]; readonly by: FoundBy }
  /** A rule of the user's leads out of the workspace: ask before it is read. */
  | { readonly kind: 'outside'; readonly file: SourceFile }
  /** `sameName` has files that share no more than the name: something to choose from, never to open unasked. */
  | {
      readonly kind: 'none';
      readonly tried: readonly Candidate[];
      readonly searched: string;
      readonly sameName: readonly SourceFile[];
    }
  | { readonly kind: 'refused'; readonly reason: PathRefusal };

/** Finds the file that a profile's path and function name speak of. A wrong file is worse than none. */
export async function locateSource(
  profilePath: string,
  functionName: string,
  workspace: SourceWorkspace,
  files: SourceFiles,
): Promise<Located> {
  const path = parseProfilePath(profilePath);
  if (typeof path === 'string') return { kind: 'refused', reason: path };
  const all = candidatesFor(path, functionName, workspace);
  const jvm = jvmSource(path, functionName);
  // A class stands in its package or nowhere; what the user's rules say comes first.
  const tried = jvm === null ? all : all.filter(({ kind }) => kind === 'substituted');
  for (const group of byRank(tried)) {
    const present = await Promise.all(group.map(({ file }) => files.exists(file)));
    const found = group.filter((_, i) => present[i] === true);
    const [first] = found;
    if (first === undefined) continue;
    if (first.file.root.kind === 'outside') return { kind: 'outside', file: first.file };
    const one = oneOf(
      found.map(({ file }) => file),
      first.kind,
    );
    if (one !== null) return one;
  }

  if (jvm !== null) return locateClass(jvm, tried, files);
  const name = path.segments[path.segments.length - 1] ?? '';
  const sameName = unique(await files.named(name, path.segments.includes('node_modules')));
  const matches = bestMatches(
    path,
    functionName,
    sameName.map(file => pathsOf(absolutePath(file), workspace.modules)),
  );
  const best = matches.best.map(i => sameName[i]).filter(file => file !== undefined);
  const fitting = oneOf(best, 'suffix', !matches.bareName);
  if (fitting !== null && !matches.bareName) return fitting;
  // Nothing but the name fits, as of what was built in a container's `/app`: which file has the function says more.
  const declaring = mayBeByName(path, functionName) ? await declaringOf(sameName, functionName, files) : [];
  return (
    oneOf(declaring, 'declaration', tellsPrograms(functionName)) ??
    fitting ?? { kind: 'none', tried, searched: name, sameName }
  );
}

/** The only one of some files, where that is sure; else they are to be asked about. Null where there is none. */
function oneOf(files: readonly SourceFile[], by: FoundBy, isSure = true): Located | null {
  const [first, ...others] = files;
  if (first === undefined) return null;
  return others.length === 0 && isSure
    ? { kind: 'found', file: first, by }
    : { kind: 'ambiguous', files, by };
}

/** Of more files nobody reads all to know which one has a function. */
const mostDeclaring = 16;

async function declaringOf(
  sameName: readonly SourceFile[],
  functionName: string,
  files: SourceFiles,
): Promise<readonly SourceFile[]> {
  return sameName.length > mostDeclaring ? [] : ((await files.declaring?.(sameName, functionName)) ?? []);
}

/** The file of a class: of the right name, below the folders of its package. */
async function locateClass(
  { packages, fileNames }: JvmSource,
  tried: readonly Candidate[],
  files: SourceFiles,
): Promise<Located> {
  const sameName: SourceFile[] = [];
  for (const name of fileNames) {
    const named = unique(await files.named(name, false));
    const fitting = inPackage(packages, named.map(absolutePath)).flatMap(i => named[i] ?? []);
    const one = oneOf(fitting, 'suffix');
    if (one !== null) return one;
    sameName.push(...named);
  }
  return { kind: 'none', tried, searched: fileNames[0] ?? '', sameName };
}

function byRank(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.rank);
    if (group === undefined) groups.set(candidate.rank, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()];
}

function unique(files: readonly SourceFile[]): SourceFile[] {
  return [...new Map(files.map(file => [fileKey(file), file])).values()];
}
