/** What VS Code calls a disposable. */
interface Disposes {
  dispose(): unknown;
}

/**
 * Something that holds on to others and lets go of them all, the latest first, when it is disposed; once. What comes to
 * it after that is let go at once, so that nothing asynchronous can leave a listener behind.
 */
export abstract class Disposable {
  readonly #held: Disposes[] = [];
  #isDisposed = false;

  protected get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Holds on to something until this is disposed, and gives it back. */
  protected register<Held extends Disposes>(held: Held): Held {
    if (this.#isDisposed) held.dispose();
    else this.#held.push(held);
    return held;
  }

  /** The same for several things. */
  protected registerAll(...held: readonly Disposes[]): void {
    for (const each of held) this.register(each);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const each of this.#held.splice(0).reverse()) each.dispose();
  }
}
