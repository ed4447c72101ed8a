import { ProfileError } from '../../src/core/error.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { granularities } from '../../src/core/names/granularity.ts';
import { type Filter, noFilter } from '../../src/core/stacks/filterFields.ts';
import { EngineClient } from '../../src/engine/client.ts';
import type { Random } from '../bench/profiles/random.ts';
import { checkAnswers } from '../engine/checkAnswers.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { pick, someString } from './chance.ts';
import { mutated } from './mutated.ts';
import type { Target } from './target.ts';

/** A session that has not ended by then hangs. Milliseconds. */
const longest = 30_000;

const patterns = ['main', '^runtime', '.', '(', '(a+)+$', '(x{30}){30}', '\\pL+', '(?i)SEEN|json', '[^a-z]'];
const tags = [
  'bytes=1kb:',
  ':64b',
  'bytes=',
  'no=such',
  '=',
  '1:2:3',
  '-1b:',
  '99999999999999999999b',
  'a|b',
];

/** Whole sessions through the worker: pairs opened, looked at in any way, asked about what was and what never was. */
export function sessions(): Target {
  let engine = new EngineClient(engineScript, () => {});
  return {
    async run(random) {
      const first = mutated(random);
      const files = random.percent(30)
        ? [first, first]
        : random.percent(10)
          ? [first]
          : [first, mutated(random)];
      try {
        return await soon(session(engine, files, random));
      } catch (error) {
        // What a hanging thread is at would keep the next session waiting.
        engine.dispose();
        engine = new EngineClient(engineScript, () => {});
        throw error;
      }
    },
    dispose: () => engine.dispose(),
  };
}

async function session(engine: EngineClient, files: readonly Uint8Array[], random: Random): Promise<string> {
  try {
    const named = files.map((bytes, i) => ({ name: `${i}.pb`, bytes: bytes.slice() }));
    const order = pick(random, ['byTime', 'asGiven'] as const);
    let diff = await engine.open({ files: named, order, limits: defaultLimits });
    for (let looks = 1 + random.below(3); looks > 0; looks--) {
      const sampleType = pick(random, diff.sampleTypes).type;
      const options = {
        sampleType: random.percent(3) ? someString(random) : sampleType,
        granularity: pick(random, granularities),
        normalize: random.percent(20),
        filter: random.percent(40) ? someFilter(random) : noFilter,
      };
      await refusedOrNot(checkAnswers(engine, diff, options));
      const node = { view: random.below(12), node: random.below(40) - 1 };
      const places = { own: ['/a.go'], libraries: [someString(random)] };
      await refusedOrNot(engine.request('details', { node }));
      await refusedOrNot(engine.request('view', { options, root: node }));
      await refusedOrNot(engine.request('neighbours', { options, name: someString(random), file: '' }));
      await refusedOrNot(engine.request('spellings', { name: someString(random), file: '' }));
      await refusedOrNot(engine.request('growth', { options, ...places }));
      if (random.percent(20)) diff = await engine.request('swap', {});
    }
    return 'looked at';
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return error.code;
  }
}

function someFilter(random: Random): Filter {
  const pattern = (): string =>
    random.percent(60) ? '' : random.percent(85) ? pick(random, patterns) : someString(random);
  const tag = (): string => (random.percent(75) ? '' : pick(random, tags));
  return {
    focus: pattern(),
    ignore: pattern(),
    hide: pattern(),
    show: pattern(),
    showFrom: pattern(),
    tagFocus: tag(),
    tagIgnore: tag(),
  };
}

async function refusedOrNot(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
  }
}

async function soon<T>(result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${longest} ms`)), longest);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
