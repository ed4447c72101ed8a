import type { Language } from '../../core/language.ts';

/** What a thread is started with. */
export interface ThreadOptions<Parts> {
  /** For whoever looks at the process. */
  readonly name: string;
  /** The most for its young objects, in MB, where that can be said. */
  readonly youngMegabytes?: number;
  /** What it reads beside its script. */
  readonly parts?: Parts;
  /** What it says things in; null for English. */
  readonly language: Language | null;
}

/** What a thread tells whoever started it. */
export interface ThreadEvents {
  readonly message: (value: unknown) => void;
  /** It has ended by itself, or what it says cannot be read. May be told more than once. */
  readonly death: (error: Error) => void;
}

/** A thread that was started. */
export interface Thread {
  /** The buffers are handed over. What is posted before the thread is there waits for it. */
  post(message: unknown, buffers: readonly ArrayBuffer[]): void;
  /** Ends it and with it whatever is being computed. */
  end(): void;
}

/**
 * Megabytes for a thread's young objects. What is large lives in typed arrays; left to itself V8 would let the few
 * objects beside them take 25 MB more, for no time won.
 */
export const youngMegabytes = 6;
