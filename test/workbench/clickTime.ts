import { DiffView } from './diffView.ts';
import type { Window } from './window.ts';
import type { Workspace } from './workspace.ts';

/** Two profiles, and what their headline says. */
export interface TimedPair {
  readonly name: string;
  readonly files: readonly [base: string, current: string];
  readonly says: string;
}

export const samplePair: TimedPair = {
  name: 'the sample',
  files: ['heap-1300.pb.gz', 'heap-1400.pb.gz'],
  says: '+365.0 MiB',
};

/** What `previewTime` looks at. */
export function addPreviewed(workspace: Workspace): void {
  workspace.write('NOTES.md', '# Notes\n\nA text.\n');
}

/** Milliseconds from the click to the first picture of VS Code's own preview of a Markdown file, once it has been open. */
export async function previewTime(window: Window): Promise<number> {
  await recordClicks(window);
  let took = Number.NaN;
  for (let turn = 0; turn < 2; turn++) {
    await window.choose('NOTES.md', 'Open Preview');
    const frame = await window.webview('#notes');
    const painted = await frame.evaluate(async () => {
      const entries = await new Promise<PerformanceEntryList>(done => {
        new PerformanceObserver(list => done(list.getEntries())).observe({ type: 'paint', buffered: true });
      });
      return performance.timeOrigin + (entries.at(-1)?.startTime ?? Number.NaN);
    });
    took = Math.round(painted - (await lastClick(window)));
    await window.command('View: Close All Editors');
  }
  return took;
}

/** Milliseconds from the click to the first flame graph of a pair, three times; after `previewTime` of that window. */
export async function openTimes(
  window: Window,
  { files, says }: TimedPair,
): Promise<readonly [first: number, ...later: number[]]> {
  const once = async (): Promise<number> => {
    await window.select(...files);
    await window.choose(files[0], 'Compare Heap Profiles');
    const view = await DiffView.painted(window);
    const took = Math.round((await view.paintedAt()) - (await lastClick(window)));
    await view.shows('h1', says);
    await window.command('View: Close All Editors');
    return took;
  };
  return [await once(), await once(), await once()];
}

/** Keeps the time of each click in the workbench. */
async function recordClicks(window: Window): Promise<void> {
  await window.page.evaluate(() => {
    addEventListener('mouseup', () => performance.mark('click'), { capture: true });
  });
}

/** Milliseconds since 1970. */
async function lastClick(window: Window): Promise<number> {
  return window.page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('click').at(-1)?.startTime ?? Number.NaN),
  );
}
