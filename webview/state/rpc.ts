import type { DiffMethod, ParamsOf, ResultOf } from '../../src/core/answers/requests.ts';
import { OpenRequests } from '../../src/core/openRequests.ts';
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

/** Requests to the host. Every request settles. */
export class Rpc {
  readonly post: (message: ToHost) => void;
  readonly #requests = new OpenRequests();

  constructor(post: (message: ToHost) => void) {
    this.post = post;
  }

  /** Rejects with a `RequestError`. */
  request<M extends DiffMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
    return this.#requests.ask(id => this.post({ type: 'request', id, method, params } as ToHost));
  }

  receive(reply: Reply): void {
    if (reply.ok) this.#requests.resolve(reply.id, reply.result);
    else this.#requests.reject(reply.id, new RequestError(reply.problem));
  }

  /** Settles what is still open when the host has said that no answer can come. */
  abandon(problem: Problem): void {
    this.#requests.abandon(new RequestError(problem));
  }
}
