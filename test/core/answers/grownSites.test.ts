import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { grownSites, libraryFile, ownFile, unseenFile } from '../../../src/core/answers/grownSites.ts';
import type { Look } from '../../../src/core/answers/look.ts';
import type { Frame, IdColumn } from '../../../src/core/ids.ts';
import type { PairSums } from '../../../src/core/measures/pairSums.ts';
import { pairOver } from '../../../src/core/measures/ranges.ts';
import type { Frames } from '../../../src/core/names/frames.ts';
import { commonLeaves } from '../../../src/core/stacks/commonLeaves.ts';
import { heap, lookAt } from './lookAt.ts';

const frame = fc.constantFrom('a@own.go:1', 'b@own.go:2', 'c@lib.go:3', 'd@lib.go:4', 'e@unseen.go:5');
const line = fc
  .tuple(fc.array(frame, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 1000 }))
  .map(([stack, value]) => `${stack.join(';')} ${value}`);
const capture = fc.array(line, { maxLength: 8 });

function roleOf(file: string): number {
  if (file === 'own.go') return ownFile;
  return file === 'lib.go' ? libraryFile : unseenFile;
}

/** Each frame a site of its own. */
function ofItself({ file }: Frames): IdColumn<Frame> {
  return Uint32Array.from(file, (_, frame) => frame) as IdColumn<Frame>;
}

/** Names of what every stack ends in, which no site is named after. */
function commonEnd({ comparison, lines }: Look): ReadonlySet<string | undefined> {
  const marked = commonLeaves(comparison.profiles, lines, (_, file) => file === 'own.go');
  return new Set(Array.from(lines.name).flatMap((name, i) => (marked[i] === 1 ? [lines.names[name]] : [])));
}

test('own lines and calls from them add up to all that ends in or below own code, each stack once', () => {
  fc.assert(
    fc.property(capture, capture, (base, current) => {
      const look = lookAt([heap(...base), heap(...current)], { granularity: 'lines', own: ['own.go'] });
      const { frames } = look.merged;
      const role = Uint8Array.from(frames.file, roleOf);
      const sites = grownSites(look, role, ofItself(frames));
      const delta = (found: typeof sites): number =>
        found.reduce((sum, { ranges }) => {
          const value = pairOver(look.measure, ranges);
          return sum + value.current - value.base;
        }, 0);
      const total = (lines: readonly string[], counts: (stack: string) => boolean): number =>
        lines
          .map(each => each.split(' '))
          .filter(([stack = '']) => counts(stack))
          .reduce((sum, [, value]) => sum + Number(value), 0);
      const change = (counts: (stack: string) => boolean): number =>
        total(current, counts) - total(base, counts);
      const own = sites.filter(({ kind, site }) => kind === 'called' || frames.file[site] === 'own.go');
      assert.equal(
        delta(own),
        change(stack => stack.includes('own.go')),
      );
      const libraries = sites.filter(({ site }) => frames.file[site] === 'lib.go');
      assert.ok(libraries.every(({ kind }) => kind === 'flat'));
      const skipped = commonEnd(look);
      assert.equal(
        delta(libraries),
        change(stack => {
          const site = stack.split(';').findLast(each => !skipped.has(each.slice(0, 1)));
          return site?.includes('lib.go') === true;
        }),
      );
      assert.ok(sites.every(({ site }) => frames.file[site] !== 'unseen.go'));
    }),
  );
});

test('calls go to the innermost own frame, and know who called it and where they end', () => {
  const stack = 'main@own.go:1;put@own.go:2;mid@lib.go:3;grow@lib.go:4';
  const look = lookAt([heap(`${stack} 1`), heap(`${stack} 6`)], { granularity: 'lines' });
  const { frames } = look.merged;
  const found = grownSites(look, Uint8Array.from(frames.file, roleOf), ofItself(frames));
  const [called] = found.filter(({ kind }) => kind === 'called');
  const names = (sums: PairSums<Frame> | undefined) =>
    [...(sums?.byKey.keys() ?? [])].map(each => frames.name[each]);
  assert.equal(frames.name[called?.site ?? 0], 'put');
  assert.deepEqual(names(called?.callers), ['main']);
  assert.deepEqual(names(called?.allocators), ['grow']);
  assert.equal(found.length, 2);
});

test('what every stack ends in is passed over, and nobody’s twice', () => {
  const found = (own: readonly string[], ...stacks: string[]): string[] => {
    const look = lookAt([heap(...stacks), heap()], { granularity: 'lines', own });
    const { frames } = look.merged;
    const sites = grownSites(look, Uint8Array.from(frames.file, roleOf), ofItself(frames));
    return sites.map(({ kind, site, ranges }) => {
      const { base } = pairOver(look.measure, ranges);
      return `${kind} ${frames.name[site]} ${base}`;
    });
  };
  assert.deepEqual(found(['own.go'], 'c@lib.go:3;d@lib.go:4 1', 'a@own.go:1;d@lib.go:4 2').sort(), [
    'flat a 2',
    'flat c 1',
  ]);
  assert.deepEqual(found(['own.go'], 'c@lib.go:3;a@own.go:1 1', 'd@lib.go:4;a@own.go:1 2'), ['flat a 3']);
});
