// `npm start`: the sample service in a VS Code that has Heap Diff.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { furnish, installCodeServer, startCodeServer } from './codeServer.ts';
import { must, root, run, which } from './run.ts';
import { installSystemTools } from './systemTools.ts';

const vsix = join(root, 'dist/heap-diff.vsix');
const sample = join(root, 'test/fixtures/dedupe');
const folders = {
  userData: join(root, '.cache/start/user'),
  extensions: join(root, '.cache/start/extensions'),
};
const settings = {
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const whatToDo = `
  1. In the explorer, click heap-1300.pb.gz, then Ctrl-click (Cmd-click) heap-1400.pb.gz.
  2. Right-click one of them: Compare Heap Profiles.
  3. Click main.(*dedupeCache).seen in the flame graph: the line that leaks opens beside.
`;

/** Opens the desktop's own VS Code, in a profile of its own; false when there is none that can be opened. */
async function openDesktop(): Promise<boolean> {
  const code = which('code');
  if (code === undefined) return false;
  // A terminal inside VS Code has a `code` that hands over to the window it belongs to and takes no folders.
  const handsOver = process.env['VSCODE_IPC_HOOK_CLI'] !== undefined;
  const hasDisplay =
    process.platform !== 'linux' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined;
  if (!handsOver && !hasDisplay) return false;
  const own = ['--user-data-dir', folders.userData, '--extensions-dir', folders.extensions];
  const options = handsOver ? [] : process.getuid?.() === 0 ? ['--no-sandbox', ...own] : own;
  if (!handsOver) {
    mkdirSync(join(folders.userData, 'User'), { recursive: true });
    writeFileSync(join(folders.userData, 'User/settings.json'), JSON.stringify(settings, null, 2));
  }
  if ((await run(code, [...options, '--force', '--install-extension', vsix])) !== 0) return false;
  return (await run(code, [...options, sample])) === 0;
}

async function openEmbedded(): Promise<void> {
  await installSystemTools(['compiler']);
  await installCodeServer();
  await furnish(folders, vsix, settings);
  const server = await startCodeServer(folders);
  const stop = () => server.process.kill();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  server.process.on('exit', () => process.exit());
  console.log(
    `\nVS Code with Heap Diff is at\n\n  ${server.address}/?folder=${encodeURIComponent(sample)}\n${whatToDo}`,
  );
  console.log('Ctrl-C ends it.');
}

await must('npm', ['run', '--silent', 'package']);
if (await openDesktop()) console.log(`\nVS Code has opened the sample service.\n${whatToDo}`);
else await openEmbedded();
