import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import { builtService } from '../fixtures/scripts/builtService.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import type { Window } from './window.ts';
import type { Workspace } from './workspace.ts';

const openWindow = oneWindow();

/** The service in TypeScript, built in the workspace and profiled in a container. */
function inContainer(workspace: Workspace): void {
  const { folder, profiles } = builtService(workspace.folder);
  for (const path of profiles) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(folder, '/app'));
}

async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1.heapprofile', 'heap-2.heapprofile');
  await window.choose('heap-2.heapprofile', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

test('two heaps of a minified bundle lead to the line of TypeScript', async t => {
  const { window } = await openWindow(t, { prepare: inContainer });
  const view = await compare(window);
  const said = await view.shows('.headline', 'of the growth is allocated in seen');
  assert.match(said, /dedupe\.ts:17/);
  await view.frame.getByRole('button', { name: 'dedupe.ts:17' }).first().click();
  await window.cursorLine('dedupe.ts', 17).waitFor();
  // V8 names the function's line alone: what all of it adds is looked at.
  await view.shows('.details', /Hint this\.entries/);
  assert.equal(await view.frame.locator('.notice').count(), 0);
});

test('a panel that is covered while scripts are looked for leads there when it is back', async t => {
  const { window } = await openWindow(t, { prepare: inContainer });
  await window.select('heap-1.heapprofile', 'heap-2.heapprofile');
  await window.choose('heap-2.heapprofile', 'Compare Heap Profiles');
  const tab = window.page.getByRole('tab', { name: /^heap-1.* ⇄ / });
  await tab.waitFor();
  await window.file('cache.go').dblclick();
  await window.page.getByRole('tab', { name: 'cache.go', selected: true }).waitFor();
  await tab.click();
  const view = await DiffView.painted(window);
  assert.match(await view.shows('.headline', 'allocated in seen'), /dedupe\.ts:17/);
});

test('a bundle that was built anew is said not to be the one that ran', async t => {
  const { window } = await openWindow(t, {
    prepare: workspace => {
      inContainer(workspace);
      const script = workspace.path('dist/server.js');
      writeFileSync(script, `${'// more\n'.repeat(9)}${readFileSync(script, 'utf8')}`);
    },
  });
  const view = await compare(window);
  await view.shows('.notice', 'server.js is not the script that was profiled');
});

test('so does one that holds its map itself, where it was built', async t => {
  const { window } = await openWindow(t, {
    prepare: ({ folder }) => void builtService(folder, { sourcemap: 'inline' }),
  });
  const view = await compare(window);
  assert.match(await view.shows('.headline', 'allocated in seen'), /dedupe\.ts:17/);
});

test('so does a series of them', async t => {
  const names = [10, 11, 12].map(hour => `heap-20261130-${hour}00.heapprofile`);
  const { window } = await openWindow(t, {
    prepare: workspace => {
      inContainer(workspace);
      for (const [i, name] of names.entries()) {
        workspace.add(workspace.path(`heap-${Math.min(i + 1, 2)}.heapprofile`), name);
      }
    },
  });
  await window.select(...names);
  await window.choose('heap-20261130-1200', 'Show Heap Over Time');
  const view = await DiffView.showing(window, '.chart-picture canvas');
  assert.match(await view.shows('.grew-most', 'seen'), /dedupe\.ts:17/);
});
