import assert from 'node:assert/strict';
import test from 'node:test';
import { reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { SeriesNames, siteKey } from '../../../src/core/reduce/seriesNames.ts';
import { heap } from '../answers/lookAt.ts';

test('names of one stable name are one site of a capture, known by that where there are several', () => {
  const [one, other] = ['m.F[go.shape.int]', 'm.F[go.shape.string]'];
  const { sites } = reduceCapture(
    heap(`main;${one}@f.go:3 1`, `main;${other}@f.go:3 2`, 'main;m.G[go.shape.int]@f.go:9 4'),
    'a',
  );
  assert.deepEqual([...sites.values()].map(({ name, value }) => [name, value]).sort(), [
    ['m.F[...]', 3],
    ['m.G[go.shape.int]', 4],
  ]);
});

test('builds of one program name a site alike', () => {
  assert.equal(
    siteKey('app::put::h0123456789abcdef', 'p.rs'),
    siteKey('app::put::hfedcba9876543210', 'p.rs'),
  );
  assert.equal(siteKey('m.F[go.shape.int_0]', 'f.go'), siteKey('m.F[...]', 'f.go'));
  assert.notEqual(siteKey('put', 'a.go'), siteKey('put', 'b.go'));
});

test('equal functions of captures are one object', () => {
  const names = new SeriesNames();
  const known = names.of('app::put::h0123456789abcdef', 'p.rs');
  assert.equal(known.key, siteKey('app::put', 'p.rs'));
  assert.equal(known.stable.name, 'app::put');
  assert.equal(names.of(['app::put', 'h0123456789abcdef'].join('::'), 'p.rs'), known);
  assert.notEqual(names.of('app::put::h0123456789abcdef', 'q.rs'), known);
});

test('captures with the same functions, in whatever order, have one list of them; another has its own', () => {
  const names = new SeriesNames();
  const [one, other, more] = [
    heap('main;a@a.go:1 1', 'main;b@b.go:1 2'),
    heap('main;b@b.go:1 2', 'main;a@a.go:1 1'),
    heap('main;b@b.go:1 2', 'main;c@a.go:1 1'),
  ].map(profile => reduceCapture(profile, 'a.pb', { names }).program.functions);
  assert.equal(one, other);
  assert.deepEqual(
    more?.map(({ name }) => name),
    ['main', 'b', 'c'],
  );
});

test('what is own is told anew where a capture has other functions', () => {
  const names = new SeriesNames();
  const ownOf = (...stacks: readonly string[]): readonly (readonly string[])[] =>
    Array.from(reduceCapture(heap(...stacks), 'a.pb', { names }).sites.values(), ({ own }) => own);
  const stack = 'corp.com/app.run@/src/app/run.go:1;net.Read@/go/src/net/net.go:3 5';
  assert.deepEqual(ownOf(stack), [['corp.com/app.run']]);
  // A second module beside it: nothing tells which is the reader's.
  assert.deepEqual(ownOf(stack, 'else.org/lib.f@/src/lib/f.go:1 1'), [[], []]);
});
