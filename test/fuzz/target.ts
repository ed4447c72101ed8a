import type { Random } from '../bench/profiles/random.ts';

/** Something to try with inputs that follow from a number alone. */
export interface Target {
  /** Tries one input; throws or rejects when it finds something. Gives in a word what came of it. */
  run(random: Random): string | Promise<string>;
  dispose(): void;
}
