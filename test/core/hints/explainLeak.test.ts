import assert from 'node:assert/strict';
import test from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';
import { PackageCode } from '../../../src/core/hints/packageCode.ts';
import { syntax } from '../code/parser.ts';
import { hintAt } from './hintAt.ts';

const leaky = 'package p\nvar seen = map[string]bool{}\nfunc f(id string) {\n\tseen[id] = true // here\n}\n';

test('a working set has no hint, whatever the source looks like', async () => {
  assert.equal(await hintAt(leaky, '// here', { retained: 0.49 }), null);
  assert.equal((await hintAt(leaky, '// here', { retained: 0.51 }))?.rule, 'onlyFilled');
  assert.equal((await hintAt(leaky, '// here', { retained: null }))?.rule, 'onlyFilled');
});

test('what cannot be read has no hint', async () => {
  assert.equal(await hintAt(leaky, '// here', { file: 'a.rb' }), null);
  assert.equal(await hintAt(leaky, 'package p'), null);
  const code = new PackageCode(syntax, new Map([['a.go', leaky]]));
  const input = { callers: [], stack: [], retained: null, references: null };
  for (const site of [null, { file: 'b.go', line: 4, name: '' }, { file: 'a.go', line: 99, name: '' }]) {
    assert.equal(await explainLeak(code, { ...input, site }, heedNothing), null);
  }
  code.dispose();
});
