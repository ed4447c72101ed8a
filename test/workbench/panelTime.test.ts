import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { DiffView } from './diffView.ts';
import { windows } from './inWindow.ts';
import type { Window } from './window.ts';

const openWindow = windows();

async function compare(window: Window, first: string, second: string): Promise<void> {
  await window.select(first, second);
  await window.choose(second, 'Compare Heap Profiles');
}

/** Engines of a process: Node names a worker's thread as it was told to, and Linux cuts that off. */
function enginesOf(process: string): number {
  try {
    const threads = readdirSync(`/proc/${process}/task`, { encoding: 'utf8' });
    const names = threads.map(thread => readFileSync(`/proc/${process}/task/${thread}/comm`, 'utf8'));
    return names.filter(name => name.startsWith('heap-diff eng')).length;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}

/** Engines by process, of those that have some. */
function engines(): Map<string, number> {
  const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return new Map(processes.map(name => [name, enginesOf(name)] as const).filter(([, count]) => count > 0));
}

/** The process that has an engine more than before: this window's extension host, where nothing else runs. */
function hostSince(before: ReadonlyMap<string, number>): string {
  const hosts = [...engines()].filter(([process, count]) => count > (before.get(process) ?? 0));
  assert.equal(hosts.length, 1, JSON.stringify(hosts));
  return hosts[0]?.[0] ?? '';
}

async function untilEngines(window: Window, host: string, count: number, within: number): Promise<number> {
  const started = performance.now();
  // Of that process alone: to look at all of them takes longer than an engine does to end.
  for (let found = enginesOf(host); found !== count; found = enginesOf(host)) {
    const waited = performance.now() - started;
    assert.ok(waited < within, `${found} engines after ${waited} ms, not ${count}`);
    await window.page.waitForTimeout(10);
  }
  return Math.round(performance.now() - started);
}

test('the engine of a panel that is closed while it opens is gone at once', async t => {
  // More than 2 MiB: the thread of smaller ones may be done with them and wait for the next.
  const large = profileBytes({
    samples: ['a', 'b', 'c', 'd', 'e'].flatMap(part =>
      samplesOf(...Array.from({ length: 60_000 }, (_, i) => `main;${part}${i} 1`)),
    ),
  });
  const { window } = await openWindow(t, {
    prepare: workspace => {
      for (const name of ['large-1.pb.gz', 'large-2.pb.gz']) workspace.write(name, large);
    },
  });
  assert.ok(2 * large.length > 2 << 20);
  const before = engines();
  await compare(window, 'heap-1300.pb.gz', 'heap-1400.pb.gz');
  await DiffView.painted(window);
  const host = hostSince(before);
  const tab = window.page.locator('.tab', { hasText: 'large-1.pb.gz ⇄' });
  await compare(window, 'large-1.pb.gz', 'large-2.pb.gz');
  await tab.waitFor();
  // Before, the thread has nothing yet, and waits for the next too.
  await (await DiffView.showing(window, 'main.progress')).shows('main.progress', /Decoding|Comparing/);
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
  const took = await untilEngines(window, host, 1, 500);
  t.diagnostic(`gone ${took} ms after the tab`);
});
