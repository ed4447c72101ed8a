import assert from 'node:assert/strict';
import test from 'node:test';
import type { ExactRow } from '../../../src/core/answers/exactTable.ts';
import type { Site } from '../../../src/core/answers/sites.ts';
import type { Report } from '../../../src/core/report/reportJson.ts';
import { reportMarkdown } from '../../../src/core/report/reportMarkdown.ts';

const row = (name: string, base: bigint, current: bigint): ExactRow => ({
  name,
  file: 'c.go',
  line: 0,
  flat: { base, current },
  cum: { base, current },
});
const mebi = 1024n * 1024n;
const report = (...rows: ExactRow[]): Report => ({
  sampleType: { type: 'inuse_space', unit: 'bytes' },
  base: { file: 'a.pb', timeNanos: 0n },
  current: { file: 'b.pb', timeNanos: 3_600_000_000_000n },
  table: { total: { base: 2n * mebi, current: 5n * mebi }, increase: 4n * mebi, decrease: mebi, rows },
});
const top = { name: 'main.(*cache).seen', file: 'c.go', line: 31, share: 0.98 } as Site;

test('a report says what happened, where, and in which frames', () => {
  const rows = [row('main.(*cache).seen', 0n, 4n * mebi), row('main.flush', 2n * mebi, mebi)];
  assert.equal(
    reportMarkdown(report(...rows), top),
    `# inuse_space: +3.0 MiB (+150 % of 2.0 MiB)

Base \`a.pb\`, current \`b.pb\`.
Increase +4.0 MiB, decrease −1.0 MiB.

98 % of the growth is allocated in \`(*cache).seen\` (\`c.go:31\`).

| flat | base → current | cum | name | file |
|--:|--:|--:|:--|:--|
| +4.0 MiB | 0 B → 4.0 MiB | +4.0 MiB | \`main.(*cache).seen\` | \`c.go\` |
| −1.0 MiB | 2.0 MiB → 1.0 MiB | −1.0 MiB | \`main.flush\` | \`c.go\` |
`,
  );
});

test('the time between the captures is told when both are known', () => {
  const timed = { ...report(), base: { file: 'a.pb', timeNanos: 1n } };
  assert.match(reportMarkdown(timed, null), /^# inuse_space: .* in 1 h/);
});

test('names cannot break the table', () => {
  const text = reportMarkdown(report(row('a|b`c\nd', 0n, 1n)), null);
  assert.ok(text.includes('| `a\\|bˋc d` |'));
});

test('only the largest changes are listed', () => {
  const text = reportMarkdown(report(...Array.from({ length: 30 }, (_, i) => row(`f${i}`, 0n, 1n))), null);
  assert.ok(text.includes('`f19`') && !text.includes('`f20`'));
  assert.ok(text.includes('The 20 largest changes of 30 rows.'));
});
