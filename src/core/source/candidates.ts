import type { GoModules } from './goModules.ts';
import { type GoOrigin, goOrigin } from './goOrigin.ts';
import { escapeModule, hasHost } from './goPackage.ts';
import { formatPath, type ProfilePath } from './profilePath.ts';
import { fileKey, fileWithin, type SourceFile, type SourceRoot } from './sourceRoot.ts';
import { type Substitution, substitute } from './substitution.ts';

/** All that is known of where source may stand. Built once for a workspace, and again when its go.mod files change. */
export interface SourceWorkspace {
  readonly folders: readonly SourceRoot[];
  readonly modules: GoModules;
  readonly moduleCache: SourceRoot | null;
  /** GOROOT itself, not its `src`. */
  readonly goroot: SourceRoot | null;
  /** The file system's root, null where there is none to ask for (the web). */
  readonly outside: SourceRoot | null;
  /** Surest first: what the user chose, then settings. */
  readonly substitutions: readonly Substitution[];
}

/** What made a candidate. */
export type CandidateKind =
  | 'substituted'
  | 'exact'
  | 'relative'
  | 'module'
  | 'vendor'
  | 'nodeModules'
  | 'moduleCache'
  | 'goroot';

/** A file to look for. Those with one rank are equally good; a lower rank goes first. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly rank: number;
  readonly file: SourceFile;
}

/**
 * Files that a profile's file may be, best first, none twice. Each lies inside one of the workspace's
 * roots whatever the path says; one whose root is `outside` comes from the user's own rules only.
 */
export function candidatesFor(
  path: ProfilePath,
  functionName: string,
  workspace: SourceWorkspace,
): readonly Candidate[] {
  const origin = goOrigin(path, functionName);
  const { folders, moduleCache, goroot } = workspace;
  const roots = [...folders, ...present(moduleCache), ...present(goroot)];
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  let rank = 0;
  const add = (kind: CandidateKind, files: readonly (SourceFile | null)[]) => {
    rank++;
    for (const file of files) {
      if (file === null || file.path === '' || seen.has(fileKey(file))) continue;
      seen.add(fileKey(file));
      candidates.push({ kind, rank, file });
    }
  };

  const full = formatPath(path);
  for (const rule of workspace.substitutions) {
    const to = substitute(rule, full);
    if (to !== null) add('substituted', [fileWithin([...roots, ...present(workspace.outside)], to)]);
  }
  if (path.root !== '') add('exact', [fileWithin(roots, full)]);
  const standard = () => add('goroot', standardFiles(origin, goroot));
  for (const paths of modulePaths(origin, workspace.modules)) {
    add(
      'module',
      paths.map(path => fileWithin(roots, path)),
    );
  }
  const isStandardFile = origin.standard?.sure === true;
  if (isStandardFile) standard();
  add('vendor', vendorFiles(origin, workspace, roots));
  const relative = relativeSegments(path);
  // A workspace's own sort/sort.go is not the one of the standard library.
  if (relative !== null && !isStandardFile && origin.cached === null)
    add('relative', inEach(folders, relative));
  for (const start of nodeModuleStarts(path.segments)) {
    add('nodeModules', inEach(folders, path.segments.slice(start)));
  }
  for (const file of cacheFiles(origin, workspace.modules)) {
    add('moduleCache', [moduleCache === null ? null : { root: moduleCache, path: file }]);
  }
  standard();
  return candidates;
}

/** The path below a workspace folder, where it claims to be one: relative, or below Bazel's execution root. */
export function relativeSegments(path: ProfilePath): readonly string[] | null {
  const { segments, root } = path;
  if (segments[0] === 'proc' && segments[1] === 'self' && segments[2] === 'cwd' && segments.length > 3) {
    return withoutOutputFolder(segments.slice(3));
  }
  const execroot = segments.indexOf('execroot');
  if (execroot >= 0 && execroot + 2 < segments.length)
    return withoutOutputFolder(segments.slice(execroot + 2));
  return root === '' ? withoutOutputFolder(segments) : null;
}

function withoutOutputFolder(segments: readonly string[]): readonly string[] {
  const generated = segments[0] === 'bazel-out' && (segments[2] === 'bin' || segments[2] === 'genfiles');
  return generated && segments.length > 3 ? segments.slice(3) : segments;
}

/** Absolute paths below the module whose path fits, one group for each module, the longest module path first. */
function modulePaths(origin: GoOrigin, modules: GoModules): string[][] {
  const groups = new Map<string, string[]>();
  const fitting = [...modules.folders].sort(([a], [b]) => b.length - a.length);
  for (const file of origin.files) {
    for (const [module, folders] of fitting) {
      const rest = fileInModule(module, file, origin);
      if (rest !== null) {
        const group = groups.get(module) ?? [];
        groups.set(module, [...group, ...folders.map(folder => `${folder}/${rest}`)]);
      }
    }
  }
  return [...groups.values()];
}

function fileInModule(module: string, file: string, origin: GoOrigin): string | null {
  if (module === 'std') return origin.standard?.file ?? null;
  return file.startsWith(`${module}/`) ? file.slice(module.length + 1) : null;
}

function vendorFiles(
  origin: GoOrigin,
  { modules, folders }: SourceWorkspace,
  roots: readonly SourceRoot[],
): (SourceFile | null)[] {
  const tops = [...new Set([...modules.roots, ...folders.map(folder => folder.path)])];
  const fetched = origin.files.filter(hasHost);
  return fetched.flatMap(file => tops.map(top => fileWithin(roots, `${top}/vendor/${file}`)));
}

function cacheFiles(origin: GoOrigin, { versions }: GoModules): string[] {
  const paths: string[] = [];
  const add = (module: string, version: string, file: string) =>
    paths.push(`${escapeModule(module)}@${escapeModule(version)}/${file}`);
  const { cached } = origin;
  if (cached !== null) add(cached.module, cached.version, cached.file);
  const fitting = [...versions].sort(([a], [b]) => b.length - a.length);
  for (const file of origin.files) {
    const fit = fitting.find(([module]) => file.startsWith(`${module}/`));
    if (fit !== undefined) add(fit[1].path, fit[1].version, file.slice(fit[0].length + 1));
  }
  return paths.filter(isClean);
}

/** A version or module path of a go.mod is text from a file; it must not climb either. */
function isClean(path: string): boolean {
  return path.split('/').every(segment => segment !== '..' && segment !== '.' && segment !== '');
}

function standardFiles(origin: GoOrigin, goroot: SourceRoot | null): (SourceFile | null)[] {
  return goroot === null || origin.standard === null
    ? []
    : [{ root: goroot, path: `src/${origin.standard.file}` }];
}

/** Where the first and the last `node_modules` begin: as installed, and as hoisted to the top. */
function nodeModuleStarts(segments: readonly string[]): readonly number[] {
  const first = segments.indexOf('node_modules');
  return first < 0 ? [] : [...new Set([first, segments.lastIndexOf('node_modules')])];
}

function inEach(folders: readonly SourceRoot[], segments: readonly string[]): SourceFile[] {
  return folders.map(root => ({ root, path: segments.join('/') }));
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
