import * as vscode from 'vscode';
import { baseName } from '../../core/displayName.ts';
import { capturesAmong } from '../../core/profileNames.ts';
import { openFolders, pathInside, RefusedError } from '../../disk/folders.ts';
import { EngineClient } from '../../engine/client.ts';
import { SeriesClient } from '../../engine/series/seriesClient.ts';
import { isBeside } from '../../tools/seriesTools.ts';
import { type ProfileBytes, type Surroundings, ToolError } from '../../tools/surroundings.ts';
import type { Engines } from '../engines.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import { limitSettings } from '../files/limitSettings.ts';
import { profileBytes, UnreadableFile } from '../files/profileBytes.ts';
import { hostScripts } from '../source/hostScripts.ts';
import { hostSource, type SourceServices } from './hostSource.ts';

/** What a tool's answer is made with. */
export interface ToolServices extends SourceServices {
  readonly engines: Engines;
  readonly known: KnownLeaks;
}

const mostFiles = 500;

/** What tools can reach from a window of VS Code. `signal` ends what is waited for. */
export function hostSurroundings(services: ToolServices, signal: AbortSignal): Surroundings {
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
    ...hostSource(services, signal),
    scripts: hostScripts(services.finder),
    own: places => services.finder.ownOf(places),
    known: () => services.known.all(),
    pairEngine: () => new EngineClient(services.engines.pair, () => {}),
    seriesEngine: () => new SeriesClient(services.engines.series),
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
  const names = (await vscode.workspace.fs.readDirectory(uri))
    .filter(([, kind]) => kind === vscode.FileType.File)
    .map(([name]) => name);
  return [...new Set([...capturesAmong(names), ...names.filter(isBeside)])]
    .map(name => vscode.Uri.joinPath(uri, name).fsPath)
    .sort();
}
