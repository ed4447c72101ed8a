import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { Growth } from '../core/answers/growth.ts';
import type { ViewOptions } from '../core/answers/looks.ts';
import type { Suspect, View } from '../core/answers/requests.ts';
import type { Site } from '../core/answers/sites.ts';
import { localName } from '../core/displayName.ts';
import { isAside } from '../core/known/aside.ts';
import type { Place } from '../core/names/place.ts';
import { leaksNotices } from '../core/series/goroutines.ts';
import { noFilter } from '../core/stacks/filterFields.ts';
import type { FoundSite } from '../core/tell/foundSite.ts';
import { type ComparisonFacts, tellComparison } from '../core/tell/tellComparison.ts';
import { tellEvidence } from '../core/tell/tellEvidence.ts';
import { tellSite } from '../core/tell/tellSite.ts';
import { cutName, type Told } from '../core/tell/told.ts';
import type { FoundPlace } from '../core/tell/toldPlace.ts';
import { notesBeside } from './captureNotes.ts';
import { excerptOf, growthIn, isGrowthOf, sourcesIn } from './excerpts.ts';
import type { OpenedPair } from './openedPair.ts';
import { type SourceAround, type Surroundings, ToolError } from './surroundings.ts';
import type { ToolInput } from './toolInput.ts';

const usualTop = 5;
/** As many as the engine looks at closely. */
const mostSites = 200;
/** Files that are looked for, to tell the reader's own code; the others have the least change. */
const mostSources = 500;
const mostCallers = 3;
const mostOwn = 4;

interface PairInput {
  readonly base: string;
  readonly current: string;
  readonly sampleType?: string | undefined;
  readonly focus?: string | undefined;
}

/** Opens a pair for as long as `use` takes. */
async function withPair(
  { base, current, sampleType, focus }: PairInput,
  around: Surroundings,
  use: (pair: OpenedPair) => Promise<Told>,
): Promise<Told> {
  const files = [await around.read(base), await around.read(current)];
  const engine = around.pairEngine();
  try {
    const opened = await engine.open({
      files: files.map(({ name, bytes }) => ({ name, bytes })),
      order: 'byTime',
      limits: around.limits,
    });
    await engine.request('known', { leaks: await around.known() });
    const scripts = await engine.request('scripts', {});
    const info = (await engine.leadToSource(scripts, around.scripts)) ?? opened;
    const filter = { ...noFilter, focus: focus ?? '' };
    const type = sampleType ?? info.defaultSampleType;
    if (!info.sampleTypes.some(each => each.type === type)) {
      const all = info.sampleTypes.map(each => cutName(each.type)).join(', ');
      throw new ToolError(
        `There is no sample type ${cutName(type)} in both files. Call again with one of ${all}, or without.`,
      );
    }
    const [one, other] = files.map(({ path }) => path);
    const [first = '', second = ''] = info.reordered ? [other, one] : [one, other];
    const options: ViewOptions = { sampleType: type, granularity: 'functions', normalize: false, filter };
    const leaks = leaksNotices(await notesBeside([first, second], around), first, second);
    const told = { ...info, notices: [...info.notices, ...leaks] };
    return await use({ engine, info: told, options, base: first, current: second });
  } finally {
    engine.dispose();
  }
}

/** Has the engine tell the reader's own code from libraries'. Which of the pair's sources are their own, the folders are asked. */
async function tellOwn(
  { engine }: OpenedPair,
  sources: readonly Place[],
  around: Surroundings,
): Promise<void> {
  const own = await around.own(sources.slice(0, mostSources));
  if (own.length > 0) await engine.request('own', { files: own });
}

/** What grew between two profiles. */
export function compareTool(input: ToolInput<'compare_heap_profiles'>, around: Surroundings): Promise<Told> {
  return withPair(input, around, async pair => {
    await tellOwn(pair, await sourcesIn(pair), around);
    const view = await pair.engine.request('view', { options: pair.options, root: null });
    return tellComparison(await comparisonFacts(pair, view, around, input.top));
  });
}

/** What is known of a pair, with the places of its `top` sites. */
export async function comparisonFacts(
  { engine, info, options, base, current }: OpenedPair,
  { total, evidence, unit }: Pick<View, 'total' | 'evidence' | 'unit'>,
  around: SourceAround,
  top = usualTop,
): Promise<ComparisonFacts> {
  const headline = await engine.request('headline', { options });
  const all = await engine.request('suspects', { options, by: 'site', limit: mostSites });
  const grown = all.filter(site => !isAside(site));
  const told = grown.slice(0, top);
  const sum = (sites: readonly Site[]): number => sites.reduce((sum, { share }) => sum + share, 0);
  return {
    base,
    current,
    info,
    type: { type: options.sampleType, unit },
    options,
    headline,
    total,
    evidence,
    sites: await Promise.all(told.map(site => found(site, around))),
    aside: await Promise.all(all.filter(isAside).map(site => found(site, around))),
    siteCount: grown.length,
    shareTold: sum(told),
    shareBeyondNoise: sum(all),
  };
}

