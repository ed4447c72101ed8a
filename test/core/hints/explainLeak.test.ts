import assert from 'node:assert/strict';
import test from 'node:test';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';
import { hintAt } from './hintAt.ts';

const leaky = 'package p\nvar seen = map[string]bool{}\nfunc f(id string) {\n\tseen[id] = true // here\n}\n';

test('a working set has no hint, whatever the source looks like', async () => {
  assert.equal(await hintAt(leaky, '// here', { retained: 0.19 }), null);
  assert.equal((await hintAt(leaky, '// here', { retained: 0.21 }))?.rule, 'onlyFilled');
  assert.equal((await hintAt(leaky, '// here', { retained: null }))?.rule, 'onlyFilled');
});

test('what cannot be read has no hint', async () => {
  assert.equal(await hintAt(leaky, '// here', { file: 'a.rb' }), null);
  assert.equal(await hintAt(leaky, 'package p'), null);
  const sources = new Map([['a.go', leaky]]);
  for (const site of [null, { file: 'b.go', line: 4, name: '' }, { file: 'a.go', line: 99, name: '' }]) {
    assert.equal(explainLeak({ sources, site, stack: [], retained: null }), null);
  }
});
