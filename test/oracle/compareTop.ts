import { readFileSync } from 'node:fs';
import { type ExactRow, exactTable } from '../../src/core/answers/exactTable.ts';
import { Looks } from '../../src/core/answers/looks.ts';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import type { Granularity } from '../../src/core/names/granularity.ts';
import { type Filter, noFilter } from '../../src/core/stacks/filterFields.ts';
import { plain } from '../fixtures/realProfiles.ts';
import { pprofTop, type TopRows } from './pprof.ts';

/** Two files that are compared again and again, or one alone. */
export interface Pair {
  readonly base: string | null;
  readonly current: string;
  readonly looks: Looks;
}

export function openPair(base: string | null, current: string): Pair {
  const profiles = [...(base === null ? [] : [base]), current].map(path =>
    readProfile(plain(readFileSync(path))),
  );
  return { base, current, looks: new Looks(profiles) };
}

/** What to ask of both. `flag` is pprof's granularity; by `-functions` pprof merges equal names of several files. */
export interface Question {
  readonly sampleType: string;
  readonly flag: '-functions' | '-filefunctions' | '-lines' | '-files';
  readonly how?: '-base' | '-diff_base';
  readonly normalize?: boolean;
  readonly filter?: Partial<Filter>;
  /** The files that pprof reads, where they are not the pair's own. */
  readonly copies?: readonly [base: string, current: string];
}

export interface Answer {
  /** Rows that either side has. */
  readonly rows: number;
  /** Rows that differ, as text. */
  readonly different: readonly string[];
}

const granularityOf: Record<Question['flag'], Granularity> = {
  '-functions': 'functions',
  '-filefunctions': 'functions',
  '-lines': 'lines',
  '-files': 'files',
};

const flags: Record<keyof Filter, string> = {
  focus: '-focus',
  ignore: '-ignore',
  hide: '-hide',
  show: '-show',
  showFrom: '-show_from',
  tagFocus: '-tagfocus',
  tagIgnore: '-tagignore',
};

/** What pprof is told of a filter. */
export function flagsOf(filter: Partial<Filter>): string[] {
  return Object.entries(filter).map(([name, text]) => `${flags[name as keyof Filter]}=${text}`);
}

/** Compares every row's flat and cum delta with pprof's, to the byte. */
export async function compareTop(pair: Pair, question: Question): Promise<Answer> {
  const { sampleType, flag, how = '-base', normalize = false, filter = {}, copies } = question;
  const [base, current] = copies ?? [pair.base, pair.current];
  const theirs = await pprofTop([
    flag,
    `-sample_index=${sampleType}`,
    ...(normalize ? ['-normalize'] : []),
    ...flagsOf(filter),
    ...(base === null ? [] : [`${how}=${base}`]),
    current,
  ]);
  const ours = ourRows(pair, question);
  const nothing = { flat: 0n, cum: 0n };
  const names = new Set([...theirs.keys(), ...ours.keys()]);
  const different: string[] = [];
  for (const name of names) {
    const their = theirs.get(name) ?? nothing;
    const our = ours.get(name) ?? nothing;
    // Cum of names that stand in several files cannot be summed: a stack may pass through more than one.
    const cumDiffers = flag !== '-functions' && their.cum !== our.cum;
    if (their.flat !== our.flat || cumDiffers) {
      different.push(`${name}: pprof ${their.flat} ${their.cum}, ours ${our.flat} ${our.cum}`);
    }
  }
  return { rows: names.size, different };
}

/** The rows of the Top table, named as pprof prints them. */
export function ourRows(pair: Pair, { sampleType, flag, normalize = false, filter = {} }: Question): TopRows {
  const look = pair.looks.at({
    sampleType,
    granularity: granularityOf[flag],
    normalize,
    filter: { ...noFilter, ...filter },
  });
  return asPrinted(exactTable(look.comparison, look.merged, look.type, normalize).rows, flag);
}

function asPrinted(rows: readonly ExactRow[], flag: Question['flag']): TopRows {
  const printed = new Map<string, { flat: bigint; cum: bigint }>();
  for (const { name, file, line, flat, cum } of rows) {
    const where = line !== 0 ? `${file}:${line}` : file;
    const text = flag === '-functions' || flag === '-files' ? name : `${name} ${where}`.trim();
    const known = printed.get(text) ?? { flat: 0n, cum: 0n };
    printed.set(text, {
      flat: known.flat + flat.current - flat.base,
      cum: known.cum + cum.current - cum.base,
    });
  }
  return printed;
}
