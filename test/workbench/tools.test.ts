import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { launchChromium } from '../setup/chromium.ts';
import { must } from '../setup/run.ts';
import { compare, copiesForAi } from './stories.ts';
import { Window } from './window.ts';
import { packaged, startWorkbench, type Workbench } from './workbench.ts';
import { Workspace } from './workspace.ts';

/** An extension that calls tools as a chat does: there is no model here. It writes down what they answer. */
const caller = {
  'package.json': JSON.stringify({
    name: 'caller',
    publisher: 'test',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    contributes: { commands: [{ command: 'caller.call', title: 'Call Tools' }] },
  }),
  'main.js': `const vscode = require('vscode');
exports.activate = ({ subscriptions }) => subscriptions.push(vscode.commands.registerCommand('caller.call', async () => {
  const at = name => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
  const calls = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(at('calls.json'))));
  const answers = [];
  for (const [name, input] of calls) {
    try {
      const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      answers.push(content.map(part => part.value).join(''));
    } catch (error) {
      answers.push('refused: ' + error.message);
    }
  }
  const tools = vscode.lm.tools.map(({ name }) => name);
  await vscode.workspace.fs.writeFile(at('answers.json'), new TextEncoder().encode(JSON.stringify({ tools, answers })));
  vscode.window.showInformationMessage('Tools have answered.');
}));`,
};

let browser: Browser;
let workbench: Workbench;

before(async () => {
  const folder = temporaryFolder('caller');
  for (const [name, text] of Object.entries(caller)) writeFileSync(join(folder, name), text);
  const vsix = join(folder, 'caller.vsix');
  const quiet = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await must('vsce', ['package', ...quiet, '-o', vsix], { cwd: folder, stdio: 'ignore' });
  workbench = await startWorkbench({}, [packaged, vsix]);
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await workbench.close();
});

test('a chat’s tools answer with source as the editor finds it, and read nothing outside', async t => {
  const workspace = new Workspace();
  t.after(() => workspace.dispose());
  const pair = { base: 'heap-1300.pb.gz', current: 'heap-1400.pb.gz' };
  symlinkSync('/etc/hostname', join(workspace.folder, 'out.pb.gz'));
  const calls = [
    ['compare_heap_profiles', pair],
    ['explain_growth', { ...pair, site: '(*dedupeCache).seen' }],
    ['verify_fix', { before: ['series/leaking'], after: ['series/fixed'] }],
    ['check_evidence', { files: ['heap-1300.pb.gz', 'heap-1400.pb.gz'] }],
    ['heap_over_time', { files: ['series/leaking'] }],
    ['compare_heap_profiles', { ...pair, base: '/etc/passwd' }],
    ['compare_heap_profiles', { ...pair, base: 'out.pb.gz' }],
    ['compare_heap_profiles', { ...pair, base: 'cache.go' }],
  ];
  writeFileSync(join(workspace.folder, 'calls.json'), JSON.stringify(calls));
  const window = await Window.open(browser, workbench, workspace);
  t.after(() => window.close());
  await window.command('Call Tools');
  await window.page.getByText('Tools have answered.').first().waitFor();
  const { tools, answers } = JSON.parse(readFileSync(join(workspace.folder, 'answers.json'), 'utf8'));
  assert.ok(calls.every(([name]) => tools.includes(name)));
  const file = join(workspace.folder, 'cache.go').replaceAll('.', '\\.');
  assert.match(answers[0], new RegExp(`96 % of the growth is allocated in .*\`${file}:39\``));
  assert.match(answers[1], /> 39 {5}c\.entries\[id\] = &sessionState/);
  assert.match(answers[1], /A guess from the source, not from the profiles: /);
  assert.match(answers[2], /^\*\*Fixed: /);
  assert.match(answers[3], /cannot tell: whether it is a leak or a backlog/);
  assert.match(answers[4], /^\*\*Staircase: /);
  assert.match(answers[5], /^refused: .*is outside/);
  assert.match(answers[6], /^refused: .*is a link that leads out/);
  assert.match(answers[7], /^refused: .*is not a heap profile in a known format/);
});

test('the configuration of the server is copied for the open folder, and a comparison for an assistant', async t => {
  const workspace = new Workspace();
  t.after(() => workspace.dispose());
  const window = await Window.open(browser, workbench, workspace);
  t.after(() => window.close());
  const view = await compare(window);
  await copiesForAi(window, workspace.path('cache.go'));

  const known = join(workspace.folder, '.heap-diff.json');
  writeFileSync(known, '{"known": [{"site": "main.other", "because": "small"}]}');
  await view.frame.locator('#tab-suspects').click();
  await view.frame.locator('.entry', { hasText: '.seen' }).getByText('Known leak…').click();
  await window.page.locator('.quick-input-widget input[type="text"]').fill('bounded');
  await window.page.keyboard.press('Enter');
  await view.frame.locator('.entry.aside', { hasText: 'set aside as a known leak: bounded' }).waitFor();
  assert.deepEqual(JSON.parse(readFileSync(known, 'utf8')).known, [
    { site: 'main.other', because: 'small' },
    {
      site: 'main.(*dedupeCache).seen',
      own: ['main.(*server).accept', 'main.(*server).ingest'],
      because: 'bounded',
    },
  ]);

  // Offered once the extension runs, which a comparison has made sure of.
  await window.commandChoosing('Heap Diff: Copy MCP Configuration', 'Command');
  const told = window.page.getByText(/copied\. It needs Node 20 or later on the PATH, and reads/).first();
  await told.waitFor();
  assert.ok((await told.textContent())?.includes(workspace.folder));
});
