import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../setup/chromium.ts';
import { Harness } from './harness/server.ts';
import { leaking, Panel, type PanelOptions } from './panel.ts';

/** A browser and what serves the panel to it, for the tests of one suite. */
export class InChromium {
  #browser: Browser | undefined;
  #harness: Harness | undefined;

  /** To be made once in a suite. */
  constructor() {
    before(async () => {
      [this.#browser, this.#harness] = await Promise.all([launchChromium(), Harness.start()]);
    });
    after(async () => {
      await this.#browser?.close();
      await this.#harness?.stop();
    });
  }

  /** What panels are opened on. */
  get harness(): Harness {
    assert.ok(this.#harness);
    return this.#harness;
  }

  /** A fresh panel, in a window of its own. */
  panel(options?: PanelOptions): Promise<Panel> {
    assert.ok(this.#browser);
    return Panel.open(this.#browser, this.harness, options);
  }

  /** A test with a fresh panel on the leaking pair. Nothing may be complained about on the way. */
  readonly onLeak = (name: string, run: (panel: Panel) => Promise<void>): void => {
    test(name, async () => {
      this.harness.open(...leaking);
      const panel = await this.panel();
      await run(panel);
      await panel.close();
    });
  };
}
