import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines, type LineTable, namesPlace } from '../../../src/core/names/lineTable.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { profileOf } from '../answers/lookAt.ts';

function describe(table: LineTable, line: number): string {
  const { names, files, modules } = table;
  const name = names[table.name[line] ?? 0];
  const file = files[table.file[line] ?? 0];
  const module = modules[table.module[line] ?? 0];
  return `${name} ${file}:${table.line[line]} from ${table.startLine[line]} ${module}`;
}

function locationLines(table: LineTable, profile: number): string[][] {
  const { start, line } = table.locations[profile] ?? { start: [], line: [] };
  return [...start.slice(1)].map((end, i) =>
    [...line.slice(start[i], end)].map(number => describe(table, number)),
  );
}

const one = (
  stack: readonly (string | string[])[],
  more: Partial<Parameters<typeof profileOf>[0]> = {},
): Profile => profileOf({ samples: [{ stack, values: [1] }], ...more });

test('equal lines of two builds have one number, whatever their addresses', () => {
  const base = one(['main@main.go:3', 'work@main.go:9'], { firstAddress: 0x1000 });
  const current = one(['start@rt.go:1', 'main@main.go:3', 'work@main.go:10'], { firstAddress: 0x99000 });
  const table = internLines([base, current]);
  const numbers = (profile: number): number[] => [...(table.locations[profile]?.line ?? [])];
  const main = numbers(0)[0];
  assert.ok(main !== undefined && numbers(1).includes(main));
  assert.equal(new Set([...numbers(0), ...numbers(1)]).size, 4);
});

test('inlined frames stand outermost first, with the start line of the later profile', () => {
  const base = one([['outer@a.go:5', 'inner@b.go:7']], { startLines: { outer: 1, inner: 2 } });
  const current = one([['outer@a.go:5', 'inner@b.go:7']], { startLines: { outer: 3, inner: 4 } });
  const table = internLines([base, current]);
  assert.deepEqual(locationLines(table, 0), [['outer a.go:5 from 3 ', 'inner b.go:7 from 4 ']]);
  assert.deepEqual(locationLines(table, 1), locationLines(table, 0));
});

test('a name that the other profile spells otherwise is shown without type arguments', () => {
  const base = one(['main.F[go.shape.int_0]@a.go:1', 'main.G[...]@a.go:2']);
  const current = one(['main.F[...]@a.go:1', 'main.G[...]@a.go:2']);
  const table = internLines([base, current]);
  assert.deepEqual(
    [...(table.locations[0]?.line ?? [])].sort(),
    [...(table.locations[1]?.line ?? [])].sort(),
  );
  assert.deepEqual(locationLines(table, 0).flat().sort(), [
    'main.F[...] a.go:1 from 0 ',
    'main.G[...] a.go:2 from 0 ',
  ]);
});

test('what both profiles spell alike are functions of their own, and all of one profile alone', () => {
  const stack = ['main.F[go.shape.int]@a.go:1', 'main.F[go.shape.string]@a.go:1'];
  const expected = ['main.F[go.shape.int] a.go:1 from 0 ', 'main.F[go.shape.string] a.go:1 from 0 '];
  for (const profiles of [[one(stack)], [one(stack), one(stack)]]) {
    assert.deepEqual(locationLines(internLines(profiles), 0).flat().sort(), expected);
  }
});

test('a profile knows its functions as it spells them itself', () => {
  const table = internLines([one(['f::h0123456789abcdef@./a.rs:1']), one(['f::hfedcba9876543210@a.rs:1'])]);
  assert.deepEqual(locationLines(table, 0), [['f a.rs:1 from 0 ']]);
  assert.deepEqual(
    table.locations.map(({ functionName: [name = 0], functionFile: [file = 0] }) => [
      table.names[name],
      table.files[file],
    ]),
    [
      ['f::h0123456789abcdef', './a.rs'],
      ['f::hfedcba9876543210', 'a.rs'],
    ],
  );
});

