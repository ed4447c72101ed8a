import type { ExactPair, ExactTable } from '../answers/exactTable.ts';
import type { Headline } from '../answers/headline.ts';
import type { ViewOptions } from '../answers/looks.ts';
import type { Notice } from '../answers/notices.ts';
import type { Site } from '../answers/sites.ts';
import type { Place } from '../names/place.ts';
import type { SampleType } from '../profile.ts';
import { filterFields } from '../stacks/filterFields.ts';
import { headlineText } from './headlineText.ts';

/** One of the compared files, by the path it was given as. */
export interface ReportFile {
  readonly file: string;
  readonly timeNanos: bigint;
}

/** All that a report says about a diff. */
export interface Report {
  readonly sampleType: SampleType;
  readonly options: Pick<ViewOptions, 'granularity' | 'normalize' | 'filter'>;
  readonly base: ReportFile;
  readonly current: ReportFile;
  readonly table: ExactTable;
  readonly headline: Headline;
  readonly suspects: readonly Site[];
  readonly notices: readonly Notice[];
}

/**
 * A report for programs. Numbers are integers in the sample type's unit, written out in full however large; `options` say
 * what is counted, of pprof's filters those that are on. Beside them stands what the panel says: `headline`, one line of
 * text; `site`, the one that grew most beyond sampling noise, or null; `suspects`, sites ranked as probable leaks;
 * `notices`; `cannotTell`, what the files do not support, each `{claim, why, closedBy}`, what blocks everything else first;
 * `withinNoise`, true when neither the whole nor any site changed more than sampling alone can make of it.
 *
 * A site is `{name, file, line, own, net, share, noise, retained, retainedInterval, hint, askers}`: `own` is the innermost of the program's own functions
 * that leads there, `{name, file, line}`, null where the site is its own or none is known; `net` its growth in the
 * sample type's unit; `share` that of the net growths of all sites, 0 … 1; `noise` what it rests on, `{samples,
 * standardError}`, null where that is not known; `retained` Δinuse_space ÷ Δalloc_space, as a number that is 1 when
 * nothing allocated in between was freed, null where that is not known; `hint` `{rule, text}`, what its largest stack tells of why it
 * may stay, or null; `askers` the program's own lines that ask for the connections that pile up there, `{name, file, line}`.
 */
export function reportJson(
  { sampleType, options, base, current, table, headline, suspects, notices }: Report,
  first: readonly string[] = [],
): string {
  const { total, increase, decrease, rows } = table;
  const file = (of: ReportFile, sum: bigint): string =>
    `{"file":${JSON.stringify(of.file)},"timeNanos":${of.timeNanos},"total":${sum}}`;
  const written = rows.map(({ name, file: path, line, flat, cum }) => {
    const place = `"name":${JSON.stringify(name)},"file":${JSON.stringify(path)},"line":${line}`;
    return `{${place},"flat":${pair(flat)},"cum":${pair(cum)}}`;
  });
  const type = JSON.stringify({ type: sampleType.type, unit: sampleType.unit });
  const on = filterFields.filter(field => options.filter[field] !== '');
  const filter = Object.fromEntries(on.map(field => [field, options.filter[field]]));
  return `{${first.map(member => `${member},\n`).join('')}"sampleType":${type},
"options":${JSON.stringify({ granularity: options.granularity, normalize: options.normalize, filter })},
"headline":${JSON.stringify(headlineText(headline))},
"withinNoise":${headline.withinNoise},
"site":${headline.site === null ? null : site(headline.site)},
"suspects":${list(suspects.map(site))},
"notices":${list(notices.map(({ kind, text }) => JSON.stringify({ kind, text })))},
"cannotTell":${list(headline.gaps.map(({ claim, why, closedBy }) => JSON.stringify({ claim, why, closedBy })))},
"base":${file(base, total.base)},
"current":${file(current, total.current)},
"delta":${total.current - total.base},
"increase":${increase},
"decrease":${decrease},
"rows":${list(written)}}
`;
}

function list(items: readonly string[]): string {
  return `[${items.length > 0 ? `\n${items.join(',\n')}\n` : ''}]`;
}

function site({ own, net, share, evidence, retained, hint, askers, ...at }: Site): string {
  const noise = evidence && { samples: evidence.samples, standardError: evidence.standardError };
  const rest = JSON.stringify({
    share,
    noise,
    retained: retained?.share ?? null,
    retainedInterval: retained?.kept ?? null,
    hint,
    askers: askers.map(place),
  });
  const owned = own && place(own);
  return `{${JSON.stringify(place(at)).slice(1, -1)},"own":${JSON.stringify(owned)},"net":${BigInt(Math.round(net))},${rest.slice(1)}`;
}

function place({ name, file, line }: Place): Omit<Place, 'startLine'> {
  return { name, file, line };
}

function pair({ base, current }: ExactPair): string {
  return `{"base":${base},"current":${current}}`;
}
