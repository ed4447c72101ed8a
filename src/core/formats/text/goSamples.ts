import type { ProfileBuilder } from '../profileBuilder.ts';
import { goFrame } from './goFrame.ts';

/** A sample as its first line has it. */
export interface GoSample {
  readonly values: readonly number[];
  readonly objectSize: number;
  /** Of the calls: the instruction before each return address. */
  readonly addresses: readonly bigint[];
}

/**
 * The samples of a text in which `#` lines below each name its frames, as Go writes them with `debug=1`: they are taken as
 * the stack, which is that of the addresses where there are none.
 */
export class GoSamples {
  readonly #builder: ProfileBuilder;
  #pending: GoSample | undefined;
  #named: number[] = [];

  constructor(builder: ProfileBuilder) {
    this.#builder = builder;
  }

  /** A line with a sample: the one before it is over. */
  add(sample: GoSample): void {
    this.flush();
    this.#pending = sample;
  }

  /** A `#` line. Those before the first sample name nothing. */
  comment(line: string): void {
    const frame = this.#pending === undefined ? undefined : goFrame(line, this.#builder);
    if (frame !== undefined) this.#named.push(frame);
  }

  /** There are no more. */
  flush(): void {
    if (this.#pending === undefined) return;
    const { values, objectSize, addresses } = this.#pending;
    const stack =
      this.#named.length > 0
        ? this.#named
        : addresses.map(address => this.#builder.location(address, undefined));
    this.#builder.sample(stack, values, objectSize);
    this.#pending = undefined;
    this.#named = [];
  }
}
