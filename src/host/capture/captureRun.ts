import type { Captured } from './capture.ts';

/** What a run tells of itself. */
export interface RunReport {
  /** A capture begins. */
  began(): void;
  captured(captured: Captured): void;
  failed(error: unknown): void;
  /** All captures that were asked for have been taken, or there will be none, or it was stopped. */
  ended(): void;
}

/** How often to capture. */
export interface Schedule {
  /** Milliseconds from the beginning of one capture to that of the next. */
  readonly interval: number;
  /** How many captures in all; null for until it is stopped. */
  readonly times: number | null;
}

/**
 * Captures one time after another. One that fails is told and does not end the run, unless only so many were asked for and
 * there is none yet; one that takes longer than the interval is waited for, so that there are never two at once.
 */
export class CaptureRun {
  readonly #take: (signal: AbortSignal) => Promise<Captured>;
  readonly #schedule: Schedule;
  readonly #report: RunReport;
  readonly #stopping = new AbortController();
  #taken: number;
  #timer: NodeJS.Timeout | undefined;

  /** `taken` captures were taken before, by a run that this one goes on with. */
  constructor(
    take: (signal: AbortSignal) => Promise<Captured>,
    schedule: Schedule,
    report: RunReport,
    taken = 0,
  ) {
    this.#take = take;
    this.#schedule = schedule;
    this.#report = report;
    this.#taken = taken;
  }

  /** Captures for the first time, and goes on. */
  async start(): Promise<void> {
    this.#timer = undefined;
    const began = Date.now();
    this.#report.began();
    try {
      const captured = await this.#take(this.#stopping.signal);
      this.#taken++;
      this.#report.captured(captured);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#report.failed(error);
    }
    if (this.#stopping.signal.aborted) return;
    const { interval, times } = this.#schedule;
    if (times !== null && (this.#taken >= times || this.#taken === 0)) {
      this.stop();
      return;
    }
    this.#timer = setTimeout(() => void this.start(), Math.max(0, began + interval - Date.now()));
  }

  /** Captures now instead of when the interval is over; not where that is being done. */
  now(): void {
    if (this.#timer === undefined || this.#stopping.signal.aborted) return;
    clearTimeout(this.#timer);
    void this.start();
  }

  /** Ends what is under way, too. */
  stop(): void {
    if (this.#stopping.signal.aborted) return;
    this.#stopping.abort();
    clearTimeout(this.#timer);
    this.#report.ended();
  }
}
