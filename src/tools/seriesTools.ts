import { baseName } from '../core/displayName.ts';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import { barePlace } from '../core/names/place.ts';
import { oneAhead } from '../core/reduce/oneAhead.ts';
import { type CaptureNote, seriesFileName } from '../core/series/captureNotes.ts';
import type { LeftOut, SeriesAnswer } from '../core/series/series.ts';
import { tellSeriesEvidence } from '../core/tell/tellEvidence.ts';
import { tellFix } from '../core/tell/tellFix.ts';
import { type FoundSeriesSite, tellSeries } from '../core/tell/tellSeries.ts';
import type { Told } from '../core/tell/told.ts';
import type { SeriesClient } from '../engine/series/seriesClient.ts';
import type { SeriesParams } from '../engine/series/seriesMessages.ts';
import { notesIn } from './captureNotes.ts';
import { type Surroundings, ToolError } from './surroundings.ts';
import type { ToolInput } from './toolInput.ts';

const mostSites = 5;

/** Reads captures into the engine; what cannot be read is named and left out. Throws `ToolError` where none can. */
async function add(
  engine: SeriesClient,
  given: readonly string[],
  settled: readonly string[],
  around: Surroundings,
): Promise<SeriesParams> {
  const files: string[] = [];
  const names: [string, string][] = [];
  const leftOut: LeftOut[] = [];
  const metrics: string[] = [];
  const notes = new Map<string, CaptureNote>();
  for (const { item: file, reading } of oneAhead(await around.expand(given), around.read)) {
    try {
      const { path, name, bytes } = await reading;
      if (name === seriesFileName) {
        for (const [of, note] of notesIn({ path, bytes })) notes.set(of, note);
        continue;
      }
      if (isBeside(name)) {
        await engine.addMetrics({ file: path, bytes, limits: around.limits });
        metrics.push(path);
        continue;
      }
      await engine.add({ file: path, bytes, limits: around.limits, sampleType: null }, around.scripts);
      files.push(path);
      names.push([path, name]);
    } catch (error) {
      leftOut.push({ file, why: whyNot(error, file) });
    }
  }
  if (files.length === 0) {
    throw new ToolError(
      leftOut[0]?.why ??
        'There is no profile in what was given. Give the paths of profiles, or a folder that has some.',
    );
  }
  const after = settled.length === 0 ? [] : await around.expand(settled);
  const strange = after.find(file => !files.includes(file));
  if (strange !== undefined)
    throw new ToolError(`${strange} is settled, but none of the captures. Give it among files too.`);
  const noted = files.filter(file => notes.get(file)?.settled === true);
  const goroutines = files.flatMap(file => {
    const note = notes.get(file);
    return note === undefined ? [] : [[file, note] as const];
  });
  return {
    files,
    beside: { settled: [...after, ...noted], goroutines, names, leftOut, known: await around.known() },
    metrics,
    limit: null,
  };
}

/** A file that lies beside captures, with what was measured beside them, or noted of them. */
export function isBeside(name: string): boolean {
  return /\.csv$/i.test(name) || baseName(name) === seriesFileName;
}

function whyNot(error: unknown, file: string): string {
  if (error instanceof ProfileError) return errorSentence(error, { base: null, current: file }, raise);
  if (error instanceof ToolError) return error.message;
  throw error;
}

function raise(): string {
  return 'the limit, which this tool cannot: compare it with heap-diff --limit';
}

/** Ends the engine with the use of it. */
async function withSeries(around: Surroundings, use: (engine: SeriesClient) => Promise<Told>): Promise<Told> {
  const engine = around.seriesEngine();
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

/** What became of a heap over time. */
export function seriesTool(
  { files, settled }: ToolInput<'heap_over_time'>,
  around: Surroundings,
): Promise<Told> {
  return withSeries(around, async engine => {
    const { answer } = await engine.ask('answer', await add(engine, files, settled ?? [], around));
    return tellSeries(answer, await foundSites(answer, around));
  });
}

async function foundSites({ sites }: SeriesAnswer, around: Surroundings): Promise<FoundSeriesSite[]> {
  return Promise.all(
    sites.slice(0, mostSites).map(async site => ({
      site,
      at: await around.find(barePlace(site)),
      own: site.calledFrom && (await around.find(site.calledFrom)),
    })),
  );
}

/** What more than two captures cannot tell. */
export function seriesEvidence(paths: readonly string[], around: Surroundings): Promise<Told> {
  return withSeries(around, async engine => {
    const params = await add(engine, paths, [], around);
    const { answer } = await engine.ask('answer', params);
    const notices = [...answer.notices, ...answer.leftOut.map(({ why }) => why)];
    const names = answer.captures.map(({ name }) => name);
    return tellSeriesEvidence(names, answer.gaps, notices, [
      { tool: 'heap_over_time', arguments: { files: paths }, why: 'says what became of the heap.' },
    ]);
  });
}

/** Whether a change has stopped the growth. */
export function fixTool({ before, after }: ToolInput<'verify_fix'>, around: Surroundings): Promise<Told> {
  return withSeries(around, async engine => {
    const params = {
      before: await add(engine, before, [], around),
      after: await add(engine, after, [], around),
    };
    const { before: one, after: other, verdict } = await engine.ask('verify', params);
    const suspects = await Promise.all(verdict.sites.map(site => around.find(barePlace(site))));
    return tellFix(one, other, verdict, suspects);
  });
}
