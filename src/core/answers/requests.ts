import type { Evidence } from '../measures/noise.ts';
import type { Pair } from '../measures/ranges.ts';
import type { Place } from '../names/place.ts';
import type { Script } from '../scripts/script.ts';
import type { Spellings } from '../stacks/spellings.ts';
import type { NodeDetails } from './details.ts';
import type { DiffInfo } from './diffInfo.ts';
import type { TreeColumns } from './drawnTree.ts';
import type { FrameColumns, PackageColumns } from './frameColumns.ts';
import type { SourceGrowth } from './growth.ts';
import type { Headline } from './headline.ts';
import type { ViewOptions } from './looks.ts';
import type { Neighbours } from './neighbours.ts';
import type { Notice } from './notices.ts';
import type { Site } from './sites.ts';
import type { SitesBy } from './sitesBy.ts';
import type { Table } from './tableColumns.ts';

/** The files that a diff can be saved as: profile.proto for pprof, FlameGraph's folded stacks, the table as CSV, a report. */
export const exportFormats = ['pprof', 'folded', 'csv', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * What a node's children are: those it calls; those that call it, where the tree begins where memory is allocated; those
 * that call, or are called by, the function that stands for the root.
 */
export type TreeKind = 'calls' | 'inverted' | 'callers' | 'callees';

/** Nodes, ascending, that stand for frames which repeat themselves in their stacks, and for how many at most. */
export interface RepeatColumns {
  readonly node: Uint32Array;
  readonly count: Uint32Array;
}

/** One look at the diff: totals, what is said of it, and the tree. */
export interface View {
  /** Names this tree in a `NodeRef`. */
  readonly id: number;
  readonly options: ViewOptions;
  readonly kind: TreeKind;
  readonly unit: string;
  /** Signed sums over the samples that the filter leaves, or over those of them that the function is in. */
  readonly total: Pair;
  /** Signed sums over all samples: what pprof's percentages are of, whatever the filter. */
  readonly unfiltered: Pair;
  readonly increase: number;
  readonly decrease: number;
  readonly headline: Headline;
  /** Noise of the whole delta. */
  readonly evidence: Evidence | null;
  readonly frames: FrameColumns;
  /** Of each of the frames: boxes can have the colours of packages. */
  readonly packages: PackageColumns;
  readonly tree: TreeColumns;
  readonly repeats: RepeatColumns;
}

/** Callers and callees of a function, those next to it and all of them as trees. */
export interface Around extends Neighbours {
  /** Each stack counts once, parted at the outermost frame of the function. */
  readonly trees: { readonly callers: View; readonly callees: View };
}

/** What a team's file says of a site: why it is lived with, or when or how it was fixed; then it is back. */
export interface Recognised {
  readonly because: string;
  readonly fixed: string | null;
}

/** A site as the team's file of known leaks has it. */
export interface Known extends Recognised {
  readonly site: string;
  /** The nearest own callers, nearest first. */
  readonly own: readonly string[];
}

/** A site that may leak. By own code, which has no entries in the file, nothing is recognised. */
export interface Suspect extends Site {
  readonly recognised: Recognised | null;
}

/** A node of the tree in the view with that id. Stale references are refused. */
export interface NodeRef {
  readonly view: number;
  readonly node: number;
}

/** What can be asked of an opened diff. The engine answers; webview and host ask. */
export interface DiffRequests {
  /** The tree, pruned for drawing. `root` shows that node's subtree in full, under its ancestors. */
  view(params: { readonly options: ViewOptions; readonly root: NodeRef | null }): View;
  details(params: { readonly node: NodeRef }): NodeDetails;
  table(params: { readonly options: ViewOptions }): Table;
  neighbours(params: { readonly options: ViewOptions; readonly name: string; readonly file: string }): Around;
  /** How the profiles themselves spell a function in a file, or what stands in a file: what filters are asked of. */
  spellings(params: { readonly name: string; readonly file: string }): Spellings;
  /** What is said of a view, anew: the reader's own code may be known by now. */
  headline(params: { readonly options: ViewOptions }): Headline;
  /** Allocation sites, or own code, ranked as probable leaks, most suspect first, those set aside last. */
  suspects(params: {
    readonly options: ViewOptions;
    readonly by: SitesBy;
    readonly limit: number;
  }): readonly Suspect[];
  /** Turns base and current round, without decoding again. */
  swap(params: Record<never, never>): DiffInfo;
}

/** What the engine answers besides, to the host alone. */
export interface EngineRequests extends DiffRequests {
  /** Takes these files (of the profiles) for the reader's own code; none: what the profiles tell of it. */
  own(params: { readonly files: readonly string[] }): null;
  /** Scripts that a compiler may have written, as the profiles name them. */
  scripts(params: Record<never, never>): readonly string[];
  /** Takes scripts with their source maps. The files that these lead to, without those of packages. */
  sourceMaps(params: { readonly scripts: readonly Script[] }): readonly string[];
  /** Has functions that were written in these sources named and placed as source has them, and those of packages. */
  originals(params: { readonly files: readonly string[] }): DiffInfo;
  /** Takes these for the known leaks. */
  known(params: { readonly leaks: readonly Known[] }): null;
  /** What a site is recognised by in another build. */
  fingerprint(params: {
    readonly options: ViewOptions;
    readonly name: string;
    readonly file: string;
  }): Pick<Known, 'site' | 'own'>;
  /** Source files that stacks pass through, each as the place of one of its functions; those with the most change first. */
  sources(params: { readonly options: ViewOptions; readonly limit: number }): readonly Place[];
  /** Whether the profiles themselves speak of that function in that file: no other is opened. */
  names(params: { readonly name: string; readonly file: string }): boolean;
  /** The diff as the bytes of a file. `notices` are what its report says beside what the profiles tell. */
  export(params: {
    readonly options: ViewOptions;
    readonly format: ExportFormat;
    readonly notices?: readonly Notice[];
  }): Uint8Array;
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
