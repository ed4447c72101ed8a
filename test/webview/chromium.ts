import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Why tests in a browser cannot run here; false when they can. Say it as a test's `skip`. */
export const noChromium: string | false = existsSync(executablePath)
  ? false
  : `NOT CHECKED: there is no ${executablePath} (Debian package chromium)`;

/** Starts Chromium without a network of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
