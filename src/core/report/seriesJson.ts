import type { FixVerdict } from '../fix/verifyFix.ts';
import type { BesideHeap } from '../metrics/besideHeap.ts';
import type { Capture, SeriesAnswer, Verdict } from '../series/series.ts';

/**
 * A series for programs. `captures` are in the order of time, `values` of a site stand in that order; `perHour` is the
 * growth of an hour in the sample type's unit with its interval of 95 %, null where it cannot be known. Kinds are
 * `staircase`, `followsTraffic`, `oneStep`, `flat` and `cannotSay`. Beside the keys that a program needs stand those of the
 * table: `objects`, `goroutines`, `leakedGoroutines`, `settled`, `restarted`; `notices` and `leftOut`, files that are not part of it and why;
 * `setAside`, known leaks that no verdict counts; `rss`, the memory of the process at each capture and what of it the heap has not.
 */
export function seriesJson(answer: SeriesAnswer, rss: readonly BesideHeap[] = []): string {
  const { sampleType, captures, verdict, sites, setAside, gaps, notices, leftOut, requestsPerHour } = answer;
  const written = sites.map(({ name, file, line, own, values, verdict: each }) =>
    JSON.stringify({ name, file, line, own, values, verdict: judged(each) }),
  );
  const unknown = gaps.map(({ claim, why, closedBy }) => JSON.stringify({ claim, why, closedBy }));
  return `{"sampleType":${JSON.stringify({ type: sampleType.type, unit: sampleType.unit })},
"captures":${list(captures.map(capture))},
"verdict":${JSON.stringify(judged(verdict))},
"sites":${list(written)},
"setAside":${list(setAside.map(each => JSON.stringify(each)))},
"cannotTell":${list(unknown)},
"requestsPerHour":${JSON.stringify(requestsPerHour)},
"rss":${list(rss.map(each => JSON.stringify(each)))},
"notices":${list(notices.map(text => JSON.stringify(text)))},
"leftOut":${list(leftOut.map(each => JSON.stringify(each)))}}`;
}

/**
 * Two series and what became of growth: `fixed`, `slower`, `notFixed` or `cannotSay`. `per` says what `before` and `after`
 * in the verdict are given per, `hour` or 1,000 `requests`; `sites` are the suspects of the first series and whether they
 * are gone.
 */
export function verifyJson(before: SeriesAnswer, after: SeriesAnswer, verdict: FixVerdict): string {
  const { kind, sentence, per, sites } = verdict;
  const told = { kind, sentence, per, before: verdict.before, after: verdict.after, sites };
  return `{"before":${seriesJson(before)},
"after":${seriesJson(after)},
"verdict":${JSON.stringify(told)}}`;
}

/** Times are nanoseconds, which a double does not hold. */
function capture({ file, timeNanos, total, ...rest }: Capture): string {
  const { name, objects, goroutines, leakedGoroutines, settled, restarted } = rest;
  const beside = JSON.stringify({ name, objects, goroutines, leakedGoroutines, settled, restarted });
  return `{"file":${JSON.stringify(file)},"timeNanos":${timeNanos},"total":${JSON.stringify(total)},${beside.slice(1)}`;
}

function judged({ kind, sentence, perHour }: Verdict): Pick<Verdict, 'kind' | 'sentence' | 'perHour'> {
  return { kind, sentence, perHour };
}

function list(items: readonly string[]): string {
  return `[${items.length > 0 ? `\n${items.join(',\n')}\n` : ''}]`;
}
