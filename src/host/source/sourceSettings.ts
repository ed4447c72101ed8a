import * as vscode from 'vscode';
import { environment } from '#host/environment.ts';
import type { SourceRoot } from '../../core/source/sourceRoot.ts';
import type { Substitution } from '../../core/source/substitution.ts';
import { settings } from '../../manifest.ts';
import { isFolder } from '../isFolder.ts';
import { trustedSetting } from '../setting.ts';
import type { SettingName } from '../settingShapes.ts';
import { goRootCandidates, moduleCacheCandidates } from './goFolders.ts';
import { fillIn } from './variables.ts';

/** Every setting that finding source depends on. */
export const sourceSettings: readonly SettingName[] = [
  settings.sourceMap,
  settings.goroot,
  settings.gomodcache,
  'go.delveConfig',
  'go.goroot',
  'go.gopath',
];

/** Rules of the settings, ours before those of the debugger. */
export function substitutionRules(): readonly Substitution[] {
  const rules = [...trustedSetting(settings.sourceMap), ...trustedSetting('go.delveConfig')];
  return rules.map(({ from, to }) => ({ from, to: filledIn(to) }));
}

/** GOROOT, the first of the folders it may be that holds a standard library. */
export function goRoot(): Promise<SourceRoot | null> {
  const set = [trustedSetting(settings.goroot), trustedSetting('go.goroot')];
  return firstFolder('goroot', goRootCandidates(set.map(filledIn), environment()), 'src/runtime');
}

export function moduleCache(): Promise<SourceRoot | null> {
  const gopath = trustedSetting('go.gopath');
  const set = [trustedSetting(settings.gomodcache), ...(gopath === '' ? [] : [`${gopath}/pkg/mod`])];
  return firstFolder('moduleCache', moduleCacheCandidates(set.map(filledIn), environment()), '');
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

function filledIn(path: string): string {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
    name,
    path: uri.path,
  }));
  return fillIn(path, folders, environment());
}
