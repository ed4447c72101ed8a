import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../core/names/place.ts';
import type { SourceWorkspace } from '../core/source/candidates.ts';
import { type GoModText, resolveGoModules } from '../core/source/goModules.ts';
import { ownAmong } from '../core/source/isOwn.ts';
import {
  type Located,
  locateSource,
  mostSourceBytes,
  type SourceFiles,
  thoseThat,
} from '../core/source/locate.ts';
import { mostScriptBytes, type ReachedSource } from '../core/source/readScript.ts';
import { absolutePath, type SourceFile, type SourceRoot } from '../core/source/sourceRoot.ts';
import { fileUpTo } from './fileUpTo.ts';
import { type Folders, pathInside } from './folders.ts';

/** Entries that a walk looks at; what lies behind is not found by its name alone. */
const mostEntries = 200_000;
const mostModules = 200;
const mostModuleBytes = 1 << 20;
const skipped = new Set(['.git', 'node_modules', '.cache', 'target']);
/** Of what was built, scripts alone are looked for: their maps lead to source. */
const isBuilt = /(?:^|\/)dist\//;
const isScript = /\.[cm]?js$/;

/** Whether a file, of this path and text, declares a function as a profile names it. */
export type Declares = (path: string, text: string, functionName: string) => Promise<boolean>;

/** Source below some folders, as a profile's path and function name find it. The folders are walked once, on the first question. */
export class SourceTree {
  readonly #folders: Folders;
  readonly #declares: Declares | undefined;
  #walked: Promise<Walked> | null = null;
  /** Scripts below the folders, and the source that their maps lead to. */
  readonly scripts: ReachedSource = {
    scripts: files => this.#locateAll(files),
    sources: files => this.#locateAll(files),
    read: path => this.#bytes(plain(path)),
  };

  /** Without `declares` a file is not found by its name alone. */
  constructor(folders: Folders, declares?: Declares) {
    this.#folders = folders;
    this.#declares = declares;
  }

  /** The absolute path of the file that a place is in; null where there is none, or several that fit equally well. */
  async find(path: string, functionName: string): Promise<string | null> {
    if (path === '') return null;
    const located = await this.#locate(path, functionName);
    if (located.kind !== 'found') return null;
    return pathInside(this.#folders, plainPath(located.file)).catch(() => null);
  }

  /** Those of some places' files that are the reader's own: below the folders, and no library brought along. */
  async ownOf(places: readonly Place[]): Promise<readonly string[]> {
    return ownAmong(places, await Promise.all(places.map(({ file, name }) => this.#locate(file, name))));
  }

  async #locate(path: string, functionName: string): Promise<Located> {
    this.#walked ??= walk(this.#folders);
    const { workspace, files } = await this.#walked;
    const declares = this.#declares;
    return locateSource(path, functionName, workspace, {
      ...files,
      ...(declares && {
        declaring: (some, name) => thoseThat(some, file => this.#hasFunction(file, name, declares)),
      }),
    });
  }

  async #hasFunction(file: SourceFile, functionName: string, declares: Declares): Promise<boolean> {
    const lines = await this.lines(plainPath(file));
    return lines.length > 0 && declares(file.path, lines.join('\n'), functionName);
  }

  #locateAll(files: readonly string[]): Promise<readonly Located[]> {
    return Promise.all(files.map(file => this.#locate(file, '')));
  }

  async #bytes(path: string): Promise<Uint8Array | null> {
    try {
      return await fileUpTo(await pathInside(this.#folders, path), mostScriptBytes);
    } catch {
      return null;
    }
  }

  /** Lines of a file that `find` gave, none where it cannot be read. */
  async lines(file: string): Promise<readonly string[]> {
    try {
      if ((await stat(file)).size > mostSourceBytes) return [];
      return (await readFile(file, 'utf8')).split(/\r?\n/);
    } catch {
      return [];
    }
  }
}

interface Walked {
  readonly workspace: SourceWorkspace;
  readonly files: SourceFiles;
}

async function walk({ roots }: Folders): Promise<Walked> {
  const folders = roots.map(rootOf);
  const byName = new Map<string, SourceFile[]>();
  const modules: GoModText[] = [];
  let left = mostEntries;
  for (const [i, start] of roots.entries()) {
    const root = folders[i];
    if (root === undefined) continue;
    const waiting = [''];
    for (let folder = waiting.shift(); folder !== undefined && left > 0; folder = waiting.shift()) {
      const entries = await readdir(join(start, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (--left < 0) break;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        // A link is neither: what it leads to has a name of its own.
        if (entry.isDirectory()) {
          if (!skipped.has(entry.name)) waiting.push(path);
        } else if (entry.isFile() && (!isBuilt.test(path) || isScript.test(entry.name))) {
          const found = byName.get(entry.name) ?? [];
          byName.set(entry.name, found);
          found.push({ root, path });
          if (/^go\.(?:mod|work)$/.test(entry.name) && modules.length < mostModules) {
            const text = await beginningOf(join(start, path));
            modules.push({ path: `${root.path}/${path}`, text });
          }
        }
      }
    }
  }
  return {
    workspace: {
      folders,
      modules: resolveGoModules(modules),
      moduleCache: null,
      goroot: null,
      outside: null,
      substitutions: [],
    },
    files: {
      exists: async file => isFile(plainPath(file)),
      named: async name => byName.get(name) ?? [],
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(await realpath(path))).isFile();
  } catch {
    return false;
  }
}

async function beginningOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(mostModuleBytes), 0, mostModuleBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

function rootOf(path: string): SourceRoot {
  return { kind: 'workspace', uri: pathToFileURL(path).toString(), path: slashed(path).replace(/\/$/, '') };
}

/** `/` between segments, `/c:/…` for a Windows drive, as paths of URIs are. */
function slashed(path: string): string {
  return process.platform === 'win32' ? `/${path.replaceAll('\\', '/')}` : path;
}

function plainPath(file: SourceFile): string {
  return plain(absolutePath(file));
}

function plain(path: string): string {
  return process.platform === 'win32' ? path.replace(/^\//, '') : path;
}
