// Takes the README's picture again, of the packaged extension: `node test/workbench/readmeScreenshot.ts`.
import { join } from 'node:path';
import { root } from '../setup/run.ts';
import { DiffView } from './diffView.ts';
import { Window } from './window.ts';
import { launchBrowser, startWorkbench } from './workbench.ts';
import { Workspace } from './workspace.ts';

const workbench = await startWorkbench();
const browser = await launchBrowser();
const workspace = new Workspace('dark');
try {
  const window = await Window.open(browser, workbench, workspace);
  await window.page.setViewportSize({ width: 1600, height: 900 });
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.clickBox('main.(*dedupeCache).seen');
  await window.cursorLine('cache.go', 39).waitFor();
  // The panel gives half of its width to the editor; the picture shows both without the explorer.
  await window.command('View: Toggle Primary Side Bar Visibility');
  await window.page.mouse.move(800, 890);
  await view.shows('.where', 'cache.go:39');
  await window.page.screenshot({ path: join(root, 'media/screenshot.png') });
} finally {
  await browser.close();
  await workbench.close();
  workspace.dispose();
}
