import { PairIds } from './pairIds.ts';

/** Numbers sequences of numbers, each by its last one and the sequence before that: equal ones have one number. */
export class SequenceIds {
  readonly #pairs = new PairIds();

  /** The empty sequence is number 0. */
  idOf(sequence: readonly number[]): number {
    let id = 0;
    for (const each of sequence) id = this.#pairs.idOf(id, each) + 1;
    return id;
  }
}
