import type { ProfileFormat, SampleType } from './profile.ts';

/** What counts as one frame: function name + file, also its line, the file alone, or the package. */
export type Granularity = 'functions' | 'lines' | 'files' | 'packages';

/** pprof's filters, each a regular expression and `''` when off. */
export interface Filter {
  /** Keep stacks with a matching frame. */
  readonly focus: string;
  /** Drop stacks with a matching frame. */
  readonly ignore: string;
  /** Take matching frames out of the stacks. */
  readonly hide: string;
  /** Keep only matching frames in the stacks. */
  readonly show: string;
  /** Cut the stacks above the outermost matching frame. */
  readonly showFrom: string;
  /** Keep (drop) samples by label, in pprof's tag syntax: `[key=]regexp` or `[key=]min:max` with units. */
  readonly tagFocus: string;
  readonly tagIgnore: string;
}

/** How two opened profiles are looked at. */
export interface ViewOptions {
  /** Name of a sample type that both profiles have. */
  readonly sampleType: string;
  readonly granularity: Granularity;
  /** Scale the current profile to the base's total (pprof's `-normalize`). */
  readonly normalize: boolean;
  readonly filter: Filter;
}

/** A file that a diff can be saved as: profile.proto for pprof, FlameGraph's folded stacks, the table as CSV. */
export type ExportFormat = 'pprof' | 'folded' | 'csv';

/** One number on both sides, in the sample type's unit. */
export interface Pair {
  readonly base: number;
  readonly current: number;
}

/** One of the two files, as far as the reader of the diff needs to know it. */
export interface FileInfo {
  /** Display name, given by whoever opened it. */
  readonly name: string;
  readonly format: ProfileFormat;
  /** Capture time in milliseconds since 1970, null when the profile does not tell. */
  readonly timeMs: number | null;
  readonly durationMs: number;
  readonly samples: number;
}

/** Something about the pair that changes how its numbers should be read. `text` is a sentence. */
export interface Notice {
  readonly kind:
    | 'reordered'
    | 'differentBinaries'
    | 'restarted'
    | 'differentPeriod'
    | 'differentUnits'
    | 'differentSampleTypes'
    | 'carriesBase'
    | 'negativeValues'
    | 'truncatedStacks'
    | 'unsymbolized'
    | 'identical';
  readonly text: string;
}

/** What is known once both files are decoded, whatever the options. `base` is null for one profile alone. */
export interface DiffInfo {
  readonly base: FileInfo | null;
  readonly current: FileInfo;
  /** True when the files were given in the other order and put in order of their capture times. */
  readonly reordered: boolean;
  /** Sample types that both have, in the order of the current profile's columns. */
  readonly sampleTypes: readonly SampleType[];
  readonly defaultSampleType: string;
  readonly notices: readonly Notice[];
}

