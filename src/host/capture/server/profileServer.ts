import { besideHeap, collects, publicAddress, webAddress } from './captureAddress.ts';
import { type GetOptions, httpGet } from './httpGet.ts';

/** What goes with a heap profile, if the server has it. */
export type Beside = 'goroutine' | 'goroutineleak' | 'variables' | 'metrics';

/** A program that serves its heap profile, be it at an address or in a pod. */
export interface ProfileServer {
  /** Where the heap is from, without secrets: kept beside the profile. */
  readonly from: string;
  /** A short name for it that files can have in theirs. */
  readonly shortName: string;
  /** Rejects with `CaptureFailure`. */
  heap(signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Undefined where nobody would look for it, and for `goroutineleak`, which a garbage collection finds, where the heap is not
   * collected first. Rejects with `CaptureFailure`, also for a server that does not have it.
   */
  beside(what: Beside, signal: AbortSignal): Promise<Uint8Array> | undefined;
}

/** How addresses are read, but for when to stop. */
export type WebOptions = Omit<GetOptions, 'signal'>;

/** What goes beside a profile may take this part of its time, each. */
const besideShare = 6;

/** The program at an address; `metricsAddress` where its metrics are elsewhere, '' for `/metrics` beside `/debug/pprof`. */
export function webServer(address: URL, metricsAddress: string, options: WebOptions): ProfileServer {
  const paths = besideHeap(address.pathname);
  const { bytes, milliseconds } = options.limits;
  const limits = { bytes, milliseconds: Math.ceil(milliseconds / besideShare) };
  const at = (what: Beside): URL | undefined => {
    if (what === 'metrics' && metricsAddress !== '') return webAddress(metricsAddress);
    if (what === 'goroutineleak' && !collects(address)) return undefined;
    return paths && new URL(paths[what], address.origin);
  };
  return {
    from: publicAddress(address),
    shortName: address.host,
    heap: signal => httpGet(address, { ...options, signal }),
    beside: (what, signal) => {
      const there = at(what);
      return there && httpGet(there, { ...options, limits, signal });
    },
  };
}
