import type { FixVerdict } from '../fix/verifyFix.ts';
import { formatBytes, formatCount, formatDelta, formatValue } from '../format.ts';
import type { BesideHeap } from '../metrics/besideHeap.ts';
import { barePlace } from '../names/place.ts';
import { captureTime } from '../pair/captureTime.ts';
import type { SeriesAnswer, SeriesSite, SetAside } from '../series/series.ts';
import { codeCell, codeSpan } from './codeSpan.ts';
import { escaped } from './escaped.ts';
import { folded } from './folded.ts';
import { gapLines } from './gapLines.ts';
import { placeMarkdown } from './headlineText.ts';

/** Sites in a report; whoever wants more takes the JSON. */
const mostSites = 10;

/** More captures than this are folded. */
const mostSeen = 20;

/**
 * A series for people: the verdict, the sites that grew most, the captures, and what it cannot tell. `limits` are lines that
 * stand before it.
 */
export function seriesMarkdown(
  answer: SeriesAnswer,
  heading = '#',
  limits: readonly string[] = [],
  rss: readonly BesideHeap[] = [],
): string {
  const { sampleType, captures, verdict, sites, gaps, notices, leftOut } = answer;
  const lines = [
    `${heading} ${codeSpan(sampleType.type)} over time`,
    '',
    ...(limits.length > 0 ? [...limits, ''] : []),
    escaped(verdict.sentence),
    ...rss.flatMap(each => ['', besideLine(each)]),
    ...notices.flatMap(text => ['', `> ${escaped(text)}`]),
    ...leftOut.flatMap(({ why }) => ['', `> Left out: ${escaped(why)}`]),
  ];
  if (sites.length > 0) {
    lines.push('', 'Sites, the largest growth first:', '');
    lines.push(...sites.slice(0, mostSites).map((site, i) => siteLine(site, i)));
    if (sites.length > mostSites)
      lines.push('', `The first ${mostSites} of ${sites.length} sites that grew.`);
  }
  if (answer.setAside.length > 0) {
    lines.push('', 'Known, and set aside:', '');
    lines.push(...answer.setAside.slice(0, mostSites).map(each => asideLine(each, answer)));
    if (answer.setAside.length > mostSites) lines.push(`- and ${answer.setAside.length - mostSites} more`);
  }
  const table = captures.length > 0 ? captureTable(answer) : [];
  lines.push('', ...(captures.length > mostSeen ? folded('All captures', table) : table));
  lines.push(...gapLines(gaps));
  return `${lines.join('\n')}\n`;
}

/** What became of growth after a fix, and both series. */
export function verifyMarkdown(
  before: SeriesAnswer,
  after: SeriesAnswer,
  verdict: FixVerdict,
  limits: readonly string[] = [],
): string {
  return `# Before and after the fix

${limits.length > 0 ? `${limits.join('\n')}\n\n` : ''}${escaped(verdict.sentence)}

${folded('Before', seriesMarkdown(before, '###').trimEnd().split('\n')).join('\n')}

${folded('After', seriesMarkdown(after, '###').trimEnd().split('\n')).join('\n')}
`;
}

function captureTable({ captures, sampleType: { unit } }: SeriesAnswer): string[] {
  const leaks = captures.some(({ leakedGoroutines }) => (leakedGoroutines ?? 0) > 0);
  const rows = captures.map(
    ({ name, timeNanos, total, objects, goroutines, leakedGoroutines, settled, restarted }, i) => {
      const before = captures[i - 1];
      const delta = before === undefined ? '' : formatDelta(total - before.total, unit);
      const counts = [objects, goroutines, ...(leaks ? [leakedGoroutines] : [])].map(count =>
        count === null ? '' : formatCount(count),
      );
      const marks = [...(settled ? ['settled'] : []), ...(restarted ? ['started anew'] : [])].join(', ');
      return `| ${i + 1} | ${timeText(timeNanos)} | ${codeCell(name)} | ${formatValue(total, unit)} | ${delta} | ${counts.join(' | ')} | ${marks} |`;
    },
  );
  return [
    `| # | time | capture | total | Δ | objects | goroutines |${leaks ? ' leaked |' : ''} |`,
    `|--:|:--|:--|--:|--:|--:|--:|${leaks ? '--:|' : ''}:--|`,
    ...rows,
  ];
}

/** Memory of the process from its first value to its last. */
function besideLine({ name, values, withoutHeap }: BesideHeap): string {
  const path = (some: readonly (number | null)[]): string => {
    const known = some.filter(value => value !== null);
    return `${formatBytes(known[0] ?? 0)} → ${formatBytes(known.at(-1) ?? 0)}`;
  };
  return `${codeSpan(name)}: ${path(values)}, of it not in the heap ${path(withoutHeap)}.`;
}

function timeText(timeNanos: bigint): string {
  const time = captureTime(timeNanos);
  return time === null ? '' : new Date(time).toISOString().replace('T', ' ').slice(0, 19);
}

function siteLine(site: SeriesSite, i: number): string {
  const { calledFrom, verdict } = site;
  const from = calledFrom === null ? '' : `, called from ${placeMarkdown(calledFrom)}`;
  return `${i + 1}. ${placeMarkdown(barePlace(site))}${from}: ${escaped(verdict.sentence)}`;
}

function asideLine(
  { values, because, ...place }: SetAside,
  { sampleType: { unit }, judged: { from, to } }: SeriesAnswer,
): string {
  const path = `${formatValue(values[from] ?? 0, unit)} → ${formatValue(values[to - 1] ?? 0, unit)}`;
  const reason = because === '' ? '' : `: ${codeSpan(because)}`;
  return `- ${placeMarkdown(barePlace(place))} ${path}${reason}`;
}
