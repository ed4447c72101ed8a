import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CodeServerOptions, furnish, startCodeServer } from '../setup/codeServer.ts';
import { root } from '../setup/run.ts';
import type { Language } from './titles.ts';

/** In the environment of test files: the address of a workbench that is already running for all of them. */
export const sharedAddress = 'HEAP_DIFF_WORKBENCH';

const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  // A row's own hover would stay over the next row, and take its click.
  'workbench.hover.delay': 600_000,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** A running VS Code with the packaged extension, for any number of windows. */
export interface Workbench {
  readonly address: string;
  /** How it is told to open a folder of this machine. */
  readonly folder: (path: string) => string;
  /** What the extension speaks in it. */
  readonly language: Language;
  close(): Promise<void>;
}

/** The extension, as it is published. */
export const packaged = join(root, 'dist/heap-diff.vsix');

/** Starts a VS Code of its own with these packages installed. */
export async function startWorkbench(
  { language = 'en', ...options }: CodeServerOptions & { readonly language?: Language } = {},
  packages: readonly string[] = [packaged],
): Promise<Workbench> {
  const home = mkdtempSync(join(tmpdir(), 'heap-diff-workbench-'));
  const folders = { userData: join(home, 'user'), extensions: join(home, 'extensions') };
  for (const vsix of packages) await furnish(folders, vsix, settings);
  const server = await startCodeServer(folders, language === 'en' ? options : { ...options, language });
  const stopped = new Promise(resolve => server.process.once('exit', resolve));
  return {
    address: server.address,
    folder: onDisk,
    language,
    close: async () => {
      server.process.kill();
      await stopped;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The shared workbench where there is one, else one of this test file's own. */
export async function useWorkbench(): Promise<Workbench> {
  const address = process.env[sharedAddress];
  return address === undefined
    ? startWorkbench()
    : { address, folder: onDisk, language: 'en', close: async () => {} };
}

function onDisk(path: string): string {
  return path;
}
