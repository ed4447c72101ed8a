import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { must, root } from '../setup/run.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

/** The scheme of files that are on no disk as far as VS Code knows. */
const elsewhere = 'elsewhere';

/** Gives this machine's files, by their paths, as a file system of its own: `elsewhere:/path`. Runs in the browser. */
const fileSystem = {
  'package.json': JSON.stringify({
    name: 'elsewhere',
    publisher: 'test',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    browser: './browser.js',
    activationEvents: [`onFileSystem:${elsewhere}`],
  }),
  'browser.js': `const vscode = require('vscode');
exports.activate = ({ extensionUri, subscriptions }) => {
  const { fs } = vscode.workspace;
  const real = uri => extensionUri.with({ path: uri.path });
  const changed = new vscode.EventEmitter();
  const told = (type, ...uris) => changed.fire(uris.map(uri => ({ type, uri })));
  const { Created, Changed, Deleted } = vscode.FileChangeType;
  subscriptions.push(vscode.workspace.registerFileSystemProvider('${elsewhere}', {
    onDidChangeFile: changed.event,
    watch: (uri, { recursive }) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(real(uri), recursive ? '**' : '*'));
      // A watcher goes by the path alone, and hears what is told here too.
      const tell = type => at => at.scheme !== uri.scheme && told(type, uri.with({ path: at.path }));
      return vscode.Disposable.from(watcher, watcher.onDidCreate(tell(Created)), watcher.onDidChange(tell(Changed)), watcher.onDidDelete(tell(Deleted)));
    },
    stat: uri => fs.stat(real(uri)),
    readDirectory: uri => fs.readDirectory(real(uri)),
    readFile: uri => fs.readFile(real(uri)),
    createDirectory: uri => fs.createDirectory(real(uri)),
    writeFile: (uri, bytes) => fs.writeFile(real(uri), bytes),
    delete: (uri, options) => fs.delete(real(uri), options),
    rename: (from, to, options) => fs.rename(real(from), real(to), options),
  }));
};`,
};

/** What of the package a browser needs beside its manifest. */
const packaged = [
  ...['web', 'syntax', ...['webview', 'series', 'saved'].flatMap(name => [`${name}.js`, `${name}.css`])].map(
    name => `dist/${name}`,
  ),
  ...['media', 'package.nls.json', '.vscodeignore'],
];

/** The extension without what runs in Node, so that VS Code has to run it in the browser, and `elsewhere:`. */
async function webPackages(): Promise<readonly string[]> {
  const [extension, provider] = [temporaryFolder('web'), temporaryFolder('elsewhere')];
  for (const name of packaged) cpSync(join(root, name), join(extension, name), { recursive: true });
  const { main, extensionKind, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, version: '0.0.1' }));
  for (const [name, text] of Object.entries(fileSystem)) writeFileSync(join(provider, name), text);
  return Promise.all(
    [extension, provider].map(async folder => {
      const vsix = join(folder, 'packed.vsix');
      const quiet = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
      await must('vsce', ['package', ...quiet, '-o', vsix], { cwd: folder, stdio: 'ignore' });
      return vsix;
    }),
  );
}

/** A VS Code that runs the extension in the browser, and has this machine's folders as those of a virtual workspace. */
export async function startInBrowser(): Promise<Workbench> {
  const workbench = await startWorkbench({}, await webPackages());
  return { ...workbench, folder: virtualFolder };
}

/** A folder of this machine in the virtual workspace. */
export function virtualFolder(path: string): string {
  return `${elsewhere}:${path}`;
}
