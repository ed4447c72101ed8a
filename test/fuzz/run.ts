// `npm run fuzz -- [--minutes N] [--seed S] [--only TARGET] [--input SEED:INDEX]`: tries hostile inputs for longer than
// `npm test` does. With --input it tries that one alone.
import { parseArgs } from 'node:util';
import { fuzz, randomOf, summary, targets } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
    only: { type: 'string' },
    input: { type: 'string' },
  },
});
const chosen = Object.entries(targets).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`--only takes one of ${Object.keys(targets).join(', ')}`);
const shares = chosen.reduce((sum, [, { share }]) => sum + share, 0);
const [seed, index] = (values.input ?? values.seed).split(':').map(Number);

for (const [name, { create, share }] of chosen) {
  const target = create();
  if (index !== undefined) {
    console.log(`${name}: ${await target.run(randomOf(seed ?? 0, index))}`);
  } else {
    const figures = await fuzz(target, seed ?? 0, (Number(values.minutes) * 60 * share) / shares);
    console.log(`${name}, seed ${seed}: ${summary(figures)}`);
    for (const { input, error } of figures.findings) {
      console.log(`\n--only ${name} --input ${input}\n${error.stack}`);
    }
    if (figures.findings.length > 0) process.exitCode = 1;
  }
  target.dispose();
}
