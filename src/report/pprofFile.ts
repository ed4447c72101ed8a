import type { Look } from '../core/answers/look.ts';
import { pprofBytes } from '../engine/exportDiff.ts';
import { UsageError } from './failure.ts';

/** A pair in which pprof sees what it sees with `-diff_base`. Throws `UsageError` where that would go to a screen. */
export async function pprofFile(look: Pick<Look, 'comparison'>): Promise<Uint8Array> {
  if (process.stdout.isTTY)
    throw new UsageError('--format pprof is no text: write it to a file with > diff.pb.gz');
  return await pprofBytes(look);
}
