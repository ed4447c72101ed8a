import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { standInForKubectl } from '../host/capture/kubectlStandIn.ts';
import { launchChromium } from '../setup/chromium.ts';
import { compare } from './stories.ts';
import { Window } from './window.ts';
import { startWorkbench, type Workbench } from './workbench.ts';
import { dedupe, Workspace } from './workspace.ts';

const pods = {
  items: ['dedupe-7d9f4', '$(touch hacked)'].map(name => ({
    metadata: { name, namespace: 'shop' },
    spec: { containers: [{ ports: [{ containerPort: 7070, name: 'pprof' }] }] },
    status: { phase: 'Running' },
  })),
};
const heap = join(dedupe, 'heap-1400.pb.gz');
const inPod = '/api/v1/namespaces/shop/pods/dedupe-7d9f4:7070/proxy/debug/pprof/heap?gc=1';

// A workbench of its own: it has this kubectl on its PATH, and trusts no folder until it is told to.
const kubectl = standInForKubectl(`
echo "$*" >>"$(dirname "$0")/asked"
case "$*" in
  'get pods --output=json') echo '${JSON.stringify(pods)}' ;;
  'get --raw ${inPod}') cat '${heap}' ;;
  *) echo 'Error from server (NotFound): the server could not find the requested resource' >&2; exit 1 ;;
esac`);
let workbench: Workbench;
let browser: Browser;
before(async () => {
  workbench = await startWorkbench({ asksForTrust: true, keepsPath: true });
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await workbench.close();
  kubectl.remove();
});

const asked = (): readonly string[] =>
  readFileSync(join(kubectl.folder, 'asked'), 'utf8').trimEnd().split('\n');

test('nothing is captured until the workspace is trusted, then from a pod, each command shown first', async t => {
  const workspace = new Workspace();
  const window = await Window.open(browser, workbench, workspace);
  t.after(async () => {
    await window.screenshot('captured from a pod');
    await window.close();
    workspace.dispose();
  });
  const { page } = window;
  await window.command('Heap Diff: Capture Heap Profile…');
  await page.locator('.notification-toast', { hasText: 'only in a workspace that is trusted' }).waitFor();

  // A known leak is not written down either, nor is anybody asked why.
  const view = await compare(window);
  await view.frame.locator('#tab-suspects').click();
  await view.frame.locator('.entry', { hasText: '.seen' }).getByText('Known leak…').click();
  await page
    .locator('.notification-toast', { hasText: 'which has to be trusted to be written to' })
    .waitFor();
  assert.equal(existsSync(workspace.path('.heap-diff.json')), false);
  await window.clear();

  await window.command('Workspaces: Manage Workspace Trust');
  await page.getByRole('button', { name: 'Trust', exact: true }).click();
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });

  await window.commandChoosing('Heap Diff: Capture Heap Profile…', 'A Pod in Kubernetes…');
  const listing = window.quickRow('Pods of the Current Namespace');
  await listing.getByText('runs kubectl get pods --output=json').waitFor();
  assert.throws(asked, { code: 'ENOENT' }, 'nothing has been run yet');
  await listing.click();
  await window.quickRow('dedupe-7d9f4').click();
  await page.locator('.quick-input-message', { hasText: 'The port of dedupe-7d9f4' }).waitFor();
  assert.equal(await page.locator('.quick-input-widget input[type="text"]').inputValue(), '7070');
  await page.keyboard.press('Enter');
  const dialog = page.locator('.monaco-dialog-box', { hasText: `kubectl get --raw '${inPod}'` });
  await dialog.waitFor();
  await window.screenshot('capture from a pod');
  assert.deepEqual(asked(), ['get pods --output=json']);
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.quick-input-message', { hasText: 'What is it called?' }).waitFor();
  await page.keyboard.press('Enter');
  await window.quickRow('Once').click();
  await page.locator('.notification-toast', { hasText: /Captured heap-\d{8}-\d{4}\.pb\.gz/ }).waitFor();
  const file = readdirSync(workspace.path('heap-profiles')).find(name => name.endsWith('.pb.gz')) ?? '';
  assert.deepEqual(readFileSync(workspace.path(`heap-profiles/${file}`)), readFileSync(heap));
  assert.ok(asked().includes(`get --raw ${inPod}`));
});
