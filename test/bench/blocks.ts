/** How long a thread's event loop stood still at the most, milliseconds. */
export interface Blocks {
  /** As whoever waits sees it. */
  readonly longestMs: number;
  /** The most that the thread itself worked between two turns: what it waited for a busy machine is left out. */
  readonly ownMs: number;
}

/**
 * Watches this thread's event loop until the returned function is called. It needs nothing around it, so that its text
 * can be run in another process.
 */
export function watchBlocks(): () => Promise<Blocks> {
  const resolution = 1;
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
  const delay = monitorEventLoopDelay({ resolution });
  let ownMs = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    ownMs = Math.max(ownMs, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, resolution);
  delay.enable();
  return async () => {
    // One more turn, so that a block at the very end is seen.
    await new Promise(resolve => setTimeout(resolve, 2 * resolution));
    delay.disable();
    clearInterval(timer);
    return { longestMs: delay.max / 1e6 - resolution, ownMs };
  };
}
