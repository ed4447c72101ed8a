import * as v from 'valibot';
import * as vscode from 'vscode';
import { type SettingName, type SettingValue, settingShapes } from './settingShapes.ts';

/** What is set, as far as it is what the setting has to be. */
export function setting<S extends SettingName>(name: S): SettingValue<S> {
  return v.parse(settingShapes[name], vscode.workspace.getConfiguration().get(name));
}

/** The same for what decides about files outside of the workspace, in which one that is not trusted has no say. */
export function trustedSetting<S extends SettingName>(name: S): SettingValue<S> {
  if (vscode.workspace.isTrusted) return setting(name);
  return v.parse(settingShapes[name], vscode.workspace.getConfiguration().inspect(name)?.globalValue);
}
