import type { Size } from './profiles/pair.ts';

/** The groups of rows that `--rows` can name. */
export const rowGroups = [
  'open',
  'decode',
  'heap',
  'switch',
  'export',
  'series',
  'frame',
  'host',
  'metrics',
  'tools',
  'click',
  'sizes',
] as const;
export type RowGroup = (typeof rowGroups)[number];

/** One line of the table: what has to be reached, and what is aimed for. */
export interface Target {
  readonly what: string;
  /** Of the pair of profiles; or of a source file, or of a CSV; or the sample service's; or of what is built. */
  readonly size: Size | '4 MB' | '1 M rows' | 'sample' | 'built';
  readonly unit: '×' | 'ms' | 'MB' | 'kB' | 'B' | '' | 'nodes';
  /** Whether a larger number is better. */
  readonly better: 'more' | 'less';
  readonly atLeast: number;
  readonly aim: number;
}

export interface Measured extends Target {
  /** The median; NaN when the thing measured failed. */
  readonly value: number;
  /** How many times it was measured. */
  readonly runs: number;
  /** The absolute numbers behind a ratio, in words. */
  readonly note: string;
}

export type Verdict = 'aim' | 'at least' | 'MISSED';

export function verdictOf(row: Measured): Verdict {
  const reaches = (goal: number) => (row.better === 'more' ? row.value >= goal : row.value <= goal);
  return reaches(row.aim) ? 'aim' : reaches(row.atLeast) ? 'at least' : 'MISSED';
}

const more = (what: string, unit: Target['unit'], goals: Partial<Record<Size, readonly [number, number]>>) =>
  expand(what, unit, 'more', goals);
const less = (what: string, unit: Target['unit'], goals: Partial<Record<Size, readonly [number, number]>>) =>
  expand(what, unit, 'less', goals);

function expand(
  what: string,
  unit: Target['unit'],
  better: Target['better'],
  goals: Partial<Record<Size, readonly [number, number]>>,
): (size: Size) => Target | undefined {
  return size => {
    const goal = goals[size];
    return goal && { what, size, unit, better, atLeast: goal[0], aim: goal[1] };
  };
}

/** How long it takes in a real VS Code from a click on until a picture. */
const wait = (what: string, unit: 'ms' | '×', [atLeast, aim]: readonly [number, number]): Target => ({
  what: `from the click to the first flame graph, ${what}`,
  size: 'sample',
  unit,
  better: 'less',
  atLeast,
  aim,
});
/** How long the extension host is held up in a real VS Code, with a source file of 4 MB. */
const held = (what: string): Target => ({
  what,
  size: '4 MB',
  unit: 'ms',
  better: 'less',
  atLeast: 50,
  aim: 16,
});
/** How large something is that is made, in 1,000 bytes. */
const made = (what: string, [atLeast, aim]: readonly [number, number]): Target => ({
  what,
  size: 'built',
  unit: 'kB',
  better: 'less',
  atLeast,
  aim,
});

const frame = (what: string) =>
  less(`one frame of the flame graph, ${what}`, 'ms', { M: [8, 4], L: [16, 8] });
const change = (what: string) => less(`switch of ${what}`, 'ms', { L: [1000, 300] });

/** What is measured, by the sizes it has a target at: at least, aim. */
export const targets = {
  openGo: more('open → model, cold process, faster than go tool pprof -top -base', '×', {
    M: [5, 10],
    L: [10, 20],
    XL: [12, 25],
  }),
  openGunzip: less('open → model, cold process, against gunzip of both files', '×', {
    M: [16, 8],
    L: [9, 4],
  }),
  decode: more('decode alone, faster than pprof-format', '×', { M: [4, 8], L: [6, 12] }),
  memory: less('peak memory above an empty process, in both raw files', '×', { M: [8, 5], L: [6, 3] }),
  heap: less('JavaScript heap under which it opens', 'MB', { XL: [2048, 1024] }),
  slope: less('log-slope of time, L → XL', '', { XL: [1.1, 1] }),
  frameFull: frame('full view'),
  frameZoom: frame('during zoom'),
  framePan: frame('during pan'),
  nodeBytes: less('bytes a node, host → webview', 'B', { M: [28, 20], L: [28, 20] }),
  nodes: less('nodes at first paint', 'nodes', { M: [100_000, 50_000], L: [100_000, 50_000] }),
  switchType: change('sample type'),
  switchGranularity: change('granularity'),
  switchFilter: change('filter'),
  switchTree: less('switch of tree', 'ms', { L: [2000, 1000] }),
  switchWidth: change('width'),
  exportTime: less('save the pair for pprof, as .pb.gz', 'ms', { L: [4000, 2000] }),
  exportMemory: less('memory more than when open, while saving for pprof', 'MB', { L: [600, 400] }),
  series: less('200 captures → series, processor time', 'ms', { S: [10_000, 5_000] }),
  hostBlock: less('longest block of the host while opening', 'ms', { M: [50, 16], L: [50, 16] }),
  hostHover: held('longest block of the host while hovering and following drift'),
  hostOurs: held('of it the longest of Heap Diff itself, with all that it calls'),
  metrics: {
    what: 'a CSV of RSS and requests, read',
    size: '1 M rows',
    unit: 'ms',
    better: 'less',
    atLeast: 4000,
    aim: 1500,
  } satisfies Target,
  click: wait('on a machine', 'ms', [1_000, 500]),
  clickWeb: wait('in a browser', 'ms', [1_500, 750]),
  clickRatio: wait('in a browser against on a machine', '×', [2, 1.2]),
  packageSize: made('the package (VSIX)', [3_000, 2_300]),
  machineSize: made('code of the extension and its threads, on a machine', [1_200, 1_000]),
  webSize: made('code of the extension and its threads, in a browser', [1_200, 1_000]),
  pageSize: made('code of the pages, with their toolkits', [700, 500]),
  serverSize: made('code of the MCP server', [500, 300]),
} as const;
