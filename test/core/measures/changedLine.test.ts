import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame } from '../../../src/core/ids.ts';
import { mostChangedLine } from '../../../src/core/measures/changedLine.ts';
import { subtreeRange } from '../../../src/core/measures/ranges.ts';
import { lineReader } from '../../../src/core/stacks/stacks.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

function lineOf(name: string, base: string[], current: string[]): number | undefined {
  const { merged, lines, measure } = lookAt([heap(...base), heap(...current)]);
  const frame = merged.frames.name.indexOf(name) as Frame;
  const all = subtreeRange(merged.tree, rootNode);
  const linesOf = lineReader(merged.stacks, merged.buckets);
  return lines.line[mostChangedLine(merged, lines, measure, linesOf, all, frame)];
}

test('the line of a function with most of the change, the innermost of a recursion', () => {
  const base = ['put@c.go:1;malloc 5', 'put@c.go:2;malloc 50'];
  assert.equal(lineOf('put', base, ['put@c.go:1;malloc 9', 'put@c.go:2;malloc 51']), 1);
  assert.equal(lineOf('put', base, ['put@c.go:1;malloc 9', 'put@c.go:2;malloc 20']), 2);
  assert.equal(lineOf('put', [], ['put@c.go:7;put@c.go:8;malloc 9']), 8);
  assert.equal(lineOf('put', [], ['put@c.go:8;x 9', 'put@c.go:7;x 9']), 7);
});
