import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { EngineMethod, ParamsOf, ResultOf } from '../core/answers/requests.ts';
import type { Limits } from '../core/formats/limits.ts';
import type { PortableProfile } from './portableProfile.ts';
import type { Order } from './session.ts';
import type { Answer, Question } from './threads/requestThread.ts';
import type { PoolRequests } from './threads/threadPool.ts';

/** Files to compare: one, or base and current as chosen. Their bytes are handed over. */
export interface OpenParams {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly order: Order;
  readonly limits: Limits;
}

export type EnginePhase = 'decoding' | 'merging';

/** The engine → a second thread, which decodes one of two files beside it. */
export interface SecondRequests {
  readonly inflate: {
    readonly params: { readonly bytes: Uint8Array; readonly limits: Limits };
    readonly result: null;
  };
  /** `beside` is how many bytes are decoded meanwhile. */
  readonly decode: {
    readonly params: { readonly beside: number; readonly limits: Limits };
    readonly result: PortableProfile;
  };
}

/** host → worker, where `open` comes first; or the engine → its second thread. */
export type ToEngine =
  | { readonly id: number; readonly method: 'open'; readonly params: OpenParams }
  | Question<SecondRequests>
  | Question<PoolRequests>
  | Question<{ readonly [M in EngineMethod]: { readonly params: ParamsOf<M> } }>;

/** worker → host, while it works on `open`. */
export interface EngineNews {
  readonly type: 'progress';
  readonly phase: EnginePhase;
  readonly fraction: number;
}

/** worker → host. Every request is answered once. */
export type FromEngine =
  | EngineNews
  | Answer<DiffInfo | SecondRequests[keyof SecondRequests]['result'] | ResultOf<EngineMethod>>;
