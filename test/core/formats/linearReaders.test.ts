import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError } from '../../../src/core/error.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

/** First lines that lead to each reader of texts, and to those that name other files. */
const heads: Readonly<Record<string, string>> = {
  go: 'heap profile: 1: 8 [1: 8] @ heap/2\n',
  gperftools: 'heap profile: 1: 8 [1: 8] @ heapprofile\n',
  goFrames: 'heap profile: 1: 8 [1: 8] @ heap/2\n1: 8 [1: 8] @ 0x1\n',
  jemalloc: 'heap_v2/512\n',
  javaSamples: '--- heapz 1 ---\nformat = java\nresolution = bytes\n',
  javaPlaces: '--- heapz 1 ---\nformat = java\nresolution = bytes\n 8 1 @ 0x1\n',
  javaAttributes: '--- heapz 1 ---\n',
  symbols: '--- symbol\n',
  dump: '--- symbol\n0x1 f\n---\n--- heap\nheap_v2/512\n',
  map: 'heap_v2/512\nMAPPED_LIBRARIES:\n',
  lead: 'a title\n',
  nothing: '',
};

/** What an expression may go over again and again. */
const starts = [
  '',
  '#',
  '# 0x1 ',
  '#\t0x1\t',
  '8 1 @ ',
  '1: 8 [1: 8] @ ',
  '@ ',
  ' t*: 1: 8 [',
  '0x1 ',
  '0x1 f (',
  'heap profile: ',
  '1-2 r-xp ',
];
const parts = [
  ' ',
  '\t',
  '0x1 ',
  '+0x1',
  '+0x',
  ':1',
  '(',
  '--',
  '=',
  '0',
  'a=b ',
  ';',
  '- ',
  '-0 ',
  '\n',
  '\n@ ',
  '\n#\t',
  '{"a":',
  '[',
  '\\',
  '"',
];
const ends = ['z', ' z'];

/** Milliseconds that reading takes, whatever comes of it; the least of three. */
function timeOf(text: string): number {
  const bytes = new TextEncoder().encode(text);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && least > 5; i++) {
    const begun = cpuTime();
    try {
      readProfile(bytes, defaultLimits);
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
    }
    least = Math.min(least, cpuTime() - begun);
  }
  return least;
}

for (const [name, head] of Object.entries(heads)) {
  test(`${name}: reading takes time linear in a line's length`, () => {
    for (const start of starts) {
      for (const part of parts) {
        for (const end of ends) {
          const text = (size: number): string =>
            head + start + part.repeat(Math.ceil(size / part.length)) + end;
          const size = 20_000;
          const once = timeOf(text(size));
          if (once < 8) continue;
          // Quadratic takes 16 times as long for four times the length; linear 4 times.
          const four = timeOf(text(4 * size));
          assert.ok(
            four < Math.max(100, 9 * once),
            `${JSON.stringify(start + part)}: ${once} ms, then ${four} ms`,
          );
        }
      }
    }
  });
}

test('a line of a Java heap with forty thousand spaces is read at once', () => {
  const line = (spaces: number): string => `${heads['javaSamples']}8 1 @ ${' '.repeat(spaces)}z`;
  assert.ok(timeOf(line(40_000)) < 200);
});
