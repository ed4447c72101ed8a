import { type Browser, chromium } from 'playwright-core';
import { systemTools } from './systemTools.ts';

const executablePath = systemTools.chromium.find();

/** Why tests in a browser cannot run here; false when they can. Say it as a test's `skip`. */
export const noChromium: string | false =
  executablePath === undefined && 'NOT CHECKED: there is no chromium on the PATH (npm test installs it)';

/** Starts Chromium without a window, and without a network of its own. */
export function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('there is no chromium on the PATH');
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
}
