import assert from 'node:assert/strict';
import test from 'node:test';
import { fuzz, summary, targets } from './fuzz.ts';

/** Always the same inputs, and others each time; `npm run fuzz` goes on for longer. */
const seeds = [1, Date.now() % 2 ** 32];
/** In all, seconds. */
const time = 60;

for (const [name, { create, share }] of Object.entries(targets)) {
  for (const seed of seeds) {
    test(`nothing gets past the ${name}: seed ${seed}`, { timeout: 5 * 60_000 }, async t => {
      const target = create();
      t.after(() => target.dispose());
      const figures = await fuzz(target, seed, (time * share) / seeds.length);
      t.diagnostic(summary(figures));
      const [first] = figures.findings;
      if (first !== undefined) {
        throw new Error(`npm run fuzz -- --only ${name} --input ${first.input}`, { cause: first.error });
      }
      assert.ok(figures.inputs > 20);
    });
  }
}
