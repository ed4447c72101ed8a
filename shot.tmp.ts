import { readFileSync } from 'node:fs';
import { launchChromium } from './test/setup/chromium.ts';
import { Harness } from './test/webview/harness/server.ts';
import { Panel } from './test/webview/panel.ts';
const b = await launchChromium(); const h = await Harness.start();
const [a, c] = process.argv.slice(2);
h.openBytes([a, c].map(f => new Uint8Array(readFileSync(f!))), ['a.pb.gz', 'b.pb.gz']);
const p = await Panel.open(b, h, { theme: 'dark', screen: { viewport: { width: 600, height: 500 } } });
for (const width of [600, 760, 1000, 1300, 420]) {
  await p.page.setViewportSize({ width, height: 500 });
  await p.page.waitForTimeout(300);
  await p.page.screenshot({ path: `/work/tmpshots/e-${width}.png`, clip: { x: 0, y: 0, width, height: 180 } });
}
await b.close(); await h.stop();
