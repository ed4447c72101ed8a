import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const module = `const seen = new Map<string, number>();
const log: string[] = [];
const names = new Set();
const byId: Record<string, object> = {};

export function mark(id: string) {
  if (seen.has(id)) return seen.get(id);
  seen.set(id, Date.now()); // map
  log.push(id); // array
  names.add(id); // set
  byId[id] = {}; // object
  return [...names].length + log.length;
}
`;
const marks = ['// map', '// array', '// set', '// object'];
const file = 'a.ts';

test("a module's collections that are only added to", async () => {
  for (const mark of marks) assert.equal((await hintAt(module, mark, { file }))?.rule, 'onlyFilled', mark);
  assert.match(
    (await hintAt(module, '// map', { file }))?.text ?? '',
    /^`seen` gains keys here: it is added to at one place and taken from at none/,
  );
});

test('fixed: each loses, is bounded, replaced or handed on', async () => {
  const fixes: readonly (readonly [string, string])[] = [
    ['// map', 'seen.delete(id);'],
    ['// map', 'seen.clear();'],
    ['// map', 'if (seen.size > 100) return;'],
    ['// map', 'prune(seen);'],
    ['// map', 'return { seen };'],
    ['// array', 'log.shift();'],
    ['// array', 'log.length = 0;'],
    ['// array', 'if (log.length >= 10) return;'],
    ['// set', 'names.delete(id);'],
    ['// object', 'delete byId[id];'],
    ['// object', 'module.exports = { byId };'],
  ];
  for (const [mark, fix] of fixes) {
    assert.equal(await hintAt(`${module}function fix(id) {\n  ${fix}\n}\n`, mark, { file }), null, fix);
  }
  assert.equal(await hintAt(module.replace('const seen', 'export const seen'), '// map', { file }), null);
});

test('a local collection is not kept', async () => {
  assert.equal(
    await hintAt(module.replace('  if (seen', '  const seen = new Map();\n  if (seen'), '// map', { file }),
    null,
  );
  assert.equal(
    await hintAt(module.replace('(id: string)', '(id: string, seen: Map<string, number>)'), '// map', {
      file,
    }),
    null,
  );
  const closure = `const seen = new Map();\nfunction outer() {\n  const seen = new Map();\n  return function inner(id) {\n    seen.set(id, 1); // map\n  };\n}\n`;
  assert.equal(await hintAt(closure, '// map', { file }), null);
});

const cls = `class SessionCache {
  #byId = new Map();
  constructor() {
    this.order = [];
  }
  put(session) {
    this.#byId.set(session.id, session); // field
    this.order.push(session.id); // assigned
  }
}
`;

test("a long-lived class's field", async () => {
  assert.match(
    (await hintAt(cls, '// assigned', { file: 'a.js' }))?.text ?? '',
    /^`this\.order` gains elements here/,
  );
  assert.match(
    (await hintAt(cls, '// field', { file: 'a.js' }))?.text ?? '',
    /^`this\.#byId` gains keys here/,
  );
  assert.equal(await hintAt(cls.replaceAll('SessionCache', 'Parse'), '// field', { file: 'a.js' }), null);
  const kept = `${cls.replaceAll('SessionCache', 'Parse')}const one = new Parse();\n`;
  assert.equal((await hintAt(kept, '// assigned', { file: 'a.js' }))?.rule, 'onlyFilled');
});

test('fixed: a field that loses, here or elsewhere in the folder', async () => {
  const drop = cls.replace('  put(', '  drop(id) { this.#byId.delete(id); this.order = []; }\n  put(');
  assert.equal(await hintAt(drop, '// field', { file: 'a.js' }), null);
  assert.equal(await hintAt(drop, '// assigned', { file: 'a.js' }), null);
  for (const [operator, rule] of [
    ['!==', undefined],
    ['!=', undefined],
    ['===', 'onlyFilled'],
    ['==', 'onlyFilled'],
  ] as const) {
    const reset = cls.replace(
      '  put(',
      `  reset() { if (this.order ${operator} null) this.order = []; }\n  put(`,
    );
    assert.equal((await hintAt(reset, '// assigned', { file: 'a.js' }))?.rule, rule, operator);
  }
  const more = { 'b.js': 'function f(cache) { cache.order.splice(0); }' };
  assert.equal(await hintAt(cls, '// assigned', { file: 'a.js', more }), null);
});

test("V8 gives the function's line: its only addition counts, two say nothing", async () => {
  const one = 'const kept = [];\nfunction keep(x) { // here\n  kept.push(x);\n}\n';
  assert.deepEqual((await hintAt(one, '// here', { file: 'a.js' }))?.lines[0], { file: 'a.js', line: 3 });
  assert.equal(await hintAt(module, 'export function', { file }), null);
});
