import { type ChildRun, runChild, timeGoPprof, workerScript } from './child.ts';
import { median } from './median.ts';
import type { GeneratedPair } from './profiles/pair.ts';
import { type Measured, type Target, targets } from './targets.ts';

/** How often each thing is measured; each number is a median. */
export interface Repeats {
  readonly ours: number;
  /** Runs of `go tool pprof`, which takes minutes on the largest pair. */
  readonly go: number;
}

interface Peak {
  readonly peakBytes: number;
}

interface OpenResult extends Peak {
  /** When the first view was there, in milliseconds since 1970. */
  readonly modelAt: number;
  readonly openMs: number;
  readonly viewMs: number;
  readonly blockMs: number;
  readonly blockOwnMs: number;
  readonly nodes: number;
  readonly treeBytes: number;
  readonly frameBytes: number;
}

interface TimedResult extends Peak {
  readonly ms: number;
}

/** What one size told about opening; the slope needs two of them. */
export interface Opened {
  readonly rows: readonly Measured[];
  readonly modelMs: number;
  readonly rawBytes: number;
}

/** Opens the pair in cold processes, in alternation with `go tool pprof` and with gunzip of the same files. */
export function measureOpen(pair: GeneratedPair, repeats: Repeats): Opened {
  const files = [pair.base.path, pair.current.path];
  const rawBytes = pair.base.rawBytes + pair.current.rawBytes;
  const opened: ChildRun<OpenResult>[] = [];
  const empty: ChildRun<Peak>[] = [];
  const gunzipMs: number[] = [];
  const goMs: number[] = [];
  for (let round = 0; round < repeats.ours; round++) {
    opened.push(runChild<OpenResult>('open', [workerScript, ...files]));
    gunzipMs.push(runChild<TimedResult>('gunzip', files).result.ms);
    empty.push(runChild<Peak>('empty', []));
    if (round < repeats.go) goMs.push(timeGoPprof(['-top', '-base', ...files]));
  }
  const middle = (of: (run: ChildRun<OpenResult>) => number) => median(opened.map(of));
  const modelMs = middle(({ spawnedAt, result }) => result.modelAt - spawnedAt);
  const aboveEmpty = middle(run => run.result.peakBytes) - median(empty.map(run => run.result.peakBytes));
  const nodes = middle(run => run.result.nodes);
  const treeBytes = middle(run => run.result.treeBytes);
  const frameBytes = middle(run => run.result.frameBytes);
  const row = rowsOf(pair, repeats.ours);
  return {
    modelMs,
    rawBytes,
    rows: [
      ...row(targets.openGo, median(goMs) / modelMs, `${seconds(median(goMs))} against ${seconds(modelMs)}`),
      ...row(
        targets.openGunzip,
        modelMs / median(gunzipMs),
        `${seconds(modelMs)}, of it open ${seconds(middle(run => run.result.openMs))} and view ${seconds(middle(run => run.result.viewMs))}, against ${seconds(median(gunzipMs))}`,
      ),
      ...row(
        targets.memory,
        aboveEmpty / rawBytes,
        `${megabytes(aboveEmpty)} for ${megabytes(rawBytes)} raw`,
      ),
      ...row(
        targets.nodeBytes,
        treeBytes / nodes,
        `${megabytes(treeBytes)} of columns; ${megabytes(frameBytes)} of names beside them`,
      ),
      ...row(targets.nodes, nodes, ''),
      ...row(
        targets.hostBlock,
        middle(run => run.result.blockMs),
        `of it ${middle(run => run.result.blockOwnMs).toFixed(1)} ms its own work, the rest waiting for a processor`,
      ),
    ],
  };
}

/** The exponent of time over size between two pairs. */
export function measureSlope(smaller: Opened, larger: Opened, repeats: Repeats): readonly Measured[] {
  const slope = Math.log(larger.modelMs / smaller.modelMs) / Math.log(larger.rawBytes / smaller.rawBytes);
  const note = `${seconds(smaller.modelMs)} → ${seconds(larger.modelMs)} for ${(larger.rawBytes / smaller.rawBytes).toFixed(2)} × the bytes`;
  const target = targets.slope('XL');
  return target === undefined ? [] : [{ ...target, value: slope, runs: repeats.ours, note }];
}

/** Decodes the base in fresh processes, in alternation with pprof-format. */
export function measureDecode(pair: GeneratedPair, repeats: Repeats): readonly Measured[] {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < repeats.ours; round++) {
    ours.push(runChild<TimedResult>('decode', [pair.base.path]).result.ms);
    theirs.push(runChild<TimedResult>('decodePprofFormat', [pair.base.path]).result.ms);
  }
  const note = `${Math.round(median(theirs))} ms against ${Math.round(median(ours))} ms`;
  return rowsOf(pair, repeats.ours)(targets.decode, median(theirs) / median(ours), note);
}

