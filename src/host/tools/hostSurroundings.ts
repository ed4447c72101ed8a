import * as vscode from 'vscode';
import { baseName } from '../../core/displayName.ts';
import type { Place } from '../../core/names/place.ts';
import { asProfiled, type FoundPlace } from '../../core/tell/toldPlace.ts';
import { openFolders, pathInside, RefusedError } from '../../disk/folders.ts';
import { EngineClient } from '../../engine/client.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { SeriesClient } from '../../engine/series/seriesClient.ts';
import { isBeside } from '../../tools/seriesTools.ts';
import { type ProfileBytes, type Surroundings, ToolError } from '../../tools/surroundings.ts';
import { limitSettings } from '../files/limitSettings.ts';
import { profileBytes, UnreadableFile } from '../files/profileBytes.ts';
import type { LeakHints } from '../line/leakHints.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
import { isCapture } from '../series/isCapture.ts';
import { isOwn } from '../source/isOwn.ts';
import { driftIn } from '../source/sourceDrift.ts';
import type { SourceFinder } from '../source/sourceFinder.ts';
import { uriOf } from '../source/sourceUri.ts';

/** What a tool's answer is made with. */
export interface ToolServices {
  readonly extensionUri: vscode.Uri;
  readonly finder: SourceFinder;
  readonly code: CodeClient;
  readonly authors: LineAuthors;
  readonly hints: LeakHints;
}

const linesAround = 3;
const mostFiles = 500;

/** What tools can reach from a window of VS Code. `signal` ends what is waited for. */
export function hostSurroundings(services: ToolServices, signal: AbortSignal): Surroundings {
  const script = (...parts: readonly string[]): string =>
    vscode.Uri.joinPath(services.extensionUri, 'dist', 'engine', ...parts).fsPath;
  return {
    limits: limitSettings(),
    read: readProfile,
    expand: async given => {
      const found: string[] = [];
      for (const each of given) found.push(...(await profilesAt(await inside(each))));
      if (found.length <= mostFiles) return found;
      throw new ToolError(
        `There are ${found.length} profiles there, and ${mostFiles} are the most. Give some of them.`,
      );
    },
    find: place => find(services, place),
    source: async place => {
      const document = await opened(place);
      if (document === null || place.line === 0) return null;
      const from = Math.max(1, place.line - linesAround);
      const to = Math.min(document.lineCount, place.line + linesAround);
      const lines = Array.from({ length: to - from + 1 }, (_, i) => document.lineAt(from - 1 + i).text);
      return { from, lines };
    },
    author: async place => {
      const document = await opened(place);
      const found = document && (await services.authors.of(document, place.line - 1));
      return found && { ...found, hash: found.hash.slice(0, 8) };
    },
    hint: async (place, growth, _retained) => {
      const document = await opened(place);
      return (
        document && services.hints.of(document, place.line - 1, { ...growth, line: place.line }, true, signal)
      );
    },
    pairEngine: () => new EngineClient(script('worker.cjs'), () => {}),
    seriesEngine: () => new SeriesClient(script('series', 'seriesWorker.cjs')),
  };
}

/** The real path of something in an open folder. */
async function inside(path: string): Promise<string> {
  const open = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (open.length === 0)
    throw new ToolError(
      'No folder is open, and nothing else is read. Open the folder that has the profiles.',
    );
  try {
    return await pathInside(await openFolders(open.map(({ uri }) => uri.fsPath)), path);
  } catch (error) {
    if (error instanceof RefusedError) throw new ToolError(error.message);
    throw error;
  }
}

async function readProfile(given: string): Promise<ProfileBytes> {
  const path = await inside(given);
  const uri = vscode.Uri.file(path);
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    // Reading a pipe or a device would never end.
    if ((type & vscode.FileType.File) === 0)
      throw new ToolError(`${path} is no file. Give the path of a profile.`);
    const { bytes } = await profileBytes(uri, 'current', limitSettings());
    return { path, name: baseName(path), bytes };
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof vscode.FileSystemError) {
      throw new ToolError(`${path} cannot be read: ${error.message}. Give a file that can.`);
    }
    throw error;
  }
}

async function profilesAt(path: string): Promise<readonly string[]> {
  const uri = vscode.Uri.file(path);
  const { type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) === 0) return [path];
  return (await vscode.workspace.fs.readDirectory(uri))
    .filter(([name, kind]) => kind === vscode.FileType.File && (isCapture(name) || isBeside(name)))
    .map(([name]) => vscode.Uri.joinPath(uri, name).fsPath)
    .sort();
}

/** The file as the editor finds it without asking, and in it the line, which follows its function. */
async function find({ finder, code }: ToolServices, place: Place): Promise<FoundPlace> {
  if (place.file === '') return asProfiled(place);
  const located = await finder.find(place.file, place.name);
  if (located.kind !== 'found') return asProfiled(place);
  const uri = uriOf(located.file);
  const found = { name: place.name, path: uri.fsPath, line: place.line, isFound: true };
  // Libraries are not edited: their lines are those of the build.
  if (place.line === 0 || uri.scheme !== 'file' || !isOwn(located.file)) return found;
  const document = await opened(found);
  return document === null ? found : { ...found, line: (await driftIn(code, document, place)).line };
}

/** The document of a place that was found, what is typed included. */
async function opened({ path, isFound }: FoundPlace): Promise<vscode.TextDocument | null> {
  if (!isFound) return null;
  return vscode.workspace.openTextDocument(vscode.Uri.file(path)).then(
    document => document,
    () => null,
  );
}
