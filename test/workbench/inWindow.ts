import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { Window } from './window.ts';
import { launchBrowser, useWorkbench, type Workbench } from './workbench.ts';
import { type Theme, Workspace } from './workspace.ts';

export interface WindowOptions {
  readonly theme?: Theme;
  /** Changes the workspace before the window opens. */
  readonly prepare?: (workspace: Workspace) => void;
  /** Where the extension host can be inspected. */
  readonly port?: number;
}

export interface Opened {
  readonly window: Window;
  readonly workspace: Workspace;
}

/** Opens a window on a fresh copy of the sample service; both go with the test. */
export type OpenWindow = (t: TestContext, options?: WindowOptions) => Promise<Opened>;

/** To be called once at the top of a test file: holds a workbench and a browser for its tests. */
export function windows(): OpenWindow {
  let workbench: Workbench;
  let browser: Browser;
  before(async () => {
    workbench = await useWorkbench();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await workbench.close();
  });
  return async (t, { theme, prepare, port } = {}) => {
    const workspace = new Workspace(theme);
    t.after(() => workspace.dispose());
    prepare?.(workspace);
    const window = await Window.open(browser, workbench, workspace, port);
    t.after(async () => {
      // Node's types do not know of `passed` yet.
      const { passed } = t as TestContext & { readonly passed: boolean };
      if (!passed) await window.screenshot(`failed ${t.name}`.replaceAll(/[^\w]+/g, '-'));
      await window.close();
      assert.deepEqual(window.foreign, [], 'the window has asked another machine');
    });
    return { window, workspace };
  };
}
