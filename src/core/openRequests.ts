interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Requests on their way over a border (thread, page), matched to their replies by id. Every request settles. */
export class OpenRequests {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  /** Whether all have been settled. */
  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** `send` gets the id under which the reply will come; what it throws is the request's error. */
  ask<Result>(send: (id: number) => void): Promise<Result> {
    const id = ++this.#lastId;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      try {
        send(id);
      } catch (error) {
        this.#waiting.delete(id);
        reject(error);
      }
    });
  }

  /** The reply to a request, which is of the type that was asked for under the id. One that nobody waits for is dropped. */
  resolve(id: number, result: unknown): void {
    this.#take(id)?.resolve(result as never);
  }

  reject(id: number, error: Error): void {
    this.#take(id)?.reject(error);
  }

  /** Settles all that is open, when no reply can come any more. */
  abandon(error: Error): void {
    const open = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of open) reject(error);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
