import { readProfile } from '../../core/formats/readProfile.ts';
import { type CapturedProfile, capturedProfile } from './capturedProfile.ts';
import type { CaptureFolder } from './captureFolder.ts';
import { freeStem } from './captureNames.ts';
import { addMetrics, metricsFileName } from './metricsFile.ts';
import { note } from './seriesFile.ts';
import { CaptureFailure } from './server/captureFailure.ts';
import type { ProfileServer } from './server/profileServer.ts';
import type { ServerMetrics } from './server/serverMetrics.ts';

/** What people say of a capture before it is taken. */
export interface CaptureRequest {
  /** '' for none. */
  readonly name: string;
  /** The load has stopped. */
  readonly settled: boolean;
}

/** From where, and where to. */
export interface CapturePlaces {
  readonly server: ProfileServer;
  readonly metrics: ServerMetrics;
  readonly folder: CaptureFolder;
  readonly mostBytes: number;
}

/** A heap profile that has been written, with all that goes beside it. */
export interface Captured {
  /** Its file's name in the folder. */
  readonly file: string;
  /** Why something that the server may have is not beside it. */
  readonly missing: readonly string[];
  /** False where the folder's `heap-series.json` is not understood, and so says nothing of it. */
  readonly isNoted: boolean;
  /** Why something that came with it was not written, or not noted. */
  readonly unwritten: readonly string[];
}

/** A goroutine profile past this many bytes is written but not counted: nobody is to wait for that. */
const mostCounted = 2 ** 20;

/**
 * Captures once: the heap, and if the server has them `goroutine`, `goroutineleak` and what it says of its memory. Rejects with
 * `CaptureFailure` when there is no heap profile, and with what the folder does where that cannot be written; that anything else is not to
 * be had, or not written, is said in the result.
 */
export async function capture(
  { server, metrics, folder, mostBytes }: CapturePlaces,
  { name, settled }: CaptureRequest,
  signal: AbortSignal,
): Promise<Captured> {
  const heap = await capturedProfile(await server.heap(signal), mostBytes);
  const time = new Date();
  const missing: string[] = [];
  const tell = (reason: string): void => void missing.push(reason);
  const measured = await metrics.measure(server, signal, tell);
  const goroutine = await goroutinesOf(server, 'goroutine', mostBytes, signal, tell);
  // Most programs are older than it: that it is missing is nothing to tell.
  const leaked = await goroutinesOf(server, 'goroutineleak', mostBytes, signal, () => {});

  const stem = freeStem(time, name, await folder.names());
  const file = `heap-${stem}.${heap.ending}`;
  await folder.write(file, heap.bytes);
  const unwritten: string[] = [];
  /** The heap is there, whatever becomes of what comes with it. */
  const beside = (writing: Promise<unknown>): Promise<unknown> =>
    writing.catch((error: unknown) => unwritten.push(error instanceof Error ? error.message : String(error)));
  if (goroutine !== undefined)
    await beside(folder.write(`goroutine-${stem}.${goroutine.ending}`, goroutine.bytes));
  if (leaked !== undefined)
    await beside(folder.write(`goroutineleak-${stem}.${leaked.ending}`, leaked.bytes));
  const metricsFile = metricsFileName(server.shortName);
  await beside(addMetrics(folder, metricsFile, time, measured));
  const noting = note(folder, file, {
    time: time.toISOString(),
    name,
    settled,
    from: server.from,
    goroutines: goroutine === undefined ? null : countOf(goroutine),
    leakedGoroutines: leaked === undefined ? null : countOf(leaked),
    metrics: measured.size === 0 ? null : metricsFile,
  });
  return { file, missing, isNoted: (await beside(noting)) !== false, unwritten };
}

async function goroutinesOf(
  server: ProfileServer,
  which: 'goroutine' | 'goroutineleak',
  mostBytes: number,
  signal: AbortSignal,
  tell: (reason: string) => void,
): Promise<CapturedProfile | undefined> {
  try {
    const sent = await server.beside(which, signal);
    return sent && (await capturedProfile(sent, mostBytes));
  } catch (error) {
    if (!(error instanceof CaptureFailure) || error.kind === 'stopped') throw error;
    tell(error.message);
    return undefined;
  }
}

/** How many goroutines a profile of them has; null where that cannot be told. */
function countOf({ content, ending }: CapturedProfile): number | null {
  if (ending !== 'pb.gz' || content.length > mostCounted) return null;
  try {
    const { samples } = readProfile(content);
    return samples.values[0]?.value.reduce((sum, value) => sum + value, 0) ?? null;
  } catch {
    return null;
  }
}
