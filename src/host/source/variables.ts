import type { Environment } from './goFolders.ts';

/** An open folder, as settings may speak of it. */
export interface NamedFolder {
  readonly name: string;
  readonly path: string;
}

/**
 * A path of a setting with `${workspaceFolder}`, `${workspaceFolder:name}`, `${env:NAME}`, `${userHome}` and a leading
 * `~` filled in, as in launch configurations. What cannot be filled in stays, and then names no file.
 */
export function fillIn(path: string, folders: readonly NamedFolder[], env: Environment): string {
  const home = env['HOME'] ?? env['USERPROFILE'];
  return path
    .replace(/^~(?=$|[/\\])/, whole => home ?? whole)
    .replace(/\$\{(\w+)(?::([^}]*))?\}/g, (whole, variable: string, of: string | undefined) => {
      if (variable === 'workspaceFolder' || variable === 'workspaceRoot') {
        const folder = of === undefined ? folders[0] : folders.find(({ name }) => name === of);
        return folder?.path ?? whole;
      }
      if (variable === 'userHome') return home ?? whole;
      return variable === 'env' ? (env[of ?? ''] ?? whole) : whole;
    });
}
