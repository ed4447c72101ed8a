import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../setup/chromium.ts';
import { DiffView } from '../../workbench/diffView.ts';
import { SourceEditor } from '../../workbench/sourceEditor.ts';
import { leak } from '../../workbench/stories.ts';
import { Window } from '../../workbench/window.ts';
import { startWorkbench, type Workbench } from '../../workbench/workbench.ts';
import { Workspace } from '../../workbench/workspace.ts';
import { median } from '../median.ts';
import { type Measured, targets } from '../targets.ts';
import { ExtensionHost, extensionHosts, hostSince, type Watched } from './extensionHost.ts';
import { longSource } from './longSource.ts';

/** Characters of the source file: nearly as long as one may be to be read at all. */
const length = 4_000_000;

const hovers = 5;

/** Where the extension's own scripts are. */
const own = /heap-diff[^/]*\/dist\//;

interface Run {
  /** What VS Code itself takes to hand the file to extensions, before anything is compared. */
  readonly alone: Watched;
  /** From the click on the frame until its line is noted, in the file that is open already. */
  readonly drift: Watched;
  readonly hover: Watched;
  /** Whether the file was read in the 2 s that it may take; else its lines are the profile's. */
  readonly isFollowed: boolean;
}

type Moment = 'alone' | 'drift' | 'hover';

/**
 * Watches the extension host of a real VS Code, with dist/heap-diff.vsix in it, while it follows the sample's leak into
 * a file that has grown to 4 MB since the build, notes it there, and while somebody hovers over it.
 */
export async function measureHost(runs: number): Promise<readonly Measured[]> {
  const [workbench, browser] = [await startWorkbench(), await launchChromium()];
  try {
    const all: Run[] = [];
    for (let run = 0; run < runs; run++) all.push(await oneRun(workbench, browser));
    const middle = (what: Moment, of: (watched: Watched) => number): number =>
      median(all.map(run => of(run[what])));
    const worst = (of: (watched: Watched) => number): number =>
      Math.max(middle('drift', of), middle('hover', of));
    const said = (what: Moment): string =>
      `${middle(what, ({ longestMs }) => longestMs).toFixed(0)} ms (${middle(what, ({ ownMs }) => ownMs).toFixed(0)} of its own work)`;
    const note = `following drift ${said('drift')}, hovering ${said('hover')}; VS Code itself, handing the file to extensions, ${said('alone')}`;
    const ours = (what: Moment): string => middle(what, ({ oursMs }) => oursMs).toFixed(0);
    const read = all.filter(({ isFollowed }) => isFollowed).length;
    const ourNote = `following drift ${ours('drift')} ms, hovering ${ours('hover')} ms, by V8's profiler; the file was read in time ${read} of ${runs} times`;
    return [
      { ...targets.hostHover, value: worst(({ longestMs }) => longestMs), runs, note },
      { ...targets.hostOurs, value: worst(({ oursMs }) => oursMs), runs, note: ourNote },
    ];
  } finally {
    await browser.close();
    await workbench.close();
  }
}

/** In a window of its own: nothing has been read before. */
async function oneRun(workbench: Workbench, browser: Browser): Promise<Run> {
  const workspace = new Workspace();
  const source = readFileSync(workspace.path('cache.go'), 'utf8');
  workspace.write('cache.go', longSource(source, length));
  const before = extensionHosts();
  const window = await Window.open(browser, workbench, workspace);
  try {
    const attached = await ExtensionHost.attach(await hostSince(before));
    const alone = await attached.blocksWhile(() => SourceEditor.open(window, 'cache.go'), own);
    await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
    await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
    const view = await DiffView.painted(window);
    const editor = new SourceEditor(window, 'cache.go');
    const drift = await attached.blocksWhile(async () => {
      await view.clickBox('main.(*dedupeCache).seen');
      // At the function, or where the profile has it if the file was not read in time.
      await editor.untilNotes(found => Object.keys(found).length > 0);
    }, own);
    const isFollowed = leak in (await editor.notes());
    const hover = await attached.blocksWhile(async () => {
      for (let i = 0; i < hovers; i++) await hoverAtCursor(window);
    }, own);
    await attached.detach();
    return { alone, drift, hover, isFollowed };
  } finally {
    await window.close();
    workspace.dispose();
  }
}

/** Points at the line that the click led to, until its growth is told, and away again. */
async function hoverAtCursor({ page }: Window): Promise<void> {
  const line = page.locator('.view-overlays .current-line').last();
  // The pointer may raise other hovers on its way.
  const told = page.locator('.monaco-hover:visible').getByText('Show in flame graph').first();
  // The pointer comes again where the text moved away from under it.
  for (let tries = 1; tries <= 5 && !(await told.isVisible()); tries++) {
    await page.mouse.move(0, 0);
    // The editor may be drawing its lines anew, and have none for the moment.
    const at = await line.boundingBox().catch(() => null);
    if (at === null) await page.waitForTimeout(100);
    else {
      await page.mouse.move(at.x + 100, at.y + at.height / 2);
      await told.waitFor({ timeout: 10_000 }).catch(() => undefined);
    }
  }
  assert.ok(await told.isVisible());
  await page.mouse.move(0, 0);
  await told.waitFor({ state: 'hidden' });
}
