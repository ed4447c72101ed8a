import type { KnownLeak } from '../../core/known/knownLeaks.ts';
import type { LeftOut, SeriesSite } from '../../core/series/series.ts';
import type { SeriesQuestion } from '../../engine/series/seriesClient.ts';
import type { SeriesMethods, SeriesParams } from '../../engine/series/seriesMessages.ts';
import type { SeriesState, SeriesToWebview, ShownSeries } from '../../seriesProtocol.ts';
import type { FolderNote } from '../files/folderNotes.ts';
import { shownSeries } from './shownSeries.ts';

/** What a page is told of a series, by the captures' addresses. */
export type SeriesNews = Extract<SeriesToWebview, { type: 'series' }>;

/** A capture by its address, and what it is called. */
export interface NamedCapture {
  readonly file: string;
  readonly name: string;
}

/** Captures that were read, those of a second series again in `after`, and the thread that holds them. */
export interface SeriesReading {
  readonly files: readonly NamedCapture[];
  readonly after: readonly NamedCapture[];
  readonly leftOut: readonly LeftOut[];
  ask<M extends SeriesQuestion>(
    method: M,
    params: SeriesMethods[M]['params'],
  ): Promise<SeriesMethods[M]['result']>;
}

/** What a series comes to at its sites. */
export type JudgedSeries = Pick<ShownSeries, 'sites' | 'sampleType'>;

/** What is to be said of a series, or of two. Rejects when the reading is disposed. */
export async function seriesNews(
  reading: SeriesReading,
  state: SeriesState,
  notes: ReadonlyMap<string, FolderNote>,
  remarks: readonly string[],
  known: readonly KnownLeak[],
): Promise<SeriesNews> {
  const of = (captures: readonly NamedCapture[]): SeriesParams =>
    paramsOf(captures, reading, state, notes, known);
  const verified = async (
    before: readonly NamedCapture[],
    after: readonly NamedCapture[],
  ): Promise<SeriesNews['fix']> => {
    const fix = await reading.ask('verify', { before: of(before), after: of(after) });
    return { ...fix, before: shownSeries(fix.before, notes), after: shownSeries(fix.after, notes) };
  };
  if (state.after.length > 0) {
    const after = new Set(reading.after);
    const before = reading.files.filter(file => !after.has(file));
    return { type: 'series', answer: null, fix: await verified(before, reading.after), beside: [], remarks };
  }
  const { answer: series, beside } = await reading.ask('answer', of(reading.files));
  const answer = shownSeries(series, notes);
  const order = answer.captures.map(({ file }) => file);
  const at = state.fixedFrom === null ? -1 : order.indexOf(state.fixedFrom);
  const isBefore = (each: NamedCapture): boolean => order.indexOf(each.file) < at;
  const fix =
    at < 0
      ? null
      : await verified(
          reading.files.filter(isBefore),
          reading.files.filter(each => !isBefore(each)),
        );
  return {
    type: 'series',
    answer,
    fix,
    beside: [...beside.lines],
    remarks: [...remarks, ...beside.sentences],
  };
}

/** Sites that the page was told of: nothing else of it is opened. */
export function sitesOf({ answer, fix }: SeriesNews): readonly SeriesSite[] {
  return [answer, fix?.before, fix?.after].flatMap(series => series?.sites ?? []);
}

/** What is noted at lines: of two series the one after the fix. Null where nothing is. */
export function judgedBy({ answer, fix }: SeriesNews): JudgedSeries | null {
  return answer ?? fix?.after ?? null;
}

function paramsOf(
  captures: readonly NamedCapture[],
  { leftOut }: SeriesReading,
  { settled, unsettled, metrics, limit }: SeriesState,
  notes: ReadonlyMap<string, FolderNote>,
  known: readonly KnownLeak[],
): SeriesParams {
  const named = captures.map(({ file, name }) => ({ file, name, note: notes.get(file) }));
  const files = named.map(({ file }) => file);
  return {
    files,
    beside: {
      settled: named
        .filter(
          ({ file, note }) => settled.includes(file) || (note?.settled === true && !unsettled.includes(file)),
        )
        .map(({ file }) => file),
      goroutines: named.flatMap(({ file, note }) => {
        if (note === undefined) return [];
        const { goroutines, leakedGoroutines } = note;
        return [[file, { goroutines, leakedGoroutines }] as const];
      }),
      names: named.map(({ file, name, note }) => [file, note?.name || name]),
      leftOut: leftOut.filter(({ file }) => files.includes(file)),
      known,
    },
    metrics: metricsFiles(files, notes, metrics),
    limit,
  };
}

/** Files with metrics: those that folders name beside captures, and those that were added. */
export function metricsFiles(
  captures: readonly string[],
  notes: ReadonlyMap<string, FolderNote>,
  added: readonly string[],
): readonly string[] {
  return [...new Set([...captures.flatMap(file => notes.get(file)?.metrics ?? []), ...added])];
}
