import * as l10n from '@vscode/l10n';
import { CaptureFailure } from './captureFailure.ts';

/** Where Go's `net/http/pprof` serves the heap by default. */
export const usualAddress = 'http://localhost:6060/debug/pprof/heap';

/**
 * The address of a heap profile as somebody typed it; the usual path where it has none. With `collect`, `gc=1` is added
 * where nothing says otherwise: Go then collects garbage first. Throws `CaptureFailure` for what is no address, is neither http nor https, or has a
 * password in it, which would end up in files.
 */
export function heapAddress(typed: string, collect: boolean): URL {
  const address = webAddress(typed);
  if (address.pathname === '/') address.pathname = new URL(usualAddress).pathname;
  if (collect && !address.searchParams.has('gc')) address.searchParams.append('gc', '1');
  return address;
}

/** Whether garbage is collected before a heap is written, for whoever asks at that address. */
export function collects({ searchParams }: URL): boolean {
  return Number(searchParams.get('gc')) > 0;
}

/** An http or https address, http for a host and port alone. Throws `CaptureFailure`. */
export function webAddress(typed: string): URL {
  const trimmed = typed.trim().replace(/^(?=[\w.-]+:\d+(?:\/|$))/, 'http://');
  if (!URL.canParse(trimmed))
    throw new CaptureFailure(l10n.t`${typed} is no address, such as ${usualAddress}`);
  const address = new URL(trimmed);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') {
    throw new CaptureFailure(l10n.t`Only http and https can be captured from, not ${address.protocol}`);
  }
  if (address.username !== '' || address.password !== '') {
    throw new CaptureFailure(
      l10n.t`Leave user and password out of the address: Heap Diff asks for an Authorization header and keeps it secret`,
    );
  }
  address.hash = '';
  return address;
}

/** The address without what may be secret in it: its query. */
export function publicAddress({ origin, pathname }: URL): string {
  return origin + pathname;
}

/** The paths of the server that go with a heap profile, where it is served as Go's programs do. */
export interface BesideHeap {
  readonly goroutine: string;
  /** Goroutines that nothing can wake any more, since Go 1.27. */
  readonly goroutineleak: string;
  /** What `expvar` tells, the runtime's memory with it. */
  readonly variables: string;
  /** Prometheus' text. */
  readonly metrics: string;
}

/** Undefined where the path is not that of `net/http/pprof`, be it below another. */
export function besideHeap(pathname: string): BesideHeap | undefined {
  const [, above] = /^(.*)\/debug\/pprof\/(?:heap|allocs)$/.exec(pathname) ?? [];
  if (above === undefined) return undefined;
  return {
    goroutine: `${above}/debug/pprof/goroutine`,
    goroutineleak: `${above}/debug/pprof/goroutineleak`,
    variables: `${above}/debug/vars`,
    metrics: `${above}/metrics`,
  };
}
