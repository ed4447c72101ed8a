import { bundledText } from '../../fixtures/bundled.ts';
import { launchChromium } from '../../setup/chromium.ts';
import { runChild, workerScript } from '../child.ts';
import { type Repeats, rowsOf } from '../measurements.ts';
import { median } from '../median.ts';
import type { GeneratedPair } from '../profiles/pair.ts';
import { type Measured, targets } from '../targets.ts';
import type { FrameTimes } from './page.ts';

/** Draws the pair's first view in Chromium without a GPU, 1600 × 900 pixels. */
export async function measureFrames(pair: GeneratedPair, repeats: Repeats): Promise<readonly Measured[]> {
  if (targets.frameFull(pair.size) === undefined) return [];
  const { view } = runChild<{ view: unknown }>('view', [
    workerScript,
    pair.base.path,
    pair.current.path,
  ]).result;
  const script = bundledText('test/bench/frame/page.ts');
  const styles = bundledText('media/webview.css');
  const browser = await launchChromium();
  try {
    const runs: FrameTimes[] = [];
    for (let run = 0; run < repeats.ours; run++) {
      const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
      await page.setContent(
        '<html data-vscode-theme-kind="vscode-dark"><body class="vscode-dark"></body></html>',
      );
      await page.addStyleTag({ content: styles });
      await page.addStyleTag({
        content: ':root { --vscode-editor-background: #1f1f1f; font: 13px sans-serif }',
      });
      await page.addScriptTag({ content: script });
      runs.push(await page.evaluate(given => window.measureFrames(given), view));
      await page.close();
    }
    const row = rowsOf(pair, runs.length);
    const middle = (of: (times: FrameTimes) => readonly number[]) => median(runs.map(run => median(of(run))));
    const worst = (of: (times: FrameTimes) => readonly number[]) =>
      `slowest frame ${median(runs.map(run => Math.max(...of(run)))).toFixed(1)} ms`;
    return [
      ...row(
        targets.frameFull,
        middle(times => times.full),
        worst(times => times.full),
      ),
      ...row(
        targets.frameZoom,
        middle(times => times.zoom),
        worst(times => times.zoom),
      ),
      ...row(
        targets.framePan,
        middle(times => times.pan),
        worst(times => times.pan),
      ),
    ];
  } finally {
    await browser.close();
  }
}
