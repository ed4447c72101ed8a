import * as vscode from 'vscode';
import type { SourceRoot } from '../../core/source/sourceRoot.ts';
import {
  readDelveSubstitutions,
  readSubstitutions,
  type Substitution,
} from '../../core/source/substitution.ts';
import { settings } from '../../manifest.ts';
import { type Environment, goRootCandidates, moduleCacheCandidates } from './goFolders.ts';
import { fillIn } from './variables.ts';

/** Settings of the Go extension that say where source is. */
const ofGo = { delveConfig: 'go.delveConfig', goroot: 'go.goroot', gopath: 'go.gopath' } as const;

/** Every setting that finding source depends on. */
export const sourceSettings: readonly string[] = [
  settings.sourceMap,
  settings.goroot,
  settings.gomodcache,
  ...Object.values(ofGo),
];

/** Rules of the settings, ours before those of the debugger. */
export function substitutionRules(): readonly Substitution[] {
  const rules = [
    ...readSubstitutions(get(settings.sourceMap)),
    ...readDelveSubstitutions(get(ofGo.delveConfig)),
  ];
  return rules.map(({ from, to }) => ({ from, to: filledIn(to) }));
}

/** GOROOT, the first of the folders it may be that holds a standard library. */
export function goRoot(): Promise<SourceRoot | null> {
  const set = [settings.goroot, ofGo.goroot].map(folderSetting);
  return firstFolder('goroot', goRootCandidates(set, environment()), 'src/runtime');
}

export function moduleCache(): Promise<SourceRoot | null> {
  const gopath = folderSetting(ofGo.gopath);
  const set = [folderSetting(settings.gomodcache), ...(gopath === '' ? [] : [`${gopath}/pkg/mod`])];
  return firstFolder('moduleCache', moduleCacheCandidates(set, environment()), '');
}

async function firstFolder(
  kind: SourceRoot['kind'],
  paths: readonly string[],
  holding: string,
): Promise<SourceRoot | null> {
  for (const path of paths) {
    const uri = vscode.Uri.file(path);
    if (await isFolder(holding === '' ? uri : vscode.Uri.joinPath(uri, holding))) {
      return { kind, uri: uri.toString(), path: uri.path };
    }
  }
  return null;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** A workspace that is not trusted has no say in what is read outside of it. */
function get(setting: string): unknown {
  const configuration = vscode.workspace.getConfiguration();
  return vscode.workspace.isTrusted
    ? configuration.get(setting)
    : configuration.inspect(setting)?.globalValue;
}

function folderSetting(setting: string): string {
  const value = get(setting);
  return typeof value === 'string' ? filledIn(value) : '';
}

function filledIn(path: string): string {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
    name,
    path: uri.path,
  }));
  return fillIn(path, folders, environment());
}

function environment(): Environment {
  return typeof process === 'undefined' ? {} : process.env;
}
