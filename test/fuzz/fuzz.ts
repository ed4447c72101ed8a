import { mix, Random } from '../bench/profiles/random.ts';
import { messages } from './messages.ts';
import { readers } from './readers.ts';
import { sessions } from './sessions.ts';
import type { Target } from './target.ts';

/** All that is tried, each with its share of the time. */
export const targets: Readonly<Record<string, { readonly create: () => Target; readonly share: number }>> = {
  readers: { create: readers, share: 0.5 },
  messages: { create: messages, share: 0.1 },
  sessions: { create: sessions, share: 0.4 },
};

export interface Finding {
  /** `seed:index`, which makes the input again. */
  readonly input: string;
  readonly error: Error;
}

export interface Figures {
  readonly inputs: number;
  readonly seconds: number;
  /** How many came to what. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** Other work of the process gets a turn this often. Milliseconds. */
const turn = 200;
const mostFindings = 20;

/** The random numbers that input `index` of a seed is made of. */
export function randomOf(seed: number, index: number): Random {
  return new Random(mix(seed) ^ Math.imul(index + 1, 0x9e3779b1));
}

/** Tries a target with input after input until the time is over. */
export async function fuzz(target: Target, seed: number, seconds: number): Promise<Figures> {
  const started = performance.now();
  const outcomes = new Map<string, number>();
  const findings: Finding[] = [];
  let index = 0;
  let rested = started;
  for (; findings.length < mostFindings; index++) {
    const now = performance.now();
    if (now - started > seconds * 1000) break;
    if (now - rested > turn) {
      rested = now;
      await new Promise(resolve => setImmediate(resolve));
    }
    try {
      const pending = target.run(randomOf(seed, index));
      const said = typeof pending === 'string' ? pending : await pending;
      outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
    } catch (error) {
      const found = error instanceof Error ? error : new Error(String(error));
      findings.push({ input: `${seed}:${index}`, error: found });
    }
  }
  return { inputs: index, seconds: (performance.now() - started) / 1000, outcomes, findings };
}

/** The figures in a line. */
export function summary({ inputs, seconds, outcomes, findings }: Figures): string {
  const said = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${outcome} ${count}`);
  const rate = Math.round(inputs / seconds);
  return `${inputs} inputs in ${Math.round(seconds)} s, ${rate} a second (${said.join(', ')}), ${findings.length} findings`;
}
