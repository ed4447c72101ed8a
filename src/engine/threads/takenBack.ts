import { Cancelled, type Heed, heedNothing } from '../../core/heed.ts';

/** One number of 32 bits, 1 when a request has been taken back: a thread that computes reads no messages. */
export type TakenBack = SharedArrayBuffer;

/**
 * The number that the signal sets, and how to have it set no more. Undefined where threads cannot share memory, as in a page
 * that is not isolated from others: there the thread computes to the end what nobody waits for any more.
 */
export function takenBackBy(signal: AbortSignal): { readonly flag: TakenBack; release(): void } | undefined {
  if (typeof SharedArrayBuffer === 'undefined') return undefined;
  const flag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const set = (): void => {
    Atomics.store(new Int32Array(flag), 0, 1);
  };
  if (signal.aborted) set();
  else signal.addEventListener('abort', set, { once: true });
  return { flag, release: () => signal.removeEventListener('abort', set) };
}

/** Throws `Cancelled` once the number is set. */
export function heedOf(takenBack: TakenBack | undefined): Heed {
  if (takenBack === undefined) return heedNothing;
  const flag = new Int32Array(takenBack);
  return () => {
    if (Atomics.load(flag, 0) === 1) throw new Cancelled();
  };
}
