import assert from 'node:assert/strict';
import test from 'node:test';
import { parseLimit } from '../../../src/core/gate/limit.ts';
import { commentMarkdown } from '../../../src/core/report/commentMarkdown.ts';
import type { Report } from '../../../src/core/report/reportJson.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { reportOf, silent, siteOf } from './reportOf.ts';

/** Lines that are seen before anything is unfolded. */
function seen(text: string): readonly string[] {
  return text
    .replace(/<details>[\s\S]*?<\/details>/g, '<details>')
    .trimEnd()
    .split('\n');
}

const pair = { base: 10n, current: 19n };

test('a comment says limits, sentence and suspects; the table is folded', () => {
  const limit = parseLimit('growth > 5B');
  assert.ok(limit !== null);
  const rows = [{ name: 'f', file: 'f.go', line: 0, flat: pair, cum: pair }];
  const report = reportOf({
    table: { total: pair, increase: 9n, decrease: 0n, rows },
    suspects: [
      siteOf('f', 5),
      { ...siteOf('g', 4), own: { name: 'main.run', file: 'run.go', line: 7, startLine: 0 } },
    ],
  });
  const site = siteOf('h', 3);
  const known = { site: 'h', own: [], because: 'a `cache`', fixed: null };
  const fixed = { ...known, fixed: 'in #12' };
  const text = commentMarkdown(
    report,
    [{ limit, outcome: 'passed', sentence: '+9 B', sites: [] }],
    [
      { site, fingerprint: known, known, back: null },
      { site: siteOf('g', 4), fingerprint: known, known: null, back: fixed },
    ],
  );
  assert.equal(
    seen(text).join('\n'),
    `## Heap: +9 B (+90 % of 10 B)

- \`growth > 5B\` **passed**: +9 B

1 known leak, +3 B, is set aside: heading, sentence and shares count it, limits do not.

Nothing grew.

1. \`f\` (\`/src/c.go:31\`): +5 B, 100 % of the growth
2. \`g\` (\`/src/c.go:31\`), called from \`main.run\` (\`run.go:7\`): +4 B, 100 % of the growth

Fixed once, and back:

- \`g\` (\`/src/c.go:31\`) +4 B, fixed \`in #12\`

Known, and set aside:

- \`h\` (\`/src/c.go:31\`) +3 B: \`a ˋcacheˋ\`

<details>`,
  );
  assert.match(text, /<details><summary>What changed most<\/summary>\n\n\| flat/);
});

test('what stacks tell is said under the sentence, and under the suspects that it does not name', () => {
  const hint = (text: string) => ({ rule: 'connectionsPileUp', text });
  const asker = { name: 'main.ask', file: '/a.go', line: 7, startLine: 5 };
  const site = siteOf('f', 5, { hint: hint('`f` waits.'), askers: [asker] });
  const report = reportOf({
    headline: { ...silent, site },
    suspects: [
      site,
      siteOf('g', 4, { hint: hint('Others pile up.') }),
      siteOf('h', 3, { hint: hint('Others pile up.') }),
    ],
  });
  const lines = seen(commentMarkdown(report, [], []));
  const said = 'From the stacks of the profiles:';
  assert.ok(
    lines.includes(`- ${said} \`f\` waits. Connections are asked for in \`main.ask\` (\`/a.go:7\`).`),
    lines.join('\n'),
  );
  const second = lines.findIndex(line => line.startsWith('2. `g`'));
  assert.equal(lines[second + 1], `   - ${said} Others pile up.`);
  for (const once of ['waits', 'Others']) assert.equal(lines.filter(line => line.includes(once)).length, 1);
});

test('of known leaks it is said how much they are together', () => {
  const known = { site: 'h', own: [], because: '', fixed: null };
  const sites = [3, 4].map(net => ({ site: siteOf(`h${net}`, net), fingerprint: known, known, back: null }));
  const text = commentMarkdown(reportOf(), [], sites);
  assert.match(
    text,
    /^## .*\n\n2 known leaks, \+7 B together, are set aside: heading, .*\n\nNothing grew\.\n/,
  );
  assert.doesNotMatch(commentMarkdown(reportOf(), [], []), /set aside/);
});

test('filters and scaling are said before limits are', () => {
  const limit = parseLimit('growth > 5B');
  assert.ok(limit !== null);
  const options = {
    granularity: 'functions',
    normalize: true,
    filter: { ...noFilter, focus: 'f1$' },
  } as const;
  const text = commentMarkdown(
    reportOf({ options }),
    [{ limit, outcome: 'held', sentence: '0 B', sites: [] }],
    [],
  );
  assert.match(
    text,
    /^## .*\n\nOnly what .*: focus `f1\$`\.\nCurrent is scaled .*\n\n- `growth > 5B` \*\*held/,
  );
});

test('it is called by what is counted', () => {
  const title = (kind: Report['headline']['kind']): string | undefined =>
    seen(commentMarkdown(reportOf({ headline: { ...silent, kind } }), [], []))[0];
  assert.match(title('memory') ?? '', /^## Heap: /);
  const allocated = reportOf({ sampleType: { type: 'alloc_space', unit: 'bytes' } });
  assert.match(commentMarkdown(allocated, [], []), /^## Allocated: /);
  assert.match(title('leakedGoroutines') ?? '', /^## Leaked goroutines: /);
});

test('whatever there is to say, it fits 60 lines', () => {
  const many = <T>(make: (i: number) => T): T[] => Array.from({ length: 100 }, (_, i) => make(i));
  const limit = parseLimit('site > 1MiB');
  assert.ok(limit !== null);
  const everything: Partial<Report> = {
    table: {
      total: pair,
      increase: 9n,
      decrease: 0n,
      rows: many(i => ({ name: `f${i}`, file: 'f.go', line: 0, flat: pair, cum: pair })),
    },
    suspects: many(i => siteOf(`f${i}`, 5)),
    notices: many(() => ({ kind: 'identical' as const, text: 'Both.', names: [] })),
    headline: {
      ...silent,
      chips: many(() => ({ text: 'new', why: '' })).slice(0, 3),
      gaps: many(() => ({ claim: 'a', why: 'b', closedBy: 'C.', closing: 'captureAgain' as const })),
    },
  };
  const site = siteOf('h', 3);
  const known = { site: 'h', own: [], because: '', fixed: null };
  const limits = many(() => ({ limit, outcome: 'held' as const, sentence: '', sites: [] })).slice(0, 5);
  const text = commentMarkdown(
    reportOf(everything),
    limits,
    many(i => ({ site, fingerprint: known, known: i % 2 ? known : null, back: i % 2 ? null : known })),
  );
  assert.ok(seen(text).length <= 60, `${seen(text).length} lines`);
});
