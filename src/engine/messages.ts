import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { EngineMethod, ParamsOf, ResultOf } from '../core/answers/requests.ts';
import type { Limits } from '../core/formats/limits.ts';
import type { Answer } from './requestThread.ts';
import type { Order } from './session.ts';
import type { TakenBack } from './takenBack.ts';

/** Files to compare: one, or base and current as chosen. Their bytes are handed over. */
export interface OpenParams {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly order: Order;
  readonly limits: Limits;
}

export type EnginePhase = 'decoding' | 'merging';

type RequestOf<M extends EngineMethod> = M extends EngineMethod
  ? {
      readonly id: number;
      readonly method: M;
      readonly params: ParamsOf<M>;
      readonly takenBack: TakenBack | undefined;
    }
  : never;

/** host → worker. `open` comes first. */
export type ToEngine =
  | { readonly id: number; readonly method: 'open'; readonly params: OpenParams }
  | RequestOf<EngineMethod>;

/** worker → host, while it works on `open`. */
export interface EngineNews {
  readonly type: 'progress';
  readonly phase: EnginePhase;
  readonly fraction: number;
}

/** worker → host. Every request is answered once. */
export type FromEngine = EngineNews | Answer<DiffInfo | ResultOf<EngineMethod>>;
