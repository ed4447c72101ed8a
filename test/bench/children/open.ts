import type { View } from '../../../src/core/answers/requests.ts';
import { watchBlocks } from '../blocks.ts';
import { firstView, openFiles, startEngine } from './engine.ts';
import { childArguments, report } from './report.ts';

/** Opens a pair up to the first view, as the extension host does, and watches how long its event loop stands still. */
async function open([script = '', base = '', current = '']: readonly string[]): Promise<void> {
  const started = performance.now();
  const blocks = watchBlocks();
  const engine = startEngine(script);
  const diff = await openFiles(engine, [base, current]);
  const opened = performance.now();
  const view = await engine.request('view', { options: firstView(diff), root: null });
  const viewed = performance.now();
  const { longestMs, ownMs } = await blocks();
  report({
    modelAt: performance.timeOrigin + viewed,
    openMs: opened - started,
    viewMs: viewed - opened,
    blockMs: longestMs,
    blockOwnMs: ownMs,
    nodes: view.tree.frame.length,
    treeBytes: bytesIn(view.tree),
    frameBytes: bytesIn(view.frames),
    increase: view.increase,
  });
  engine.dispose();
}

/** Bytes of all typed arrays in a part of a message. */
function bytesIn(part: View['tree'] | View['frames'] | View['frames']['name']): number {
  return Object.values(part).reduce(
    (sum: number, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : bytesIn(value)),
    0,
  );
}

void open(childArguments(3));
