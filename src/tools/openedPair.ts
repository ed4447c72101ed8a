import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { ViewOptions } from '../core/answers/looks.ts';
import type { EngineClient } from '../engine/client.ts';

/** A pair that an engine holds, and how it is looked at. */
export interface OpenedPair {
  readonly engine: Pick<EngineClient, 'request'>;
  readonly info: DiffInfo;
  readonly options: ViewOptions;
  readonly base: string;
  readonly current: string;
}
