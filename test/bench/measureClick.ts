import type { Browser } from 'playwright-core';
import { launchChromium } from '../setup/chromium.ts';
import { addPreviewed, openTimes, previewTime, samplePair } from '../workbench/clickTime.ts';
import { startInBrowser } from '../workbench/elsewhere.ts';
import { Window } from '../workbench/window.ts';
import { startWorkbench, type Workbench } from '../workbench/workbench.ts';
import { Workspace } from '../workbench/workspace.ts';
import { median } from './median.ts';
import { type Measured, targets } from './targets.ts';

/** Milliseconds. */
interface Times {
  readonly preview: number;
  readonly first: number;
  readonly later: number;
}

/**
 * From the click on Compare Heap Profiles to the first flame graph of the sample, where the extension runs on a machine and
 * where it runs in a browser, in alternation, each time in a window of its own. It takes what `npm run package` makes.
 */
export async function measureClick(runs: number): Promise<readonly Measured[]> {
  const [machine, web] = [await startWorkbench(), await startInBrowser()];
  const browser = await launchChromium();
  try {
    const onMachine: Times[] = [];
    const inBrowser: Times[] = [];
    for (let run = 0; run < runs; run++) {
      onMachine.push(await inWindow(browser, machine));
      inBrowser.push(await inWindow(browser, web));
    }
    const desktop = middle(onMachine);
    const page = middle(inBrowser);
    return [
      { ...targets.click, value: desktop.later, runs, note: words(desktop) },
      { ...targets.clickWeb, value: page.later, runs, note: words(page) },
      { ...targets.clickRatio, value: page.later / desktop.later, runs, note: '' },
    ];
  } finally {
    await browser.close();
    await machine.close();
    await web.close();
  }
}

async function inWindow(browser: Browser, workbench: Workbench): Promise<Times> {
  const workspace = new Workspace();
  addPreviewed(workspace);
  const window = await Window.open(browser, workbench, workspace);
  try {
    const preview = await previewTime(window);
    const [first, ...later] = await openTimes(window, samplePair);
    return { preview, first, later: median(later) };
  } finally {
    await window.close();
    workspace.dispose();
  }
}

function middle(all: readonly Times[]): Times {
  const of = (what: keyof Times): number => median(all.map(each => each[what]));
  return { preview: of('preview'), first: of('first'), later: of('later') };
}

function words({ preview, first }: Times): string {
  return `the first time ${Math.round(first)} ms; VS Code's own preview of a small Markdown file ${Math.round(preview)} ms`;
}
