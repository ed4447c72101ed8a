import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../setup/chromium.ts';
import { Window } from './window.ts';
import { useWorkbench, type Workbench } from './workbench.ts';
import { type Theme, Workspace } from './workspace.ts';

export interface WindowOptions {
  readonly theme?: Theme;
  /** Changes the workspace before the window opens. */
  readonly prepare?: (workspace: Workspace) => void;
  /** Where the extension host of a new window can be inspected. */
  readonly port?: number;
}

export interface Opened {
  readonly window: Window;
  readonly workspace: Workspace;
}

/** Gives a test a window on the sample service as it is. */
export type OpenWindow = (t: TestContext, options?: WindowOptions) => Promise<Opened>;

/**
 * To be called once at the top of a test file: holds a workbench and a browser for its tests. What it gives opens a
 * window on a fresh copy of the sample service; both go with the test.
 */
export function windows(start = useWorkbench): OpenWindow {
  const open = opener(start);
  return async (t, options) => {
    const opened = await open(options);
    t.after(() => opened.workspace.dispose());
    t.after(async () => {
      await settle(t, opened.window);
      await opened.window.close();
      assertAtHome(opened.window);
    });
    return opened;
  };
}

/**
 * The same with one window, which the tests of a file use one after the other: a window takes longer to open than most
 * tests to run. Each finds the service as it is and no editor open, and has to leave nothing else behind. A test that
 * fails takes the window with it.
 */
export function oneWindow(start = useWorkbench): OpenWindow {
  const open = opener(start);
  let used: Opened | undefined;
  after(async () => {
    await used?.window.close();
    used?.workspace.dispose();
  });
  return async (t, options = {}) => {
    const left = used;
    used = undefined;
    const opened = left ?? (await open(options));
    if (left !== undefined) {
      left.workspace.restore(options.theme);
      options.prepare?.(left.workspace);
    }
    t.after(async () => {
      try {
        if (!(await settle(t, opened.window))) return;
        await opened.window.clear();
        used = opened;
      } finally {
        if (used === undefined) {
          await opened.window.close();
          opened.workspace.dispose();
        }
      }
      assertAtHome(opened.window);
    });
    return opened;
  };
}

/** Opens windows in a browser that all tests of a file share. */
function opener(start: () => Promise<Workbench>): (options?: WindowOptions) => Promise<Opened> {
  let workbench: Workbench;
  let browser: Browser;
  before(async () => {
    workbench = await start();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await workbench.close();
  });
  return async ({ theme, prepare, port } = {}) => {
    const workspace = new Workspace(theme);
    try {
      prepare?.(workspace);
      return { window: await Window.open(browser, workbench, workspace, port), workspace };
    } catch (error) {
      workspace.dispose();
      throw error;
    }
  };
}

/** Takes a picture of a window in which a test failed; tells whether it passed. */
async function settle(t: TestContext, window: Window): Promise<boolean> {
  // Node's types do not know of `passed` yet.
  const { passed } = t as TestContext & { readonly passed: boolean };
  if (!passed) await window.screenshot(`failed ${t.name}`.replaceAll(/[^\w]+/g, '-'));
  return passed;
}

function assertAtHome(window: Window): void {
  assert.deepEqual(window.foreign, [], 'the window has asked another machine');
}
