import type { DiffInfo } from './core/answers/diffInfo.ts';
import type { ViewOptions } from './core/answers/looks.ts';
import type { DiffMethod, ExportFormat, ParamsOf, ResultOf } from './core/answers/requests.ts';
import type { WidthMode } from './core/flame/widthMode.ts';
import type { Place } from './core/names/place.ts';

export type { WidthMode };
export type Tab = 'flame' | 'top' | 'suspects' | 'neighbours';

/**
 * All that survives a window reload, kept by the webview (`setState`) and handed back to the host by the
 * serializer. Validate before use: it may come from an older version.
 */
export interface PanelState {
  readonly version: 1;
  /** URIs as strings; `base` is null for one profile alone. Both null before files are known. */
  readonly base: string | null;
  readonly current: string | null;
  /** Null until the first view has arrived. */
  readonly options: ViewOptions | null;
  readonly width: WidthMode;
  readonly tab: Tab;
  /** Frame names from the root to the zoomed node, root left out; empty when not zoomed. */
  readonly zoom: readonly string[];
}

/** What is known of a line that was opened, besides its numbers. */
export interface AboutSource {
  readonly place: Place;
  /** Who changed it last, when (`2024-03-01`), and the first line of why. */
  readonly author: { readonly name: string; readonly date: string; readonly subject: string } | null;
  /** Why it may leak: a guess, as a sentence in which code stands in back-quotes. */
  readonly hint: string | null;
}

/** What a problem offers to do about it. */
export type Remedy = 'reload' | 'chooseAgain' | 'openAsText' | 'openAsBinary' | 'showLog';

/** A request's failure, as a sentence for people. */
export interface Problem {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

export type Phase = 'reading' | 'decoding' | 'merging';

type RequestOf<M extends DiffMethod> = M extends DiffMethod
  ? { readonly type: 'request'; readonly id: number; readonly method: M; readonly params: ParamsOf<M> }
  : never;

/** webview → host. The webview speaks first, with `ready`. */
export type ToHost =
  | { readonly type: 'ready' }
  | RequestOf<DiffMethod>
  /** `reveal`: show beside, keep the focus here. `go`: move there. */
  | { readonly type: 'openSource'; readonly place: Place; readonly how: 'reveal' | 'go' }
  /** Ask the user where the place's file is, then go there. */
  | { readonly type: 'locateSource'; readonly place: Place }
  /** Show the commit of the author that `aboutSource` named last. */
  | { readonly type: 'showCommit' }
  | { readonly type: 'remedy'; readonly remedy: Remedy }
  /** Ask the user where to, and write the diff there. */
  | { readonly type: 'save'; readonly format: ExportFormat; readonly options: ViewOptions }
  | { readonly type: 'copy'; readonly text: string };

/** host → webview. */
export type ToWebview =
  | { readonly type: 'progress'; readonly phase: Phase; readonly fraction: number }
  /**
   * Sent after each `ready` once the files are decoded, and again after a reload and after a swap (whose reply
   * carries the same `DiffInfo`): ask for the view anew. `base` and `current` are the URIs to keep in the state.
   */
  | {
      readonly type: 'opened';
      readonly diff: DiffInfo;
      readonly base: string | null;
      readonly current: string;
    }
  | { readonly type: 'failed'; readonly problem: Problem }
  /** A file changed or went away after it was read; the diff on screen is still the old one. */
  | { readonly type: 'stale'; readonly problem: Problem }
  /**
   * Where a frame's source was found, or why not; null takes an earlier message away. `locate` is a place whose file
   * the user may point out (`locateSource`), if there is anything to point out.
   */
  | {
      readonly type: 'sourceStatus';
      readonly message: string | null;
      readonly locate?: Place;
    }
  /** Follows the opening of a place, as soon as it is known. */
  | { readonly type: 'aboutSource'; readonly about: AboutSource }
  /** Paths of the workspace's Go modules, for the filter that leaves only them. */
  | { readonly type: 'goModules'; readonly paths: readonly string[] }
  /** Select the node where this function changed most. */
  /** The host has found out which code is the reader's own: ask for headline and suspects anew. */
  | { readonly type: 'ownCode' }
  | { readonly type: 'reveal'; readonly place: Place }
  | Reply;

export type Reply =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly result: ResultOf<DiffMethod> }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly problem: Problem };
