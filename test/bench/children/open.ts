import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { View } from '../../../src/core/answers/requests.ts';
import { firstView, openFiles, startEngine } from './engine.ts';
import { childArguments, report } from './report.ts';

const resolution = 1;

/** Opens a pair up to the first view, as the extension host does, and watches how long its event loop stands still. */
async function open([script = '', base = '', current = '']: readonly string[]): Promise<void> {
  const started = performance.now();
  const delay = monitorEventLoopDelay({ resolution });
  const turns = new LongestTurn();
  delay.enable();
  const engine = startEngine(script);
  const diff = await openFiles(engine, [base, current]);
  const opened = performance.now();
  const view = await engine.request('view', { options: firstView(diff), root: null });
  const viewed = performance.now();
  // One more turn, so that a block at the very end is seen.
  await setTimeout(2 * resolution);
  delay.disable();
  turns.stop();
  report({
    modelAt: performance.timeOrigin + viewed,
    openMs: opened - started,
    viewMs: viewed - opened,
    blockMs: delay.max / 1e6 - resolution,
    blockOwnMs: turns.longestMs,
    nodes: view.tree.frame.length,
    treeBytes: bytesIn(view.tree),
    frameBytes: bytesIn(view.frames),
    increase: view.increase,
  });
  engine.dispose();
}

/** The most that the thread itself worked between two turns of its timer: what it waited for a busy machine is left out. */
class LongestTurn {
  longestMs = 0;
  #before = process.threadCpuUsage();
  readonly #timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(this.#before);
    this.longestMs = Math.max(this.longestMs, (user + system) / 1000);
    this.#before = process.threadCpuUsage();
  }, resolution);

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Bytes of all typed arrays in a part of a message. */
function bytesIn(part: View['tree'] | View['frames'] | View['frames']['name']): number {
  return Object.values(part).reduce(
    (sum: number, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : bytesIn(value)),
    0,
  );
}

void open(childArguments(3));
