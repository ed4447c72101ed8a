import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Look } from '../../../src/core/answers/look.ts';
import type { Frame, Node } from '../../../src/core/ids.ts';
import { type SiteNodes, siteNodes } from '../../../src/core/measures/siteNodes.ts';
import { pathTo } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

const skipped = ['malloc', 'calloc'];
const owned = ['main', 'put'];

function sitesIn({ merged: { tree, frames } }: Look): SiteNodes {
  const marks = (names: readonly string[]): Uint8Array =>
    Uint8Array.from(frames.name, name => (names.includes(name) ? 1 : 0));
  return siteNodes(tree, marks(skipped), marks(owned));
}

/** The functions from the root's child down to a node, `all` for the root. */
function stackOf({ merged: { tree, frames } }: Look, node: Node): string {
  return pathTo(tree, node)
    .map(at => frames.name[tree.frame[at] as Frame])
    .join(';');
}

/** For each stack where it is named, and in which of the reader's own functions. */
function named(look: Look): string[] {
  const { end, site, own } = sitesIn(look);
  return Array.from(end, (node, k) =>
    [node as Node, site[k] as Node, own[k] as Node].map(each => stackOf(look, each)).join(' → '),
  );
}

/** The stack as far as the innermost function that passes. */
function upTo(stack: readonly string[], passes: (name: string) => boolean): readonly string[] {
  return stack.slice(0, stack.findLastIndex(passes) + 1);
}

test('a site is the innermost frame that is not skipped, its own code the innermost own frame from there up', () => {
  const look = lookAt([heap('main;put;grow;malloc 1', 'malloc 2', 'main;malloc;put 3')]);
  assert.deepEqual(named(look).sort(), [
    'main;malloc;put → main;malloc;put → main;malloc;put',
    'main;put;grow;malloc → main;put;grow → main;put',
    'malloc →  → ',
  ]);
});

test('what ends at the root itself is nowhere', () => {
  const look = lookAt([heap('main 1')]);
  const { start, ...tree } = look.merged.tree;
  // As where a filter leaves nothing of a stack's frames.
  const moved = { ...look, merged: { ...look.merged, tree: { ...tree, start: start.with(1, 1) } } };
  assert.deepEqual([named(look), named(moved)], [['main → main → main'], []]);
});

test('frames that stacks are named after are known, and the own ones of them', () => {
  const look = lookAt([heap('main;put;grow;malloc 1')]);
  const { isSite, isOwn } = sitesIn(look);
  const marked = (marks: Uint8Array): string[] =>
    look.merged.frames.name.filter((_, frame) => marks[frame] === 1);
  assert.deepEqual(
    marked(isSite).filter(name => !name.startsWith('(')),
    ['main', 'put', 'grow'],
  );
  assert.deepEqual(marked(isOwn), owned);
});

test('of stacks that part and end anywhere, each is named as alone', () => {
  const name = fc.constantFrom(...skipped, ...owned, 'grow', 'lib');
  const stacks = fc.uniqueArray(
    fc.array(name, { minLength: 1, maxLength: 6 }).map(names => names.join(';')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(stacks, some => {
      const expected = some.map(stack => {
        const site = upTo(stack.split(';'), each => !skipped.includes(each));
        const own = upTo(site, each => owned.includes(each));
        return [stack, site.join(';'), own.join(';')].join(' → ');
      });
      assert.deepEqual(named(lookAt([heap(...some.map(stack => `${stack} 1`))])).sort(), expected.sort());
    }),
  );
});
