import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';

const two32 = 2 ** 32;

/**
 * Finds the row of an id. Ids are 64-bit numbers of the writer's choice, given as two words. Writers nearly
 * always number 1, 2, 3, …: then nothing is stored. Other small ids go into an array, the rest into a map.
 */
export class IdTable {
  /** True while row = id − 1 for all ids. */
  sequential = true;
  length = 0;
  readonly #what: string;
  readonly #directLength: number;
  /** Row + 1 by id, 0 for none. */
  #direct: Uint32Array | undefined;
  readonly #sparse = new Map<number | bigint, number>();

  /** `what` names the kind of thing in errors; `expected` is how many there will be. */
  constructor(what: string, expected: number) {
    this.#what = what;
    this.#directLength = 4 * expected + 64;
  }

  /** Gives the next row to an id. Throws where the id is 0 or already taken; `at` is its byte offset. */
  add(low: number, high: number, at: number): void {
    if (low === 0 && high === 0) throw new ProfileError('malformed', l10n.t`a ${this.#what} has id 0`, at);
    const row = this.length++;
    if (this.sequential) {
      if (high === 0 && low === row + 1) return;
      this.#direct = this.#spill(row);
    }
    if (this.rowOf(low, high) >= 0) {
      throw new ProfileError(
        'malformed',
        l10n.t`two ${this.#what}s have id ${String(sparseKey(low, high))}`,
        at,
      );
    }
    if (this.#direct !== undefined && this.#isDirect(low, high)) this.#direct[low] = row + 1;
    else this.#sparse.set(sparseKey(low, high), row);
  }

  /** The row of an id, −1 for none. */
  rowOf(low: number, high: number): number {
    if (this.sequential) return high === 0 && low > 0 && low <= this.length ? low - 1 : -1;
    if (this.#isDirect(low, high)) return (this.#direct?.[low] ?? 0) - 1;
    return this.#sparse.get(sparseKey(low, high)) ?? -1;
  }

  #isDirect(low: number, high: number): boolean {
    return high === 0 && low >= 0 && low < this.#directLength;
  }

  #spill(rows: number): Uint32Array {
    this.sequential = false;
    const direct = new Uint32Array(this.#directLength);
    for (let row = 0; row < rows; row++) direct[row + 1] = row + 1;
    return direct;
  }
}

/** A double holds it exactly up to 2^53. */
function sparseKey(low: number, high: number): number | bigint {
  if (high >= 0 && high < 2 ** 21) return high * two32 + (low >>> 0);
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}
