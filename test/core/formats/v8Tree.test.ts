import assert from 'node:assert/strict';
import test from 'node:test';
import { JsonCursor } from '../../../src/core/formats/jsonCursor.ts';
import { bounds, defaultLimits } from '../../../src/core/formats/limits.ts';
import { ProfileBuilder } from '../../../src/core/formats/profileBuilder.ts';
import { readV8Tree, wholeNumber } from '../../../src/core/formats/v8Tree.ts';

const cursor = (text: string): JsonCursor => new JsonCursor(new TextEncoder().encode(text));
const read = (text: string) => readV8Tree(cursor(text), new ProfileBuilder(defaultLimits));
const frame = (name: string): string =>
  `"callFrame":{"functionName":"${name}","url":"a.js","lineNumber":1,"columnNumber":1}`;

test('nodes stand before their children, in whatever order their keys are', () => {
  const leaf = `{"id":9,"selfSize":3,${frame('leaf')}}`;
  const one = `{"children":[${leaf},{"selfSize":4,"other":[{}],${frame('b')},"children":[]}],${frame('a')},"selfSize":2}`;
  const tree = read(`{"selfSize":1,"children":[${one},${leaf}],${frame('(root)')}}`);
  const rows = Array.from({ length: tree.count }, (_, row) => [
    tree.parent[row],
    tree.selfSize[row],
    tree.id[row],
  ]);
  assert.deepEqual(rows, [
    [-1, 1, 0],
    [0, 2, 0],
    [1, 3, 9],
    [1, 4, 0],
    [0, 3, 9],
  ]);
  assert.equal(tree.location[2], tree.location[4]);
  assert.notEqual(tree.location[1], tree.location[2]);
});

test('the oldest profiles have their frames in the nodes themselves', () => {
  const old = (name: string, children = ''): string =>
    `{"functionName":"${name}","scriptId":1,"lineNumber":4,"columnNumber":2,"url":"a.js","selfSize":5,"children":[${children}]}`;
  const builder = new ProfileBuilder(defaultLimits);
  const tree = readV8Tree(cursor(old('(root)', old('f'))), builder);
  builder.sample([tree.location[1] ?? -1], [5]);
  const { strings, functions, locations } = builder.build({
    format: 'v8',
    sampleTypes: [{ type: 'a', unit: 'b' }],
  });
  assert.deepEqual([strings.get(functions.name[0] ?? 0), locations.lineNumber[0]], ['f', 5]);
});

test('keeps as many nodes as there are, and refuses a stack that is too deep', () => {
  const wide = `{"selfSize":0,${frame('r')},"children":[${new Array(1000).fill(`{"selfSize":7,${frame('f')}}`).join()}]}`;
  const tree = read(wide);
  assert.deepEqual([tree.count, tree.selfSize[1000], tree.parent[1000]], [1001, 7, 0]);
  const deep = (depth: number): string =>
    `${`{"selfSize":0,${frame('f')},"children":[`.repeat(depth)}${']}'.repeat(depth)}`;
  assert.equal(read(deep(bounds.stackFrames + 1)).count, bounds.stackFrames + 1);
  assert.throws(() => read(deep(bounds.stackFrames + 2)), { code: 'tooLarge' });
});

test('refuses nodes that lack something, and those of a CPU profile', () => {
  assert.throws(() => read('{"selfSize":1}'), { code: 'malformed', message: /no callFrame/ });
  assert.throws(() => read(`{${frame('f')}}`), { code: 'malformed', message: /no selfSize/ });
  assert.throws(() => read(`{${frame('f')},"selfSize":0,"children":[1]}`), { code: 'malformed' });
  assert.throws(() => read(`{${frame('f')},"hitCount":1}`), { code: 'wrongKind' });
});

test('whole numbers are whole, exact and numbers', () => {
  assert.equal(wholeNumber(cursor('-12'), 'x'), -12);
  for (const text of ['1.5', '1e300', '"1"', 'null', '[]']) {
    assert.throws(() => wholeNumber(cursor(text), 'size'), { code: 'malformed' }, text);
  }
});