/** Finds the smallest of some heaps under which the pair opens; NaN when it opens under none. */
export function measureHeap(pair: GeneratedPair): readonly Measured[] {
  const target = targets.heap(pair.size);
  if (target === undefined) return [];
  const opensUnder = (megabytes: number): boolean => {
    try {
      const args = [workerScript, pair.base.path, pair.current.path];
      runChild<OpenResult>('open', args, [`--max-old-space-size=${megabytes}`]);
      return true;
    } catch {
      return false;
    }
  };
  const least = [512, target.aim, target.atLeast].find(opensUnder) ?? Number.NaN;
  return rowsOf(pair, 1)(targets.heap, least, 'tried: 512, 1024, 2048');
}

interface SeriesResult extends Peak {
  readonly reducedMs: number;
  readonly answerMs: number;
}

const seriesCaptures = 200;

/** Decodes and reduces a series of captures, and judges it. */
export function measureSeries(pair: GeneratedPair, repeats: Repeats): readonly Measured[] {
  if (targets.series(pair.size) === undefined) return [];
  const args = [pair.base.path, pair.current.path, String(seriesCaptures)];
  const runs = Array.from({ length: repeats.ours }, () => runChild<SeriesResult>('series', args).result);
  const middle = (of: (run: SeriesResult) => number) => median(runs.map(of));
  const note = `of ${pair.base.samples.toLocaleString('en')} samples each; of it ${Math.round(middle(run => run.answerMs))} ms to judge; ${megabytes(middle(run => run.peakBytes))} resident at most`;
  return rowsOf(pair, repeats.ours)(
    targets.series,
    middle(run => run.reducedMs + run.answerMs),
    note,
  );
}

interface SwitchResult {
  readonly sampleType: readonly number[];
  readonly granularity: readonly number[];
  readonly filter: readonly number[];
  readonly tree: readonly number[];
  readonly width: readonly number[];
}

/** Times changes of options on an open pair; of each kind the slowest change counts. */
export function measureSwitch(pair: GeneratedPair, repeats: Repeats): readonly Measured[] {
  if (targets.switchType(pair.size) === undefined) return [];
  const runs = Array.from(
    { length: repeats.ours },
    () => runChild<SwitchResult>('switch', [workerScript, pair.base.path, pair.current.path]).result,
  );
  const row = rowsOf(pair, repeats.ours);
  const slowest = (of: (run: SwitchResult) => readonly number[]) =>
    median(runs.map(run => Math.max(...of(run))));
  return [
    ...row(
      targets.switchType,
      slowest(run => run.sampleType),
      'to the slowest of the others',
    ),
    ...row(
      targets.switchGranularity,
      slowest(run => run.granularity),
      'to lines, files or packages, whichever is slowest',
    ),
    ...row(
      targets.switchFilter,
      slowest(run => run.filter),
      'hide',
    ),
    ...row(
      targets.switchTree,
      slowest(run => run.tree),
      'inverted, recursion as one frame, callers and callees, whichever is slowest',
    ),
    ...row(
      targets.switchWidth,
      slowest(run => run.width),
      'layout in the webview',
    ),
  ];
}

interface ExportResult extends Peak {
  readonly ms: number;
  readonly moreBytes: number;
  readonly savedBytes: number;
}

/** Saves an open pair as the file that pprof opens as a diff. */
export function measureExport(pair: GeneratedPair, repeats: Repeats): readonly Measured[] {
  if (targets.exportTime(pair.size) === undefined) return [];
  const args = [workerScript, pair.base.path, pair.current.path];
  const runs = Array.from({ length: repeats.ours }, () => runChild<ExportResult>('export', args).result);
  const middle = (of: (run: ExportResult) => number) => median(runs.map(of));
  const row = rowsOf(pair, repeats.ours);
  return [
    ...row(
      targets.exportTime,
      middle(run => run.ms),
      `${megabytes(middle(run => run.savedBytes))}`,
    ),
    ...row(targets.exportMemory, middle(run => run.moreBytes) / 1e6, ''),
  ];
}

/** Makes rows of a pair's size: none where the target has no goal at that size. */
export function rowsOf(pair: GeneratedPair, runs: number) {
  return (
    of: (size: GeneratedPair['size']) => Target | undefined,
    value: number,
    note: string,
  ): readonly Measured[] => {
    const target = of(pair.size);
    return target === undefined ? [] : [{ ...target, value, runs, note }];
  };
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