test('what changes with the build does not tell functions apart; one spelling is shown as it is', () => {
  const base = one([
    'put::h463b2c6f0ba30854@a.rs:1',
    'App$$Lambda$233/0x0000000800d4c1f0.run@App.java',
    'grow::h0123456789abcdef@a.rs:9',
  ]);
  const current = one([
    'put::hf00dbeef0ba30854@a.rs:1',
    'App$$Lambda$234/0x0000000800d4c3f8.run@App.java',
    'grow::h0123456789abcdef@a.rs:9',
  ]);
  const table = internLines([base, current]);
  assert.deepEqual(locationLines(table, 0), locationLines(table, 1));
  assert.deepEqual(locationLines(table, 0).flat().sort(), [
    'App$$Lambda.run App.java:0 from 0 ',
    'grow::h0123456789abcdef a.rs:9 from 0 ',
    'put a.rs:1 from 0 ',
  ]);
});

test('a frame without a function is named after its module and the offset in it', () => {
  const profile = one(['lost'], { binary: { file: '/usr/lib/libfoo.so.6' } });
  const bare: Profile = {
    ...profile,
    locations: {
      ...profile.locations,
      lineStart: new Uint32Array(2),
      lineFunction: new Int32Array(0),
      lineNumber: new Float64Array(0),
    },
  };
  const [names] = locationLines(internLines([bare]), 0);
  assert.match(names?.[0] ?? '', /^\[libfoo\.so\.6\] 0x[0-9a-f]+ :0 from 0 \[libfoo\.so\.6\]$/);
  const unmapped = { ...bare, mappings: [], locations: { ...bare.locations, mapping: Int32Array.of(-1) } };
  assert.match(locationLines(internLines([unmapped]), 0)[0]?.[0] ?? '', /^\[unknown\] 0x/);
});

test('a binary of one build has one name, that of the last profile', () => {
  const named = (file: string, buildId: string): string[] => {
    const of = (path: string): Profile => one(['main@m.c:1', []], { binary: { file: path, buildId } });
    const table = internLines([of(file), of('/app/server')]);
    return [0, 1].map(profile => locationLines(table, profile)[1]?.[0]?.split(' 0x')[0] ?? '');
  };
  assert.deepEqual(named('/app/server (deleted)', 'abcdef01'), ['[server]', '[server]']);
  assert.deepEqual(named('/old/server (deleted)', ''), ['[server (deleted)]', '[server]']);
});

test('file names are cleaned before they are compared', () => {
  const table = internLines([one(['f@./x/../a.c:1']), one(['f@a.c:1'])]);
  assert.deepEqual(table.locations[0]?.line, table.locations[1]?.line);
});

test('a class without a file is told by its name, in the profile of a JVM', () => {
  const files = (...stack: string[]): readonly string[] =>
    internLines([one(stack)])
      .files.slice(1)
      .sort();
  assert.deepEqual(
    files(
      'java/lang/Thread.run',
      'com/acme/Cache$Entry.put',
      'com/acme/App$$Lambda$5/0x0000000800d4c1f0.run',
      'start_thread',
    ),
    ['com/acme/App', 'com/acme/Cache', 'java/lang/Thread'],
  );
  assert.deepEqual(files('java.lang.Thread.run', 'com.acme.Cache.put@Cache.java:3'), [
    'Cache.java',
    'java/lang/Thread',
  ]);
  assert.deepEqual(files('main.Cache.Put', 'time.Time.String'), []);
});

test('addresses of scripts stay whole where V8 wrote them', () => {
  const profile = one(['f@https://example.com/a.js:1']);
  assert.deepEqual(locationLines(internLines([profile]), 0), [['f https:/example.com/a.js:1 from 0 ']]);
  assert.deepEqual(locationLines(internLines([{ ...profile, format: 'v8' }]), 0), [
    ['f https://example.com/a.js:1 from 0 '],
  ]);
});

test('a place is one of the table when a line is of that function in that file', () => {
  const table = internLines([
    one(['main.main@a.go:3', 'lib.F[go.shape.int_0]@b.go:9']),
    one(['lib.F[go.shape.int]@b.go:9', 'bare']),
  ]);
  const names = (name: string, file: string): boolean => namesPlace(table, { name, file });
  assert.deepEqual([names('main.main', 'a.go'), names('lib.F[...]', 'b.go')], [true, true]);
  assert.ok(names('a.go', 'a.go'), 'a file as a whole');
  assert.deepEqual(
    [names('main.main', 'b.go'), names('main.main', 'c.go'), names('', '')],
    [false, false, false],
  );
  assert.deepEqual([names('bare', ''), names('c.go', 'c.go')], [false, false]);
});
