import assert from 'node:assert/strict';
import test from 'node:test';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';
import { hintAt } from './hintAt.ts';

const leaky = 'package p\nvar seen = map[string]bool{}\nfunc f(id string) {\n\tseen[id] = true // here\n}\n';

test('a working set has no hint, whatever the source looks like', () => {
  assert.equal(hintAt(leaky, '// here', { retained: 0.19 }), null);
  assert.equal(hintAt(leaky, '// here', { retained: 0.21 })?.rule, 'goGlobalCache');
  assert.equal(hintAt(leaky, '// here', { retained: null })?.rule, 'goGlobalCache');
});

test('what cannot be read has no hint', () => {
  assert.equal(hintAt(leaky, '// here', { file: 'a.rb' }), null);
  assert.equal(hintAt(leaky, 'package p'), null);
  const sources = new Map([['a.go', leaky]]);
  for (const site of [null, { file: 'b.go', line: 4, name: '' }, { file: 'a.go', line: 99, name: '' }]) {
    assert.equal(explainLeak({ sources, site, stack: [], retained: null }), null);
  }
});
