import type { Profiler } from 'node:inspector';
import type { Turn } from '../blocks.ts';

/** Has V8 profile this thread until the returned function is called. It needs nothing around it, as `watchBlocks`. */
export function watchProfile(): () => Promise<Profiler.Profile> {
  const { Session } = process.getBuiltinModule('node:inspector');
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 200 });
  session.post('Profiler.start');
  return async () => {
    const profile = await new Promise<Profiler.Profile>((resolve, reject) => {
      session.post('Profiler.stop', (error, stopped) => (error ? reject(error) : resolve(stopped.profile)));
    });
    session.disconnect();
    return profile;
  };
}

/**
 * The most that code of some scripts, with all that it calls, worked in one turn, in milliseconds: what it waited for a busy
 * machine is left out.
 */
export function longestIn(
  profile: Profiler.Profile,
  turns: readonly Turn[],
  isOurs: (url: string) => boolean,
): number {
  const ours = new Set<number>();
  const visit = (id: number, isBelow: boolean): void => {
    const node = nodes.get(id);
    if (node === undefined) return;
    const isOne = isBelow || isOurs(node.callFrame.url);
    if (isOne) ours.add(id);
    for (const child of node.children ?? []) visit(child, isOne);
  };
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const [root] = profile.nodes;
  if (root !== undefined) visit(root.id, false);
  let longest = 0;
  let inTurn = 0;
  let at = profile.startTime;
  let next = 0;
  profile.samples?.forEach((sample, i) => {
    at += profile.timeDeltas?.[i] ?? 0;
    for (let turn = turns[next]; turn !== undefined && turn.end <= at; turn = turns[++next]) {
      longest = Math.max(longest, Math.min(inTurn, turn.worked));
      inTurn = 0;
    }
    // A sample stands for the time up to the next one.
    if (ours.has(sample)) inTurn += profile.timeDeltas?.[i + 1] ?? 0;
  });
  return longest / 1000;
}
