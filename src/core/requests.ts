import type {
  DiffInfo,
  ExportFormat,
  Neighbours,
  NodeDetails,
  NodeRef,
  Site,
  SourceGrowth,
  SourceUse,
  Table,
  View,
  ViewOptions,
} from './view.ts';

/** What can be asked of an opened diff. The engine answers; webview and host ask. */
export interface DiffRequests {
  /** The tree, pruned for drawing. `root` shows that node's subtree in full, under its ancestors. */
  view(params: { readonly options: ViewOptions; readonly root: NodeRef | null }): View;
  details(params: { readonly node: NodeRef }): NodeDetails;
  table(params: { readonly options: ViewOptions }): Table;
  neighbours(params: {
    readonly options: ViewOptions;
    readonly name: string;
    readonly file: string;
  }): Neighbours;
  /** Allocation sites ranked as probable leaks, most suspect first. */
  suspects(params: { readonly options: ViewOptions; readonly limit: number }): readonly Site[];
  /** Turns base and current round, without decoding again. */
  swap(params: Record<never, never>): DiffInfo;
}

/** What the engine answers besides, to the host alone. */
export interface EngineRequests extends DiffRequests {
  /** Source files that stacks pass through, those with the most change first. */
  sources(params: { readonly options: ViewOptions; readonly limit: number }): readonly SourceUse[];
  /** The diff as the bytes of a file. */
  export(params: { readonly options: ViewOptions; readonly format: ExportFormat }): Uint8Array;
  /** Growth in these files, by line and by function. Paths are the profile's. */
  growth(params: {
    readonly options: ViewOptions;
    /** The reader's own source. */
    readonly own: readonly string[];
    /** Other source that can be shown. */
    readonly libraries: readonly string[];
  }): SourceGrowth;
}

export type DiffMethod = keyof DiffRequests;
export type EngineMethod = keyof EngineRequests;
export type ParamsOf<M extends EngineMethod> = Parameters<EngineRequests[M]>[0];
export type ResultOf<M extends EngineMethod> = ReturnType<EngineRequests[M]>;
