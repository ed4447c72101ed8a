import { type GoReplacement, parseGoMod } from './goMod.ts';
import { cleanSegments } from './profilePath.ts';

/** A go.mod or go.work of the workspace: its absolute path and its text. */
export interface GoModText {
  readonly path: string;
  readonly text: string;
}

/** What the workspace knows of Go modules. */
export interface GoModules {
  /** Module path → the absolute folders that hold it: its own go.mod's, or a replacement's. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** Required module → the module and version that is built instead of it, usually itself. */
  readonly versions: ReadonlyMap<string, { readonly path: string; readonly version: string }>;
  /** Folders that may hold a `vendor` folder. */
  readonly roots: readonly string[];
}

/** Resolves the go.mod and go.work files of a workspace, nested ones included. */
export function resolveGoModules(files: readonly GoModText[]): GoModules {
  const folders = new Map<string, string[]>();
  const versions = new Map<string, { path: string; version: string }>();
  const roots: string[] = [];
  for (const file of files) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
    const parsed = parseGoMod(file.text);
    roots.push(folder);
    if (parsed.module !== '') add(folders, parsed.module, folder);
    for (const [path, version] of parsed.require) {
      if (!versions.has(path)) versions.set(path, { path, version });
    }
    for (const [path, to] of parsed.replace) applyReplacement(folders, versions, folder, path, to);
  }
  return { folders, versions, roots };
}

/** A file's absolute path, and its paths by the modules that hold it, without their major version. */
export function pathsOf(path: string, modules: GoModules): readonly string[] {
  const paths = [path];
  for (const [module, folders] of modules.folders) {
    for (const folder of folders) {
      if (path.startsWith(`${folder}/`))
        paths.push(module.replace(/\/v\d+$/, '') + path.slice(folder.length));
    }
  }
  return paths;
}

/** Appends a go.mod's relative or absolute folder to the folder of the file that names it. */
export function resolveFolder(from: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (/^[a-zA-Z]:\//.test(slashed)) return `/${slashed}`;
  const start = slashed.startsWith('/') ? [] : from.split('/');
  return `/${cleanSegments([...start, ...slashed.split('/')]).join('/')}`;
}

function applyReplacement(
  folders: Map<string, string[]>,
  versions: Map<string, { path: string; version: string }>,
  from: string,
  path: string,
  to: GoReplacement,
): void {
  if (to.kind === 'folder') add(folders, path, resolveFolder(from, to.path));
  else versions.set(path, { path: to.path, version: to.version });
}

function add(folders: Map<string, string[]>, module: string, folder: string): void {
  const known = folders.get(module);
  if (known === undefined) folders.set(module, [folder]);
  else if (!known.includes(folder)) known.push(folder);
}
