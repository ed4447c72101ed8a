import { parseArgs } from 'node:util';
import { assertNever } from '../core/assertNever.ts';
import { formatDelta, formatPercent } from '../core/format.ts';
import { type Judged, judge } from '../core/gate/judge.ts';
import { measurePair, type RecognisedSite } from '../core/gate/measurePair.ts';
import { isNoise } from '../core/measures/noise.ts';
import { formatRetained } from '../core/measures/retainedText.ts';
import { captureTime } from '../core/pair/captureTime.ts';
import { wordsOf } from '../core/pair/valueWords.ts';
import { commentMarkdown } from '../core/report/commentMarkdown.ts';
import { fingerprintJson, limitJson } from '../core/report/limitJson.ts';
import { limitText } from '../core/report/limitLines.ts';
import { partLines } from '../core/report/partLines.ts';
import { reportCsv } from '../core/report/reportCsv.ts';
import { reportFolded } from '../core/report/reportFolded.ts';
import { type Report, reportJson } from '../core/report/reportJson.ts';
import { reportSarif } from '../core/report/reportSarif.ts';
import { shown, shownName } from '../core/shown.ts';
import { UsageError } from './failure.ts';
import { gateOptions, gateUsage, parseGate } from './gateOptions.ts';
import { openPair } from './openPair.ts';
import { oneOf, parsed } from './options.ts';
import { pairOptions, pairOptionsUsage, parsePairOptions } from './pairOptions.ts';
import { pprofFile } from './pprofFile.ts';
import { type Printed, withLimits } from './printed.ts';
import { isSame, located } from './sarifSites.ts';
import { version } from './version.ts';

export const compareUsage = `heap-diff compare BASE CURRENT | compare CURRENT --baseline BASE [--format markdown|json|sarif|csv|folded|pprof]
  ${gateUsage}
  ${pairOptionsUsage}`;

const formats = ['markdown', 'json', 'sarif', 'csv', 'folded', 'pprof'] as const;

/** A pair with its limits. Throws `UsageError` and `UnreadableError`. */
export async function compareReport(args: readonly string[]): Promise<Printed> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...pairOptions, ...gateOptions, format: text, baseline: text },
    }),
  );
  const files = values.baseline === undefined ? positionals : [values.baseline, ...positionals];
  const [base, current, ...rest] = files;
  if (base === undefined || current === undefined || rest.length > 0) {
    throw new UsageError(`compare takes two files, base and current; got ${files.length}`);
  }
  const format = oneOf('--format', formats, values.format ?? 'markdown');
  const gate = parseGate(values);
  const { report, look, byFunction } = await openPair([base, current], parsePairOptions(values));
  const times = {
    base: captureTime(report.base.timeNanos),
    current: captureTime(report.current.timeNanos),
  };
  const { measurement, sites } = measurePair(byFunction, gate.known, times, report.headline.gaps);
  const judged = gate.limits.map(limit => judge(limit, measurement));
  const written = async (): Promise<Printed['text']> => {
    switch (format) {
      case 'markdown':
        return commentMarkdown(report, judged, sites);
      case 'json':
        return reportJson(report, [
          `"limits":${limitJson(judged)}`,
          `"fingerprints":${fingerprintJson(sites)}`,
        ]);
      case 'sarif':
        return sarif(report, judged, sites);
      case 'csv':
        return reportCsv(report);
      case 'folded':
        return reportFolded(look);
      case 'pprof':
        return pprofFile(look);
      default:
        return assertNever(format);
    }
  };
  return withLimits(await written(), judged, gate.strict);
}

/** More than a review shows. */
const mostResults = 50;

async function sarif(
  report: Report,
  judged: readonly Judged[],
  sites: readonly RecognisedSite[],
): Promise<string> {
  const { headline, sampleType, options, notices } = report;
  const wholePassed = judged.some(({ limit, outcome }) => limit.of === 'growth' && outcome === 'passed');
  const passed = judged.flatMap(each => (each.outcome === 'passed' ? each.sites : []));
  const isSure = ({ site }: RecognisedSite): boolean => !isNoise(site.net, site.evidence);
  const counted = sites.filter(({ known }) => known === null);
  // The whole may grow for sure where no site of it does.
  const leading = wholePassed ? (counted.find(isSure) ?? counted[0]) : undefined;
  const grown = sites.filter(each => isSure(each) || each === leading).slice(0, mostResults);
  const results = grown.map(each => {
    const { site, fingerprint, known, back } = each;
    const fails = each === leading || (known === null && passed.some(place => isSame(place, site)));
    const retained = site.retained === null ? '' : `, ${formatRetained(site.retained)}`;
    const noise = isSure(each) ? '' : ', within sampling noise';
    const delta = formatDelta(site.net, sampleType.unit);
    const what = `${formatPercent(site.share)} of the growth${retained}${noise}.${back === null ? '' : ` It is back: it was fixed (${shown(back.fixed ?? '')}).`}`;
    const text = `${shownName(site.name)}, ${delta}, ${what}`;
    return {
      at: [
        { place: site, text: `${shownName(site.name)}: ${delta} ${wordsOf(headline.kind).here}, ${what}` },
        ...(site.own === null ? [] : [{ place: site.own, text: `Called here: ${text}` }]),
        ...site.askers.map(place => ({ place, text: `Its connections are asked for here: ${text}` })),
      ] as const,
      level: fails ? ('error' as const) : ('warning' as const),
      fingerprint: [fingerprint.site, ...fingerprint.own].join(' < '),
      known: known === null ? null : known.because,
    };
  });
  const notes = [
    ...partLines(options),
    ...judged.filter(({ outcome }) => outcome !== 'held').map(limitText),
    ...notices.map(notice => notice.text),
  ];
  return reportSarif(await located(results), notes, version());
}
