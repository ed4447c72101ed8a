import { join } from 'node:path';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { root, run } from './run.ts';

/** Far longer than any test takes; fails one that hangs. Milliseconds. */
const testTimeout = 10 * 60_000;

/** Counts what the parts of a test run came to. */
export class Results {
  #passed = 0;
  #failed = 0;
  #skipped = 0;
  readonly #failures: string[] = [];

  get failed(): boolean {
    return this.#failed > 0;
  }

  /** Runs a command that passes or fails as a whole; tells which. */
  async step(name: string, command: string, args: readonly string[]): Promise<boolean> {
    console.log(`\n▶ ${name}`);
    const started = performance.now();
    const ok = (await run(command, args)) === 0;
    console.log(`${ok ? '✔' : '✖'} ${name} (${Math.round(performance.now() - started)} ms)`);
    this.#add(name, ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
    return ok;
  }

  /** Runs test files, so many at a time and each in a process of its own, and counts their tests. */
  async suite(name: string, files: readonly string[], concurrency: number): Promise<void> {
    if (files.length === 0) return;
    console.log(`\n▶ ${name}`);
    const stream = runTests({
      files: files.map(file => join(root, file)),
      concurrency,
      timeout: testTimeout,
    });
    stream.on('test:summary', ({ file, counts, success }) => {
      // The summary without a file is the whole run's.
      if (file !== undefined) return;
      const { passed, tests } = counts;
      const skipped = counts.skipped + counts.todo;
      // A failed hook spoils the run without being a test.
      this.#add(name, { passed, failed: Math.max(tests - passed - skipped, success ? 0 : 1), skipped });
    });
    for await (const text of stream.compose(new spec())) process.stdout.write(text);
  }

  skip(name: string, reason: string): void {
    console.error(`\nSKIPPED ${name}: ${reason}`);
    this.#add(name, { passed: 0, failed: 0, skipped: 1 });
  }

  fail(name: string, reason: string): void {
    console.error(`\nFAILED ${name}: ${reason}`);
    this.#add(name, { passed: 0, failed: 1, skipped: 0 });
  }

  /** `N passed, N failed`, with the skipped if there are any; before it the names of what failed. */
  summary(): string {
    const failures = this.#failures.map(name => `Failed: ${name}\n`).join('');
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    return `\n${failures}${this.#passed} passed, ${this.#failed} failed${skipped}`;
  }

  #add(name: string, counts: { passed: number; failed: number; skipped: number }): void {
    this.#passed += counts.passed;
    this.#failed += counts.failed;
    this.#skipped += counts.skipped;
    if (counts.failed > 0) this.#failures.push(name);
  }
}
