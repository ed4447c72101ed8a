import type { Captured } from './capture.ts';

/** What a run tells of itself. */
export interface RunReport {
  /** A capture begins. */
  began(): void;
  captured(captured: Captured): void;
  failed(error: unknown): void;
  /** All captures that were asked for have been tried, or it was stopped. */
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
 * Captures one time after another. One that fails is told and does not end the run; one that takes longer than the interval
 * is waited for, so that there are never two at once.
 */
export class CaptureRun {
  readonly #take: (signal: AbortSignal) => Promise<Captured>;
  readonly #schedule: Schedule;
  readonly #report: RunReport;
  readonly #stopping = new AbortController();
  #tried: number;
  #timer: NodeJS.Timeout | undefined;

  /** `tried` captures were taken before, by a run that this one goes on with. */
  constructor(
    take: (signal: AbortSignal) => Promise<Captured>,
    schedule: Schedule,
    report: RunReport,
    tried = 0,
  ) {
    this.#take = take;
    this.#schedule = schedule;
    this.#report = report;
    this.#tried = tried;
  }

  /** Captures for the first time, and goes on. */
  async start(): Promise<void> {
    this.#timer = undefined;
    const began = Date.now();
    this.#report.began();
    try {
      this.#report.captured(await this.#take(this.#stopping.signal));
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#report.failed(error);
    }
    if (this.#stopping.signal.aborted) return;
    this.#tried++;
    const { interval, times } = this.#schedule;
    if (times !== null && this.#tried >= times) {
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
