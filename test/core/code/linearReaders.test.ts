import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { outlineOf } from '../../../src/core/code/declarations.ts';
import { frameName } from '../../../src/core/code/frameName.ts';
import type { Grammar } from '../../../src/core/code/language.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';
import { outline, syntax } from './parser.ts';

/** Given up after so many milliseconds, as whoever asks does. */
const patience = 2_000;

class Late extends Error {}

/** Milliseconds that reading what a text declares takes, or until it is given up. */
async function readingTime(text: string, grammar: Grammar): Promise<{ ms: number; isGivenUp: boolean }> {
  const started = cpuTime();
  const heed = () => {
    if (cpuTime() - started > patience) throw new Late();
  };
  let isGivenUp = false;
  try {
    const parsed = await syntax.parse(text, grammar, heed);
    try {
      outlineOf(parsed, heed);
    } finally {
      parsed.dispose();
    }
  } catch (error) {
    if (!(error instanceof Late)) throw error;
    isGivenUp = true;
  }
  return { ms: cpuTime() - started, isGivenUp };
}

/** What is opened or named again and again, and what closes it. */
const parts: readonly (readonly [Grammar, string, string])[] = [
  ['go', 'func(){', ''],
  ['go', '{', '}'],
  ['go', 'a<', ''],
  ['go', '"\n', ''],
  ['javascript', '[', ']'],
  ['javascript', '{', '}'],
  ['javascript', 'x=>', ''],
  ['javascript', 'f(x=>', ''],
  ['javascript', 'a.', ''],
  ['javascript', 'a<', ''],
  ['javascript', 'function f(){', ''],
  ['javascript', '"\n', ''],
  ['typescript', 'a<', ''],
  ['typescript', 'x=>', ''],
  ['tsx', '<a>', '</a>'],
  ['python', 'a.', ''],
  ['python', '{', '}'],
  ['python', 'if a:\n ', ''],
  ['java', 'a.', ''],
  ['java', 'class a{', ''],
  ['rust', 'mod a{', ''],
  ['rust', 'fn f(){', ''],
  ['rust', 'a<', ''],
  ['cpp', 'struct a{', ''],
  ['cpp', 'namespace a{', '}'],
  ['cpp', 'a<', ''],
];

for (const [grammar, front, back] of parts) {
  const shown = JSON.stringify(`${front}…${back}`);
  test(`${grammar} of many ${shown} is read in a time that grows with its length`, async t => {
    const few = 500;
    const time = async (repeats: number) => {
      const text = front.repeat(repeats) + back.repeat(repeats);
      const times = [];
      for (let i = 0; i < 3; i++) times.push(await readingTime(text, grammar));
      assert.ok(!times.some(({ isGivenUp }) => isGivenUp), `${repeats} given up`);
      return Math.min(...times.map(({ ms }) => ms));
    };
    // The grammar is compiled by the first text that it reads.
    await outline(grammar, front.repeat(few) + back.repeat(few));
    const short = Math.max(8, await time(few));
    const long = await time(8 * few);
    t.diagnostic(`${short.toFixed(0)} ms, eight times as long ${long.toFixed(0)} ms`);
    assert.ok(long < 30 * short, `${short.toFixed(1)} ms, eight times as long ${long.toFixed(1)} ms`);
  });
}

test('what the parser cannot make sense of is given up', async t => {
  for (const [grammar, part] of [
    ['go', '('],
    ['go', 'fn f(){'],
    ['javascript', '/['],
    ['javascript', '`${'],
    ['python', 'func(){'],
    ['rust', 'r#"'],
    ['cpp', '('],
  ] as const) {
    const some = await readingTime(part.repeat(100_000), grammar);
    // A fast machine reads that in time.
    const { ms, isGivenUp } = some.isGivenUp ? some : await readingTime(part.repeat(600_000), grammar);
    t.diagnostic(`${grammar} ${part}: ${ms.toFixed(0)} ms`);
    assert.ok(isGivenUp, `${grammar} ${part}`);
    // Where it can be asked to end at all: what goes on for longer ends with the thread it runs in.
    assert.ok(ms < 3 * patience, `${grammar} ${part}: ${ms.toFixed(0)} ms`);
  }
});

test('a minified bundle is read in a time that grows with its length', { timeout: 120_000 }, async t => {
  const file = path.join(
    import.meta.dirname,
    '../../../node_modules/@microsoft/fast-foundation/dist/fast-foundation.min.js',
  );
  const one = `(function(){${readFileSync(file, 'utf8').replace(/^import\b.*?;|export\s*\{.*$/gs, '')}\n})();\n`;
  const read = async (copies: number) => {
    const started = cpuTime();
    const { declarations } = await outline('javascript', one.repeat(copies));
    return { ms: cpuTime() - started, functions: declarations.length };
  };
  const single = await read(1);
  const bundle = await read(16);
  const shown = `${((16 * one.length) / 1e6).toFixed(1)} MB, ${bundle.functions} functions, ${bundle.ms.toFixed(0)} ms`;
  t.diagnostic(shown);
  assert.equal(bundle.functions, 16 * single.functions);
  assert.ok(
    single.functions > 1_000 && bundle.ms < 40 * single.ms,
    `${shown}; one of 16 ${single.ms.toFixed(0)} ms`,
  );
});

test('a long name is read in a time that grows with its length', () => {
  const fastest = (run: () => void) =>
    Math.min(
      ...[0, 1, 2].map(() => {
        const started = cpuTime();
        run();
        return cpuTime() - started;
      }),
    );
  for (const part of ['a', 'a::', ' a', 'a<', '(', 'a$', 'a.']) {
    for (const language of ['cpp', 'java'] as const) {
      const read = (repeats: number) => fastest(() => frameName(language, `${part.repeat(repeats)} `));
      read(2_000);
      const short = Math.max(1, read(2_000));
      const long = read(16_000);
      assert.ok(long < 30 * short, `${language} ${part}: ${short} ms, eight times as long ${long} ms`);
    }
  }
});
