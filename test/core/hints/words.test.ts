import assert from 'node:assert/strict';
import test from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { additionAt, type Gain, siteOf, usedAs } from '../../../src/core/hints/gain.ts';
import type { PackageCode } from '../../../src/core/hints/packageCode.ts';
import {
  filled,
  functionTitle,
  keptText,
  lookedAt,
  titleOf,
  whereOf,
} from '../../../src/core/hints/words.ts';
import { nodeIn, packageOf, sourceOf } from './packageOf.ts';

const fn = { name: 'put', owner: 'Cache', line: 7, endLine: 9, literals: [] };

test('an expression stands on one line, cut where it is long', () => {
  assert.equal(titleOf('a(\n\t\tb,\n)'), 'a( b, )');
  assert.equal(titleOf('x'.repeat(60)), 'x'.repeat(60));
  assert.equal(titleOf('x'.repeat(61)), `${'x'.repeat(60)}…`);
});

test('a function is called as people of its language write it', async t => {
  const titles: string[] = [];
  for (const file of ['a.go', 'a.rs', 'a.ts', 'a.py', 'a.java']) {
    const { source } = await sourceOf(t, file, '');
    titles.push(functionTitle(source, fn));
    assert.equal(functionTitle(source, { ...fn, owner: '' }), 'put');
    assert.equal(functionTitle(source, { ...fn, owner: '', name: '' }), 'function at line 7');
    assert.equal(functionTitle(source, { ...fn, name: '<clinit>' }), 'function at line 7');
    assert.equal(functionTitle(source, { ...fn, name: '<init>' }), 'new Cache');
  }
  assert.deepEqual(titles, ['(*Cache).put', 'Cache::put', 'Cache.put', 'Cache.put', 'Cache.put']);
});

test("a pattern's sentence has what it found in it, the first match before the next", async t => {
  const { source } = await sourceOf(t, 'a.ts', 'emitter.addListener(\n  name);');
  const node = (part: string) => nodeIn(source, source.parsed.text, part);
  const method = { nodes: new Map([['method', node('addListener')]]), set: {} };
  const all = {
    nodes: new Map([
      ['method', node('emitter')],
      ['a.b', node('name')],
    ]),
    set: {},
  };
  const say = (text: string | null): string => filled(text, source, fn, null, method, all);
  assert.equal(
    say('`{method}` in `{function}`, no `{method/add/remove}` of {a.b}{none}.'),
    '`addListener` in `Cache.put`, no `removeListener` of name.',
  );
  assert.equal(filled('{method/add/rem}', source, fn, all), 'emitter');
  assert.equal(say(null), '');
});

test('what was kept is said in percent, as far as it is known', () => {
  assert.match(keptText(null), /^How much .* these profiles do not tell\.$/);
  assert.match(keptText(0.876), /^Of what was allocated here .* 88 % is still there\.$/);
  assert.match(keptText(1.2), / 100 % /);
});

async function gainIn(code: PackageCode, file: string, line: number): Promise<Gain> {
  const site = await siteOf(code, { file, line, name: '' }, heedNothing);
  const addition = site && (await additionAt(code, site, heedNothing));
  const gain = addition && (await usedAs(code, addition, null, heedNothing));
  assert.ok(gain);
  return gain;
}

test('a hint tells how far it looked', async t => {
  const go = packageOf(t, {
    'a.go': 'package p\nvar m = map[string]int{}\nfunc f(k string) { m[k] = 1 }',
    'b.go': 'package p',
  });
  const inGo = await gainIn(go, 'a.go', 3);
  assert.equal(lookedAt(go, inGo, null), 'Looked at: package p, 2 files.');
  const references = [1, 2].map(line => ({ file: 'a.go', line, column: 0 }));
  assert.equal(
    lookedAt(go, inGo, references),
    'Looked at: all 2 references that the language server knows, in 1 file.',
  );
  const js = packageOf(t, {
    'a.js':
      'const m = new Map();\nfunction f(k) { m.set(k, 1); }\nclass C { n = new Map(); g(k) { this.n.set(k, 1); } }',
  });
  assert.equal(lookedAt(js, await gainIn(js, 'a.js', 2), null), 'Looked at: this folder, 1 file.');
  assert.equal(lookedAt(js, await gainIn(js, 'a.js', 3), null), 'Looked at: this folder, 1 file.');
  const local = packageOf(t, {
    'a.js': 'function make() {\n  const m = new Map();\n  return k => {\n    m.set(k, 1);\n  };\n}',
  });
  assert.equal(lookedAt(local, await gainIn(local, 'a.js', 4), null), 'Looked at: this file.');
});

test('where something is added: here, further on, or in the caller that gets it', async t => {
  const code = packageOf(t, { 'a.js': 'const m = new Map();\nfunction f(k) { m.set(k, 1); }' });
  const gain = await gainIn(code, 'a.js', 2);
  assert.equal(whereOf(gain), 'here');
  assert.equal(whereOf({ ...gain, isHanded: true }), 'in `f`, which gets what is allocated here');
  const go = packageOf(t, {
    'a.go': 'package p\nvar m = map[string]*t{}\nfunc f(k string) {\n\te := &t{}\n\tm[k] = e\n}',
  });
  assert.equal(whereOf(await gainIn(go, 'a.go', 5)), 'here');
  assert.equal(whereOf(await gainIn(go, 'a.go', 4)), 'at line 5, with what is allocated here');
});
