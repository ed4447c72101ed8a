/** How long a thread's event loop stood still at the most, milliseconds. */
export interface Blocks {
  /** As whoever waits sees it. */
  readonly longestMs: number;
  /** The most that the thread itself worked between two turns: what it waited for a busy machine is left out. */
  readonly ownMs: number;
  /** When each turn ended, by `process.hrtime`, and how long the thread worked in it. Microseconds. */
  readonly turns: readonly Turn[];
}

export interface Turn {
  readonly end: number;
  readonly worked: number;
}

/**
 * Watches this thread's event loop until the returned function is called. It needs nothing around it, so that its text
 * can be run in another process.
 */
export function watchBlocks(): () => Promise<Blocks> {
  const resolution = 1;
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
  const delay = monitorEventLoopDelay({ resolution });
  const turns: Turn[] = [];
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    turns.push({ end: Number(process.hrtime.bigint() / 1000n), worked: user + system });
    before = process.threadCpuUsage();
  }, resolution);
  delay.enable();
  return async () => {
    // One more turn, so that a block at the very end is seen.
    await new Promise(resolve => setTimeout(resolve, 2 * resolution));
    delay.disable();
    clearInterval(timer);
    const ownMs = turns.reduce((most, { worked }) => Math.max(most, worked), 0) / 1000;
    return { longestMs: delay.max / 1e6 - resolution, ownMs, turns };
  };
}
