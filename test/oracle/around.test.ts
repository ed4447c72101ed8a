import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { TreeLook } from '../../src/core/answers/look.ts';
import { type Neighbour, neighboursOf } from '../../src/core/answers/neighbours.ts';
import type { Node } from '../../src/core/ids.ts';
import { cumOf } from '../../src/core/measures/measure.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { pathTo } from '../../src/core/tree/callTree.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { openPair } from './compareTop.ts';
import { fixtures, oracleMissing, pprofPeek, pprofTraces, sharedProfiles, type Trace } from './pprof.ts';

const pairs = [
  [join(fixtures, 'dedupe/heap-1300.pb.gz'), join(fixtures, 'dedupe/heap-1400.pb.gz')],
  [join(fixtures, 'real/service-base.pb.gz'), join(fixtures, 'real/service-current.pb.gz')],
  [join(sharedProfiles, 'etcd/base.pb'), join(sharedProfiles, 'etcd/current.pb.gz')],
] as const;
const sampleType = 'inuse_space';
const options = { sampleType, granularity: 'functions', normalize: false, filter: noFilter } as const;
/** Functions that are asked for: those with the most change. */
const mostAsked = 12;

/** Changes by path of names, those of the tree's nodes. */
type Paths = Map<string, number>;

function add(paths: Paths, names: readonly string[], value: number): void {
  for (let length = 1; length <= names.length; length++) {
    const path = names.slice(0, length).join('\n');
    paths.set(path, (paths.get(path) ?? 0) + value);
  }
}

function pathsOf({ merged: { tree, frames }, measure }: TreeLook): Paths {
  const paths: Paths = new Map();
  for (let node = 1 as Node; node < tree.count; node++) {
    const path = pathTo(tree, node).map(each => frames.name[tree.frame[each] ?? 0] ?? '');
    const change = cumOf(tree, measure.current, node) - cumOf(tree, measure.base, node);
    paths.set(path.join('\n'), (paths.get(path.join('\n')) ?? 0) + change);
  }
  return paths;
}

/** What pprof's traces make of it: `turn` gives the part of each stack, outermost first, that the tree has. */
function pathsIn(traces: readonly Trace[], turn: (stack: readonly string[]) => readonly string[]): Paths {
  const paths: Paths = new Map();
  for (const { stack, value } of traces) add(paths, turn(stack.toReversed()), value);
  return paths;
}

const listed = (all: readonly Neighbour[]): [string, number][] =>
  changed(new Map(all.map(each => [each.name, each.value.current - each.value.base])));

const changed = (paths: Paths): [string, number][] =>
  [...paths].filter(([, value]) => value !== 0).sort(([one], [other]) => (one < other ? -1 : 1));

for (const [base, current] of pairs) {
  test(`callers, callees and the inverted tree are those of pprof: ${base.split('/').slice(-2).join('/')}`, {
    skip: oracleMissing(base, current),
  }, async context => {
    const { looks } = openPair(base, current);
    const args = [`-sample_index=${sampleType}`, `-base=${base}`, current];
    const traces = await pprofTraces(args);
    const whole = { inverted: true, collapsed: false, around: null };
    assert.deepEqual(
      changed(pathsOf(looks.turned(options, whole))),
      changed(pathsIn(traces, stack => stack.toReversed())),
    );
    const look = looks.at(options);
    const { frames } = look.merged;
    const cums = new Map<string, number>();
    for (const { stack, value } of traces) {
      for (const name of new Set(stack)) cums.set(name, (cums.get(name) ?? 0) + value);
    }
    const asked = [...cums].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one)).slice(0, mostAsked);
    let edges = 0;
    for (const [name, cum] of asked) {
      const file = frames.file[frames.name.indexOf(name)] ?? '';
      // pprof tells no files apart here.
      if (frames.name.filter(each => each === name).length > 1) continue;
      const around = { name, file };
      const calleesLook = looks.turned(options, { inverted: false, collapsed: false, around });
      const callersLook = looks.turned(options, { inverted: true, collapsed: false, around });
      for (const { measure } of [calleesLook, callersLook]) {
        assert.equal((measure.current.at(-1) ?? 0) - (measure.base.at(-1) ?? 0), cum, name);
      }
      const [callees, callers] = [pathsOf(calleesLook), pathsOf(callersLook)];
      const outermost = (stack: readonly string[]): number => stack.indexOf(name);
      const expectedCallees = pathsIn(traces, stack =>
        outermost(stack) < 0 ? [] : stack.slice(outermost(stack) + 1),
      );
      const expectedCallers = pathsIn(traces, stack =>
        stack.slice(0, Math.max(0, outermost(stack))).reverse(),
      );
      assert.deepEqual(changed(callees), changed(expectedCallees), name);
      assert.deepEqual(changed(callers), changed(expectedCallers), name);
      const peeked = await pprofPeek(name, args);
      const { callers: above, callees: below } = neighboursOf(look, name, file);
      assert.deepEqual(listed(above), changed(peeked.callers), name);
      assert.deepEqual(listed(below), changed(peeked.callees), name);
      edges += above.length + below.length;
      // pprof counts a function once for each of its neighbours: where it calls itself, those are not parts of a whole.
      if (traces.some(({ stack }) => stack.indexOf(name) !== stack.lastIndexOf(name))) continue;
      const next = (paths: Paths): [string, number][] =>
        changed(paths).filter(([path]) => !path.includes('\n'));
      assert.deepEqual(next(callers), changed(peeked.callers), name);
      assert.deepEqual(next(callees), changed(peeked.callees), name);
    }
    context.diagnostic(`${traces.length} traces, ${asked.length} functions, ${edges} edges as in -peek`);
    assert.ok(edges > 0);
  });
}

test('what calls itself is no neighbour of its own, as in -peek', { skip: oracleMissing() }, async () => {
  const folder = temporaryFolder('recursion');
  const [base, current] = ([4, 9] as const).map(value => {
    const stacks = [
      ['main', 'a', 'a', 'leaf'],
      ['a', 'b', 'a', 'a'],
      ['main', ['a', 'a', 'b']],
    ];
    const path = join(folder, `${value}.pb`);
    writeFileSync(path, profileBytes({ samples: stacks.map(stack => ({ stack, values: [value] })) }));
    return path;
  }) as [string, string];
  const look = openPair(base, current).looks.at(options);
  for (const name of ['main', 'a', 'b', 'leaf']) {
    const peeked = await pprofPeek(name, [`-base=${base}`, current]);
    const { callers, callees } = neighboursOf(look, name, '');
    assert.deepEqual(listed(callers), changed(peeked.callers), name);
    assert.deepEqual(listed(callees), changed(peeked.callees), name);
  }
});
