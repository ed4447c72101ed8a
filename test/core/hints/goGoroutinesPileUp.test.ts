import assert from 'node:assert/strict';
import test from 'node:test';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';

function ruleOf(...stack: string[]): string | undefined {
  return explainLeak({ sources: new Map(), site: null, stack, retained: null })?.rule;
}

test('descriptors of goroutines', () => {
  assert.equal(ruleOf('runtime.malg', 'runtime.newproc1', 'runtime.newproc.func1'), 'goGoroutinesPileUp');
  assert.equal(ruleOf('runtime.allgadd', 'runtime.newproc1'), 'goGoroutinesPileUp');
});

test('other allocations of the runtime', () => {
  assert.equal(ruleOf('runtime.allocm', 'runtime.newm'), undefined);
  assert.equal(ruleOf('main.malg'), undefined);
  assert.equal(ruleOf(), undefined);
});
