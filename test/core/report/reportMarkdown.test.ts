import assert from 'node:assert/strict';
import test from 'node:test';
import type { ExactRow } from '../../../src/core/answers/exactTable.ts';
import type { Headline } from '../../../src/core/answers/headline.ts';
import type { Report } from '../../../src/core/report/reportJson.ts';
import { reportMarkdown } from '../../../src/core/report/reportMarkdown.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { reportOf, silent, siteOf } from './reportOf.ts';

const row = (name: string, base: bigint, current: bigint): ExactRow => ({
  name,
  file: 'c.go',
  line: 0,
  flat: { base, current },
  cum: { base, current },
});
const mebi = 1024n * 1024n;
const start = BigInt(Date.UTC(2025, 0)) * 1_000_000n;
const top = siteOf('main.(*cache).seen', 312);
const headline: Headline = {
  ...silent,
  sentence: [{ strong: '98 %' }, ' of the growth is allocated in ', { place: top }, '.'],
  chips: [{ text: 'new', why: '' }],
  site: top,
};
const report = (...rows: ExactRow[]): Report =>
  reportOf({
    current: { file: 'b.pb', timeNanos: start + 3_600_000_000_000n },
    table: { total: { base: 2n * mebi, current: 5n * mebi }, increase: 4n * mebi, decrease: mebi, rows },
    headline,
  });

test('a report says what happened, where, and in which frames', () => {
  const rows = [row('main.(*cache).seen', 0n, 4n * mebi), row('main.flush', 2n * mebi, mebi)];
  assert.equal(
    reportMarkdown(report(...rows)),
    `# inuse_space: +3.0 MiB (+150 % of 2.0 MiB)

Base \`a.pb\`, current \`b.pb\`.
Increase +4.0 MiB, decrease −1.0 MiB.

98 % of the growth is allocated in \`main.(*cache).seen\` (\`/src/c.go:31\`).
- new

| flat | base → current | cum | name | file |
|--:|--:|--:|:--|:--|
| +4.0 MiB | 0 B → 4.0 MiB | +4.0 MiB | \`main.(*cache).seen\` | \`c.go\` |
| −1.0 MiB | 2.0 MiB → 1.0 MiB | −1.0 MiB | \`main.flush\` | \`c.go\` |
`,
  );
});

test('the time between the captures is told when both are known', () => {
  const timed = { ...report(), base: { file: 'a.pb', timeNanos: start } };
  const titled = (time: string): string =>
    reportMarkdown({ ...timed, headline: { ...timed.headline, time } }).split('\n')[0] ?? '';
  assert.match(titled('in 1 h 00 min'), /^# inuse_space: .* in 1 h 00 min$/);
  assert.match(titled('1 h 00 min later'), /^# inuse_space: .* 1 h 00 min later$/);
});

test('noise, notices and suspects are told; what is not known is no percentage', () => {
  const own = { name: 'main.auth', file: 'auth.go', line: 91, startLine: 80 };
  const text = reportMarkdown({
    ...report(),
    headline: { ...headline, baseKnown: false, withinNoise: true },
    notices: [{ kind: 'difference', text: 'd.pb is itself a difference.', names: ['d.pb'] }],
    suspects: [
      top,
      siteOf('lib.grow', 5 * 1024, { own, share: 0.02, retained: { share: 1, allocated: 1, kept: null } }),
    ],
  });
  assert.match(text, /^# inuse_space: \+3\.0 MiB, within sampling noise\n/);
  assert.match(text, /\n> `d\.pb` is itself a difference\.\n/);
  assert.match(
    text,
    /\n2\. `lib\.grow` \(`\/src\/c\.go:31`\), called from `main\.auth` \(`auth\.go:91`\): \+5\.0 KiB, 2\.0 %, retained 100 %: nothing was freed\n/,
  );
});

test('filters and scaling are said before any number', () => {
  const filter = { ...noFilter, focus: 'f1$' };
  const text = reportMarkdown({
    ...report(),
    options: { granularity: 'functions', normalize: true, filter },
  });
  assert.match(
    text,
    /current `b\.pb`\.\nOnly what pprof’s filters leave is counted: focus `f1\$`\.\nCurrent is scaled to the base’s total\.\nIncrease /,
  );
});

test('no change at all is not within sampling noise', () => {
  const total = { base: 2n * mebi, current: 2n * mebi };
  const moved = reportOf({
    table: { total, increase: mebi, decrease: mebi, rows: [] },
    headline: { ...headline, withinNoise: true },
  });
  assert.match(reportMarkdown(moved), /^# inuse_space: 0 B \(0 % of 2\.0 MiB\)\n/);
});

test('a sample type cannot write the heading', () => {
  const sampleType = { type: 'x ![](https://evil.example/x.png)', unit: 'bytes' };
  assert.match(
    reportMarkdown({ ...report(), sampleType }),
    /^# `x !\[\]\(https:\/\/evil\.example\/x\.png\)`: /,
  );
});

test('names cannot break the table', () => {
  const text = reportMarkdown(report(row('a|b`c\nd', 0n, 1n)));
  assert.ok(text.includes('| `a\\|bˋc d` |'));
});

test('only the largest changes are listed', () => {
  const text = reportMarkdown(report(...Array.from({ length: 30 }, (_, i) => row(`f${i}`, 0n, 1n))));
  assert.ok(text.includes('`f19`') && !text.includes('`f20`'));
  assert.ok(text.includes('The 20 largest changes of 30 rows.'));
});

test('a row that did not change is none of the largest changes; one whose callees did is', () => {
  const still = Array.from({ length: 30 }, (_, i) => row(`still${i}`, mebi, mebi));
  const calls = { ...row('calls', mebi, mebi), cum: { base: mebi, current: 3n * mebi } };
  const text = reportMarkdown(report(row('put', 0n, mebi), calls, ...still));
  assert.ok(text.includes('`calls`'));
  assert.doesNotMatch(text, /still|largest changes/);
});