async function found(site: Suspect, around: SourceAround): Promise<FoundSite> {
  return {
    site,
    at: await around.find(site),
    own: site.own && (await around.find(site.own)),
    askers: await findAll(site.askers, around),
  };
}

/** One site of a pair. */
export function explainTool(input: ToolInput<'explain_growth'>, around: Surroundings): Promise<Told> {
  return withPair(input, around, async pair => {
    const { engine, info, options, base, current } = pair;
    const sources = await sourcesIn(pair);
    await tellOwn(pair, sources, around);
    const sites = await engine.request('suspects', { options, by: 'site', limit: mostSites });
    const site = siteNamed(sites, input.site);
    const headline = await engine.request('headline', { options });
    const told = await found(site, around);
    const growth = await growthIn(pair, sources, [told]);
    const isOf = (each: Growth): boolean => isGrowthOf(each, site);
    const whole = growth.functions.find(isOf);
    return tellSite({
      base,
      current,
      found: told,
      lines: growth.lines.filter(isOf).slice(0, usualTop),
      callers: await findAll(whole?.callers.slice(0, mostCallers) ?? [], around),
      own: (await findAll(whole?.stack ?? [], around)).filter(({ isFound }) => isFound).slice(0, mostOwn),
      excerpt: await excerptOf(told, growth, around),
      headline,
      type: info.sampleTypes.find(({ type }) => type === options.sampleType) ?? { type: '', unit: '' },
      types: info.sampleTypes,
    });
  });
}

function findAll(places: readonly Place[], around: SourceAround): Promise<FoundPlace[]> {
  return Promise.all(places.map(place => around.find(place)));
}

/** By its whole name, else by the last part of it, where only one site has that. Throws `ToolError` that names those there are. */
function siteNamed(sites: readonly Suspect[], wanted: string): Suspect {
  const whole = sites.find(({ name }) => name === wanted);
  if (whole !== undefined) return whole;
  const parts = sites.filter(
    ({ name }) => localName(name) === wanted || name.endsWith(wanted) || cutName(name) === wanted,
  );
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return only;
  const some = (only === undefined ? sites : parts)
    .slice(0, usualTop)
    .map(({ name }) => cutName(name))
    .join('; ');
  if (sites.length === 0) {
    throw new ToolError(
      `No allocation site grew beyond sampling noise, so there is no growth of ${cutName(wanted)} to explain. check_evidence says what these files cannot tell.`,
    );
  }
  throw new ToolError(
    only === undefined
      ? `${cutName(wanted)} is no allocation site that grew beyond sampling noise. Call again with one of: ${some}.`
      : `${cutName(wanted)} is the name of ${parts.length} sites. Call again with one of: ${some}.`,
  );
}

/** What two profiles, or one, cannot tell. */
export async function pairEvidence(paths: readonly string[], around: Surroundings): Promise<Told> {
  const [base = '', current] = paths;
  if (current !== undefined) {
    return withPair(
      { base, current },
      around,
      async ({ engine, info, options, base: first, current: second }) => {
        const headline = await engine.request('headline', { options });
        return tellEvidence({
          files: [...(info.base === null ? [] : [info.base]), info.current],
          kind: headline.kind,
          type: typeOf(info, options.sampleType),
          types: info.sampleTypes,
          notices: info.notices,
          gaps: headline.gaps,
          next: [
            {
              tool: 'compare_heap_profiles',
              arguments: { base: first, current: second },
              why: 'says what grew.',
            },
          ],
        });
      },
    );
  }
  const { name, bytes } = await around.read(base);
  const engine = around.pairEngine();
  try {
    const info = await engine.open({ files: [{ name, bytes }], order: 'asGiven', limits: around.limits });
    const options: ViewOptions = {
      sampleType: info.defaultSampleType,
      granularity: 'functions',
      normalize: false,
      filter: noFilter,
    };
    const headline = await engine.request('headline', { options });
    const { notices, sampleTypes: types } = info;
    const type = typeOf(info, info.defaultSampleType);
    const { kind, gaps } = headline;
    return tellEvidence({ files: [info.current], kind, type, types, notices, gaps, next: [] });
  } finally {
    engine.dispose();
  }
}

function typeOf({ sampleTypes }: DiffInfo, name: string): { readonly type: string; readonly unit: string } {
  return sampleTypes.find(({ type }) => type === name) ?? { type: name, unit: '' };
}
