import type { DiffInfo, Neighbours, NodeDetails, NodeRef, Site, Table, View, ViewOptions } from './view.ts';

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

export type DiffMethod = keyof DiffRequests;
export type ParamsOf<M extends DiffMethod> = Parameters<DiffRequests[M]>[0];
export type ResultOf<M extends DiffMethod> = ReturnType<DiffRequests[M]>;
