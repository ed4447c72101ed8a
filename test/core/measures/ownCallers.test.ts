import assert from 'node:assert/strict';
import test from 'node:test';
import { ownCallers } from '../../../src/core/measures/ownCallers.ts';
import { lineReader } from '../../../src/core/stacks/stacks.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

/** Own lines that `http.Do` is called from, of own files `a.go` and `b.go`. */
function callers(...samples: string[]): string[] {
  const { merged, lines, siteNodes } = lookAt([heap(...samples), heap(...samples)], {
    own: ['a.go', 'b.go'],
  });
  const isCalled = Uint8Array.from(merged.frames.name, name => (name === 'http.Do' ? 1 : 0));
  const found = ownCallers(merged, siteNodes().isOwn, isCalled, lineReader(merged.stacks, merged.buckets));
  return found.map(line => `${merged.frames.name[merged.frames.ofLine[line] as number]}:${lines.line[line]}`);
}

test('the innermost own line above a call, whoever stands between, and those on most stacks first', () => {
  assert.deepEqual(
    callers(
      'main@a.go:1;ask@b.go:7;http.Do;dial 5',
      'main@a.go:1;load@b.go:3;sdk.Get@sdk.go:1;http.Do;dial 5',
      'main@a.go:1;load@b.go:3;sdk.Get@sdk.go:1;http.Do;read 5',
      'serve@s.go:1;http.Do 5',
      'main@a.go:1;other@b.go:9 5',
    ),
    ['load:3', 'ask:7'],
  );
});

test('a call within a call, and own code below one, are of whoever called first', () => {
  assert.deepEqual(callers('main@a.go:1;http.Do;hook@b.go:2;http.Do;dial 5'), ['main:1']);
  assert.deepEqual(callers('http.Do;hook@b.go:2 5'), []);
  assert.deepEqual(callers('main@a.go:1 5'), []);
});
