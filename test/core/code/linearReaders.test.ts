import assert from 'node:assert/strict';
import test from 'node:test';
import { followFrames } from '../../../src/core/code/drift.ts';
import { frameName } from '../../../src/core/code/frameName.ts';
import type { Language } from '../../../src/core/code/language.ts';

/** Texts that grow at the front and at the back, in which something is opened or named again and again. */
const parts: readonly (readonly [Language, string, string])[] = [
  ['go', '(', ']'],
  ['go', '([{', ')'],
  ['go', 'func(', ''],
  ['javascript', '(', ']'],
  ['javascript', '/[', ''],
  ['javascript', 'x=>', ''],
  ['javascript', 'f(x=>', ''],
  ['javascript', 'f<', ''],
  ['cpp', 'struct a{', ''],
  ['cpp', 'namespace a{', '}'],
  ['cpp', '(', ']'],
  ['rust', 'mod a{', ''],
  ['python', '(', ']'],
];

/** Milliseconds of the fastest of three. */
function fastest(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** What is eight times as long takes eight times as long when reading is linear, and 64 times when it is quadratic. */
function assertLinear(what: string, run: (repeats: number) => void, few: number): void {
  run(few);
  const short = Math.max(
    1,
    fastest(() => run(few)),
  );
  const long = fastest(() => run(8 * few));
  assert.ok(long < 30 * short, `${what}: ${short.toFixed(1)} ms, eight times as long ${long.toFixed(1)} ms`);
}

for (const [language, front, back] of parts) {
  test(`${language} of many ${front}…${back} is read in a time that grows with its length`, () => {
    assertLinear(
      front + back,
      repeats => followFrames(front.repeat(repeats) + back.repeat(repeats), language),
      5_000,
    );
  });
}

test('a long name is read in a time that grows with its length', () => {
  for (const part of ['a', 'a::', ' a', 'a<', '(']) {
    assertLinear(part, repeats => frameName('cpp', `${part.repeat(repeats)} `), 2_000);
  }
});
