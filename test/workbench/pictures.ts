// Takes the pictures of the README and of the walkthrough again, of the packaged extension: `node test/workbench/pictures.ts`.
import { join } from 'node:path';
import { launchChromium } from '../setup/chromium.ts';
import { root } from '../setup/run.ts';
import { DiffView } from './diffView.ts';
import { Window } from './window.ts';
import { startWorkbench } from './workbench.ts';
import { type Theme, Workspace } from './workspace.ts';

const workbench = await startWorkbench();
const browser = await launchChromium();
const media = (name: string): string => join(root, 'media', name);
const files = ['heap-1300.pb.gz', 'heap-1400.pb.gz'] as const;

/** A window on the sample with both profiles selected, in the room that a picture has. */
async function selected(theme: Theme, width: number, height: number): Promise<[Window, Workspace]> {
  const workspace = new Workspace(theme);
  const window = await Window.open(browser, workbench, workspace);
  await window.page.setViewportSize({ width, height });
  await window.select(...files);
  return [window, workspace];
}

/** The comparison with the leaking line beside it, and without the explorer. */
async function compared(window: Window): Promise<DiffView> {
  await window.choose(files[1], 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.clickBox('main.(*dedupeCache).seen');
  await window.cursorLine('cache.go', 39).waitFor();
  await window.command('View: Toggle Primary Side Bar Visibility');
  await view.shows('.where', 'cache.go:39');
  await view.shows('.details', 'Hint');
  await window.page.locator('.codelens-decoration', { hasText: 'in itself' }).first().waitFor();
  return view;
}

/** Where the pointer is in nobody's way; the hover of a button that it passed goes. */
async function pointAway({ page }: Window): Promise<void> {
  await page.mouse.move(800, 890);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
}

async function forReadme(): Promise<void> {
  const [window, workspace] = await selected('dark', 1600, 900);
  const view = await compared(window);
  await pointAway(window);
  await window.page.screenshot({ path: media('screenshot.png') });
  await view.clickBox('main.(*dedupeCache).seen', { modifiers: ['ControlOrMeta'] });
  await window.untilFocused('cache.go');
  await pointAway(window);
  await window.command('Show or Focus Hover');
  await window.page.locator('.monaco-hover:visible').first().waitFor();
  const code = window.page.locator('.editor-group-container').last();
  await code.screenshot({ path: media('notes.png') });
  await window.page.keyboard.press('Escape');
  await view.frame.locator('#tab-suspects').click();
  await view.frame.locator('.list .entry').first().waitFor();
  await window.page
    .locator('.editor-group-container')
    .first()
    .screenshot({ path: media('suspects.png') });
  await window.close();
  workspace.dispose();
}

async function forWalkthrough(theme: 'dark' | 'light'): Promise<void> {
  const [window, workspace] = await selected(theme, 1000, 640);
  await window.page.locator('.part.statusbar .codicon-modifier-spin').waitFor({ state: 'detached' });
  await window.file(files[1]).click({ button: 'right' });
  await window.page.locator('.monaco-menu [aria-label="Compare Heap Profiles"]').hover();
  const clip = { x: 0, y: 0, width: 640, height: 640 };
  await window.page.screenshot({ path: media(`walkthrough/compare-${theme}.png`), clip });
  await window.page.keyboard.press('Escape');
  await compared(window);
  await window.page.mouse.move(500, 630);
  await window.page.screenshot({ path: media(`walkthrough/jump-${theme}.png`) });
  await window.close();
  workspace.dispose();
}

try {
  await forReadme();
  await forWalkthrough('dark');
  await forWalkthrough('light');
} finally {
  await browser.close();
  await workbench.close();
}
