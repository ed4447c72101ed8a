import { existsSync, readdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { patience, type Window } from './window.ts';
import type { Workspace } from './workspace.ts';

/** Types an answer where the question says this. */
export async function answer(window: Window, question: string, text: string): Promise<void> {
  await window.page.locator('.quick-input-message', { hasText: question }).waitFor();
  // A secret's is no text field.
  await window.page.locator('.quick-input-widget input:visible').last().fill(text);
  await window.page.keyboard.press('Enter');
}

/** Captures, and answers how often; with an `interval` also that. */
export async function capture(
  window: Window,
  address: string,
  name: string,
  how: string,
  interval?: string,
): Promise<void> {
  await window.commandChoosing('Heap Diff: Capture Heap Profile…', 'Another Address…');
  await answer(window, 'The address of the heap profile', address);
  await answer(window, 'What is it called?', name);
  // A row's hover would take a click for the next one.
  await window.quickRow(how).waitFor();
  await window.fillQuickInput(how);
  await window.page.keyboard.press('Enter');
  if (interval !== undefined) await answer(window, 'How long from one capture to the next', interval);
}

/** A notification that says this. */
export function toast(window: Window, text: string | RegExp): Locator {
  return window.page.locator('.notification-toast', { hasText: text });
}

/** An item of the status bar that says this. */
export function statusItem(window: Window, text: string): Locator {
  return window.page.locator('.statusbar-item', { hasText: text });
}

/** Names of the heaps that have been captured. */
export function captured(workspace: Workspace): readonly string[] {
  const folder = workspace.path('heap-profiles');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(name => name.startsWith('heap-2') && name.endsWith('.pb.gz'));
}

/** Waits until so many heaps are in the folder. */
export async function untilCaptured(window: Window, workspace: Workspace, count: number): Promise<void> {
  for (const end = Date.now() + patience; captured(workspace).length < count; ) {
    if (Date.now() > end) throw new Error(`only ${captured(workspace).length} heaps were captured`);
    await window.page.waitForTimeout(50);
  }
}

/** Waits until VS Code tells of what comes and goes on disk, which it does some time after a window has opened. */
export async function untilWatching(window: Window, workspace: Workspace): Promise<void> {
  const rows = window.file('watched');
  const end = Date.now() + patience;
  const written: string[] = [];
  while ((await rows.count()) === 0) {
    if (Date.now() > end) throw new Error('the explorer does not show a new file');
    // What was written before that is never told: it takes another one.
    const name = `watched ${written.length}`;
    workspace.write(name, '');
    written.push(name);
    await window.page.waitForTimeout(500);
  }
  for (const name of written) workspace.remove(name);
  await rows.first().waitFor({ state: 'detached' });
}
