import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { EngineMethod, ParamsOf, ResultOf } from '../core/answers/requests.ts';
import type { ProfileErrorCode, ProfileRole } from '../core/error.ts';
import type { Limits } from '../core/formats/limits.ts';
import type { Order } from './session.ts';

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
      /** One number of 32 bits, 1 when the request has been taken back: a thread that computes reads no messages. */
      readonly takenBack: SharedArrayBuffer | undefined;
    }
  : never;

/** host → worker. `open` comes first. */
export type ToEngine =
  | { readonly id: number; readonly method: 'open'; readonly params: OpenParams }
  | RequestOf<EngineMethod>;

/** What is left of an error on its way between threads. `code` is null for a fault of the engine's own. */
export interface EngineFailure {
  readonly code: ProfileErrorCode | null;
  readonly detail: string;
  readonly offset: number | undefined;
  readonly role: ProfileRole | undefined;
  readonly limit: string | undefined;
  readonly stack: string | undefined;
}

/** worker → host. Every request is answered once. */
export type FromEngine =
  | { readonly type: 'progress'; readonly phase: EnginePhase; readonly fraction: number }
  | { readonly type: 'result'; readonly id: number; readonly result: DiffInfo | ResultOf<EngineMethod> }
  | { readonly type: 'failure'; readonly id: number; readonly error: EngineFailure };
