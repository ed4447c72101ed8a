import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { SeriesNames } from '../../../src/core/reduce/seriesNames.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { childArguments, report } from './report.ts';

/** Reads the two profiles one after the other as so many captures a minute apart, and judges them. */
const [base = '', current = '', captureCount = ''] = childArguments(3);
const count = Number(captureCount);
const files = [base, current].map(path => new Uint8Array(gunzipSync(readFileSync(path))));
const started = process.cpuUsage();
const names = new SeriesNames();
const captures: ReducedCapture[] = [];
for (let i = 0; i < count; i++) {
  const reduced = reduceCapture(readProfile(files[i < count / 2 ? 0 : 1] as Uint8Array), `${i}.pb.gz`, {
    names,
  });
  captures.push({ ...reduced, timeNanos: BigInt(Date.UTC(2026, 10, 25) + 60_000 * i) * 1_000_000n });
}
const reduced = process.cpuUsage(started);
const { sites } = seriesAnswer(captures);
const answered = process.cpuUsage(started);
report({
  reducedMs: reduced.user / 1000,
  answerMs: (answered.user - reduced.user) / 1000,
  sites: sites.length,
});
