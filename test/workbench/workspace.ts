import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../setup/run.ts';

/** The sample service's folder. */
export const dedupe = join(root, 'test/fixtures/dedupe');

/** Real profiles that are not part of the project; tests with them are skipped where they are missing. */
export const sharedProfiles = join(root, '../shared/profiles');

export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast': 'Default High Contrast',
} as const;

export type Theme = keyof typeof themes;

const gone = { recursive: true, force: true };

/** A copy of the sample service to open in a window, and to change as a test likes. */
export class Workspace {
  readonly #home = mkdtempSync(join(tmpdir(), 'heap-diff-workspace-'));
  /** Named as the folder that the service was built in, which is what tells its files from others of the same name. */
  readonly folder = join(this.#home, 'dedupe');

  constructor(theme?: Theme) {
    this.restore(theme);
  }

  /** Makes it a copy again, but does not touch a file that still is one. */
  restore(theme: Theme = 'dark'): void {
    mkdirSync(this.path('.vscode'), { recursive: true });
    for (const name of readdirSync(this.folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.startsWith('.vscode') && !existsSync(join(dedupe, name))) rmSync(this.path(name), gone);
    }
    cpSync(dedupe, this.folder, { recursive: true, filter: (from, to) => !isCopy(from, to) });
    this.write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': themes[theme] }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  /** Copies a file in under its own name, or another. */
  add(file: string, name = basename(file)): void {
    cpSync(file, this.path(name));
  }

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true });
  }

  dispose(): void {
    rmSync(this.#home, gone);
  }
}

function isCopy(file: string, copy: string): boolean {
  if (!existsSync(copy) || statSync(file).isDirectory()) return false;
  return readFileSync(file).equals(readFileSync(copy));
}
