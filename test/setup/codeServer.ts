import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { environment, must, root } from './run.ts';

const description = join(root, 'test/workbench/server');
const home = join(root, '.cache/code-server');
const entry = join(home, 'node_modules/code-server/out/node/entry.js');
const vscode = join(home, 'node_modules/code-server/lib/vscode');

/** The one language server that this VS Code has. */
export const languageServer = join(vscode, 'extensions/node_modules/typescript/lib/tsserver.js');

/** Installs the VS Code that tests and `npm start` run in, once for each version of its lock file. */
export async function installCodeServer(): Promise<void> {
  const lock = readFileSync(join(description, 'package-lock.json'), 'utf8');
  const done = join(home, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === lock) return;
  console.log('Installing the embedded VS Code: 600 MB in .cache, about a minute, once.');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(description, file), join(home, file));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await must('npm', ['ci', '--ignore-scripts', ...quiet], { cwd: home });
  for (const cwd of [vscode, join(vscode, 'extensions')])
    await must('npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet], { cwd });
  // The only native modules that the workbench cannot start without; the others want more system libraries.
  await must('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', ...quiet], {
    cwd: vscode,
    env: { ...environment(), ...nodeHeaders() },
  });
  writeFileSync(done, lock);
}

/** Lets node-gyp use installed headers, whatever their version (the modules use Node-API only), and not download any. */
function nodeHeaders(): NodeJS.ProcessEnv {
  const prefixes = [dirname(dirname(process.execPath)), '/usr/local', '/usr'];
  const prefix = prefixes.find(folder => existsSync(join(folder, 'include/node/node_api.h')));
  return prefix === undefined ? {} : { npm_config_nodedir: prefix };
}

/** Where one workbench keeps what it must not share with another. */
export interface WorkbenchFolders {
  readonly userData: string;
  readonly extensions: string;
}

/** Installs a .vsix into these folders and writes the user's settings there. */
export async function furnish(
  folders: WorkbenchFolders,
  vsix: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  mkdirSync(join(folders.userData, 'User'), { recursive: true });
  writeFileSync(join(folders.userData, 'User/settings.json'), JSON.stringify(settings, null, 2));
  await must('node', [entry, ...folderArguments(folders), '--force', '--install-extension', vsix], {
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export interface CodeServer {
  /** `http://127.0.0.1:PORT`; add `/?folder=…`. */
  readonly address: string;
  readonly process: ChildProcess;
}

export interface CodeServerOptions {
  readonly asksForTrust?: boolean;
  readonly keepsPath?: boolean;
  /** What extensions speak; what is VS Code's own stays English, since that has no language pack here. */
  readonly language?: string;
}

/**
 * Starts a VS Code for the browser on a free loopback port; it answers when this returns. Its log: userData/server.log.
 * Every folder is trusted, unless it `asksForTrust`; extensions have the PATH of a login shell, unless it `keepsPath`.
 */
export async function startCodeServer(
  folders: WorkbenchFolders,
  { asksForTrust = false, keepsPath = false, language }: CodeServerOptions = {},
): Promise<CodeServer> {
  if (language !== undefined) addLanguage(folders, language);
  const address = `127.0.0.1:${await freePort()}`;
  const log = openSync(join(folders.userData, 'server.log'), 'w');
  const child = spawn(
    'node',
    [
      entry,
      ...['--auth', 'none', '--bind-addr', address],
      ...folderArguments(folders),
      ...['--disable-telemetry', '--disable-update-check'],
      ...(asksForTrust ? [] : ['--disable-workspace-trust']),
      ...(language === undefined ? [] : ['--locale', language]),
    ],
    {
      cwd: root,
      // As from a terminal, whose environment is not asked for again.
      env: {
        ...serverEnvironment(),
        ...(keepsPath && { VSCODE_CLI: '1' }),
        // Where it would look for a language pack.
        ...(language !== undefined && { EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) }),
      },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  await untilReady(`http://${address}/healthz`, child);
  return { address: `http://${address}`, process: child };
}

/** What VS Code keeps of an installed language pack, here of one without a text. */
function addLanguage({ userData }: WorkbenchFolders, language: string): void {
  const texts = join(userData, 'texts.i18n.json');
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  // It is asked for in a gallery where no extension brings it.
  const by = { extensionIdentifier: { id: 'heap-diff.no-texts', uuid: '' }, version: '1.0.0' };
  const pack = { hash: language, label: language, extensions: [by], translations: { vscode: texts } };
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

function folderArguments({ userData, extensions }: WorkbenchFolders): string[] {
  return ['--user-data-dir', userData, '--extensions-dir', extensions];
}

/**
 * Without the marks of a VS Code that this may itself run in, as code-server would hand over to that one, and without
 * the tests' cache of compiled code: VS Code has none for an extension.
 */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(environment()).filter(
    ([name]) => !name.startsWith('VSCODE_') && name !== 'PORT' && name !== 'NODE_COMPILE_CACHE',
  );
  return Object.fromEntries(kept);
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`code-server stopped with exit code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error('code-server did not answer within a minute');
}

/** A loopback port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
