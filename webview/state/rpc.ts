import type { DiffMethod, ParamsOf, ResultOf } from '../../src/core/answers/requests.ts';
import type { Problem, Reply, ToHost } from '../../src/protocol.ts';

/** A request that the host refused; `problem` is what to show. */
export class RequestError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'RequestError';
    this.problem = problem;
  }
}

interface Pending {
  readonly resolve: (result: ResultOf<DiffMethod>) => void;
  readonly reject: (error: RequestError) => void;
}

/** Requests to the host, matched to their replies by id. Every request settles. */
export class Rpc {
  readonly post: (message: ToHost) => void;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;

  constructor(post: (message: ToHost) => void) {
    this.post = post;
  }

  /** Rejects with a `RequestError`. */
  request<M extends DiffMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
    const id = this.#nextId++;
    return new Promise<ResultOf<M>>((resolve, reject) => {
      // The reply to an id carries the result of the method that was asked under it.
      this.#pending.set(id, { resolve: result => resolve(result as ResultOf<M>), reject });
      this.post({ type: 'request', id, method, params } as ToHost);
    });
  }

  receive(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.ok) pending?.resolve(reply.result);
    else pending?.reject(new RequestError(reply.problem));
  }

  /** Settles what is still open when the host has said that no answer can come. */
  abandon(problem: Problem): void {
    const open = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of open) pending.reject(new RequestError(problem));
  }
}
