import assert from 'node:assert/strict';
import test from 'node:test';
import { hintOfStack } from './hintAt.ts';

async function ruleOf(...stack: string[]): Promise<string | undefined> {
  return (await hintOfStack(stack))?.rule;
}

test('descriptors of goroutines', async () => {
  assert.equal(await ruleOf('runtime.malg', 'runtime.newproc1', 'runtime.newproc.func1'), 'goroutinesPileUp');
  assert.equal(await ruleOf('runtime.allgadd', 'runtime.newproc1'), 'goroutinesPileUp');
});

test('other allocations of the runtime', async () => {
  assert.equal(await ruleOf('runtime.allocm', 'runtime.newm'), undefined);
  assert.equal(await ruleOf('main.malg'), undefined);
  assert.equal(await ruleOf(), undefined);
});
