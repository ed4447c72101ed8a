import * as v from 'valibot';
import type * as vscode from 'vscode';

const keys = { addresses: 'captureAddresses', interval: 'captureInterval' } as const;
/** More addresses than anyone chooses from. */
const mostAddresses = 5;
/** Real growth adds up in five minutes. */
const usualInterval = 5 * 60_000;

/** What was answered last time, kept with the workspace. */
export class RememberedCaptures {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** The latest first. */
  get addresses(): readonly string[] {
    return v.parse(v.fallback(v.array(v.string()), []), this.#memento.get(keys.addresses));
  }

  /** Milliseconds. */
  get interval(): number {
    return v.parse(v.fallback(v.number(), usualInterval), this.#memento.get(keys.interval));
  }

  async keepAddress(address: string): Promise<void> {
    const others = this.addresses.filter(each => each !== address);
    await this.#memento.update(keys.addresses, [address, ...others].slice(0, mostAddresses));
  }

  async keepInterval(milliseconds: number): Promise<void> {
    await this.#memento.update(keys.interval, milliseconds);
  }
}
