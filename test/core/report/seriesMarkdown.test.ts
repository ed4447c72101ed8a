import assert from 'node:assert/strict';
import test from 'node:test';
import { verifyFix } from '../../../src/core/fix/verifyFix.ts';
import { seriesMarkdown, verifyMarkdown } from '../../../src/core/report/seriesMarkdown.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captureAt, captures } from '../series/captures.ts';

test('the verdict, the captures, the sites and what they cannot tell', () => {
  const answer = seriesAnswer(captures(1024, 2048, 3072, 4096), { settled: new Set(['heap-4.pb.gz']) });
  const text = seriesMarkdown(answer);
  assert.match(text, /^# `inuse_space` over time\n\nCannot say: 3 captures make no trend, it takes 4; /);
  assert.match(
    text,
    /\n\| 4 \| 2026-11-25 13:15:00 \| `heap-4\.pb\.gz` \| 4\.0 KiB \| \+1\.0 KiB \| {2}\| {2}\| settled \|\n/,
  );
  assert.match(text, /\n1\. `put` \(`put\.go:7`\): Cannot say: /);
  const counted = captures(1, 2, 3, 4, 5).map(each => ({ ...each, countsAllocated: true }));
  const told = seriesAnswer(counted, { settled: new Set(['heap-5.pb.gz']) });
  assert.doesNotMatch(seriesMarkdown(told), /What these files cannot tell/);
  assert.match(
    seriesMarkdown(seriesAnswer(captures(1, 2))),
    /What these files cannot tell:\n\n- Whether it goes on growing: 2 captures of one /,
  );
});

test('leaked goroutines have a column where some have leaked', () => {
  const counts = { goroutines: 40, leakedGoroutines: 30 };
  const told = (leakedGoroutines: number): string =>
    seriesMarkdown(
      seriesAnswer(captures(1, 2), {
        goroutines: new Map([['heap-2.pb.gz', { ...counts, leakedGoroutines }]]),
      }),
    );
  assert.match(told(30), /\| goroutines \| leaked \| \|\n\|.*\|\n.*\n\| 2 \|.*\| 40 \| 30 \| {2}\|\n/);
  assert.doesNotMatch(told(0), /leaked/);
});

test('a site of a library stands with the own line that calls it', () => {
  const stack =
    'main.main@/app/m.go:1;main.key@/app/k.go:9;encoding/json.Marshal@/go/src/encoding/json/encode.go:240';
  const given = [1, 2, 3, 4].map(i => captureAt(i, `${i}.pb`, `${stack} ${i}`, 'main.main@/app/m.go:1 5'));
  assert.match(
    seriesMarkdown(seriesAnswer(given)),
    /\n1\. `encoding\/json\.Marshal` \(`\/go\/src\/encoding\/json\/encode\.go:240`\), called from `main\.key` \(`\/app\/k\.go:9`\): /,
  );
});

test('names of files mean nothing to Markdown', () => {
  const given = [1, 2].map(i => captureAt(i, `[x](y)|${i}.pb`, `a_b ${i}`));
  const text = seriesMarkdown(seriesAnswer(given, { leftOut: [{ file: '<b>', why: '<b> *is* `empty`.' }] }));
  assert.match(text, /> Left out: \\<b\\> \\\*is\\\* \\`empty\\`\./);
  assert.match(text, /\| `\[x\]\(y\)\\\|1\.pb` \|/);
  const why = 'e/bad\n~~~\n# H <b>.pb is none.';
  const left = seriesMarkdown(seriesAnswer(given, { leftOut: [{ file: 'bad', why }] }));
  assert.match(left, /^> Left out: e\/bad.*\\~\\~\\~.*\\# H \\<b\\>\.pb is none\.$/m);
});

test('before and after the fix', () => {
  const [before, after] = [seriesAnswer(captures(10, 20, 30, 40)), seriesAnswer(captures(5, 6, 5, 6))];
  const text = verifyMarkdown(before, after, verifyFix(before, after));
  assert.match(text, /^# Before and after the fix\n\nFixed: /);
  assert.match(text, /\n<details><summary>Before<\/summary>\n\n### `inuse_space` over time\n/);
  assert.match(text, /\n<details><summary>After<\/summary>\n\n### /);
});
