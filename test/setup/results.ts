import { join } from 'node:path';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { root, run } from './run.ts';

/** Far longer than any test takes; fails one that hangs. Milliseconds. */
const testTimeout = 10 * 60_000;

/** So many files are said to have taken longest. */
const mostTimed = 20;

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface FileResult extends Counts {
  readonly seconds: number;
}

/** Runs test files and tells what each came to. A file that ends without saying so has failed. */
async function runFiles(files: readonly string[], concurrency: number): Promise<Map<string, FileResult>> {
  // Each file is a process that reads much the same modules: half of what a small test takes.
  process.env['NODE_COMPILE_CACHE'] = join(root, '.cache/compiled');
  const paths = new Map(files.map(file => [join(root, file), file]));
  const silent = { passed: 0, failed: 1, skipped: 0, seconds: 0 };
  const results = new Map<string, FileResult>(files.map(file => [file, silent]));
  const stream = runTests({ files: [...paths.keys()], concurrency, timeout: testTimeout });
  stream.on('test:summary', ({ file, counts, success, duration_ms }) => {
    const { passed, tests, skipped, todo } = counts;
    const name = file === undefined ? undefined : paths.get(file);
    if (name === undefined) return;
    // A failed hook spoils the run without being a test.
    const failed = Math.max(tests - passed - skipped - todo, success ? 0 : 1);
    results.set(name, { passed, failed, skipped: skipped + todo, seconds: duration_ms / 1000 });
  });
  for await (const text of stream.compose(new spec())) process.stdout.write(text);
  return results;
}

function longest(results: ReadonlyMap<string, FileResult>): string {
  const files = [...results].sort(([, one], [, other]) => other.seconds - one.seconds);
  const others = files.slice(mostTimed);
  const rest = others.reduce((sum, [, { seconds }]) => sum + seconds, 0);
  return [
    ...files.slice(0, mostTimed).map(([file, { seconds }]) => timed(file, seconds)),
    ...(others.length > 0 ? [timed(`${others.length} others`, rest)] : []),
  ].join('\n');
}

function timed(what: string, seconds: number): string {
  return `${seconds.toFixed(1).padStart(7)} s  ${what}`;
}

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
    const started = performance.now();
    const results = await runFiles(files, concurrency);
    console.log(`\n${name}: ${Math.round((performance.now() - started) / 1000)} s; the longest files:`);
    console.log(longest(results));
    const sum = (of: keyof Counts): number =>
      [...results.values()].reduce((total, each) => total + each[of], 0);
    this.#add(name, { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') });
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

  #add(name: string, counts: Counts): void {
    this.#passed += counts.passed;
    this.#failed += counts.failed;
    this.#skipped += counts.skipped;
    if (counts.failed > 0) this.#failures.push(name);
  }
}