/** Many strings in two buffers: string `i` is the UTF-8 in `bytes[offsets[i] ..< offsets[i + 1]]`. */
export interface StringColumn {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** Frames that a message speaks of. `name` has one string a frame, `file[i]` indexes `files`. */
export interface FrameColumns {
  readonly name: StringColumn;
  readonly files: StringColumn;
  readonly file: Uint32Array;
  /** The frame's line at `lines` granularity, else the function's first line; 0 when unknown. */
  readonly line: Uint32Array;
}

/**
 * The part of the merged call tree that is worth drawing, in preorder; node 0 is the root ("all") and its
 * frame is frame 0. Values are sparse: entry `k` says that node `selfNode[k]` has its own (flat) value; cum
 * values are sums over subtrees. Children stand in descending order of max(base, current).
 */
export interface TreeColumns {
  /** One entry a node. */
  readonly frame: Uint32Array;
  readonly depth: Uint16Array;
  /** One entry for each node with a value of its own, ascending. */
  readonly selfNode: Uint32Array;
  readonly selfBase: Float64Array;
  readonly selfCurrent: Float64Array;
  /** max(0, current − base) of an ordinary node; of an elided node the sum of that over what it stands for. */
  readonly selfIncrease: Float64Array;
  /** Nodes, ascending, that each stand for siblings too narrow to draw; how many nodes they stand for. */
  readonly elidedNode: Uint32Array;
  readonly elidedCount: Uint32Array;
}

/** How much of what was allocated in the window is still there: Δinuse_space ÷ Δalloc_space. */
export interface Retained {
  /** 0 … 1; it can pass 1 when frees of earlier allocations are counted late. */
  readonly share: number;
  /** Bytes allocated between the two captures. */
  readonly allocated: number;
}

/** What a delta rests on: the number of samples behind it and its standard error, in the sample type's unit. */
export interface Evidence {
  readonly samples: number;
  readonly standardError: number;
}

/** A source line with its own (flat) value, summed over the stacks that the reply is about. */
export interface LineValue {
  readonly file: string;
  readonly line: number;
  readonly value: Pair;
}

/** An allocation site: a function, and the line of it that grew most. */
export interface Site {
  /** Full function name, as in the profile. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Line of the function's declaration, 0 when unknown. */
  readonly startLine: number;
  /** The function's flat value. */
  readonly flat: Pair;
  /** The line's part of it. */
  readonly lineFlat: Pair;
  /** The function's flat increase ÷ the whole diff's increase, 0 … 1. */
  readonly share: number;
  /** Live objects of the function, null when the profiles do not count them. */
  readonly objects: Pair | null;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
}

/** One look at the diff: totals, the headline's site, and the tree. */
export interface View {
  /** Names this tree in a `NodeRef`. */
  readonly id: number;
  readonly options: ViewOptions;
  readonly unit: string;
  /** Signed sums over all samples. */
  readonly total: Pair;
  readonly increase: number;
  readonly decrease: number;
  /** The allocation site with the largest increase; null when nothing grew. */
  readonly top: Site | null;
  /** Noise of the whole delta. */
  readonly evidence: Evidence | null;
  readonly frames: FrameColumns;
  readonly tree: TreeColumns;
}

/** A node of the tree in the view with that id. Stale references are refused. */
export interface NodeRef {
  readonly view: number;
  readonly node: number;
}

/** Everything about one selected node. */
export interface NodeDetails {
  readonly flat: Pair;
  readonly cum: Pair;
  readonly increase: number;
  readonly decrease: number;
  readonly objects: { readonly flat: Pair; readonly cum: Pair } | null;
  /** Increase ÷ the whole diff's increase; 0 when nothing grew. */
  readonly share: number;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
  /** Lines of the node's own function through which its stacks pass, by |delta| descending. */
  readonly lines: readonly LineValue[];
}

/** Rows of the Top table, by |flat delta| descending, then name. Row `i` is frame `i` of `frames`. */
export interface Table {
  readonly frames: FrameColumns;
  readonly flatBase: Float64Array;
  readonly flatCurrent: Float64Array;
  readonly cumBase: Float64Array;
  readonly cumCurrent: Float64Array;
  readonly increase: Float64Array;
}

/** Callers or callees of one frame, by |delta| descending. */
export interface Neighbour {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly value: Pair;
}

/** Everything that calls a frame and everything it calls, merged over all its places in the tree. */
export interface Neighbours {
  readonly name: string;
  readonly file: string;
  readonly flat: Pair;
  readonly cum: Pair;
  readonly callers: readonly Neighbour[];
  readonly callees: readonly Neighbour[];
}

/** A source file that stacks pass through, and one of its functions, which helps to find it. */
export interface SourceUse {
  readonly file: string;
  readonly functionName: string;
}

/**
 * Growth as it is noted in source, of a line or of a function (`line` 0). `flat`: allocated there. `called`: allocated
 * in someone else's function, by a call from this line, which is the innermost of the reader's own files on those
 * stacks. No stack counts as both for one place, nor as `called` for two.
 */
export interface Growth {
  readonly kind: 'flat' | 'called';
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Line of the function's declaration, 0 when unknown. */
  readonly startLine: number;
  readonly value: Pair;
  /** Its increase ÷ the whole diff's increase, 0 … 1. */
  readonly share: number;
  readonly objects: Pair | null;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
  /** Lines that call the function, at most three, by |delta| descending. */
  readonly callers: readonly Neighbour[];
  /** `called`: the functions that allocate, at most three, by |delta| descending, line 0. */
  readonly allocators: readonly Neighbour[];
  /** Function names of its largest stack, the allocating one first; of the largest places only, else empty. */
  readonly stack: readonly string[];
}

/** What changed beyond sampling noise, by |delta| descending. */
export interface SourceGrowth {
  readonly unit: string;
  readonly lines: readonly Growth[];
  readonly functions: readonly Growth[];
}
