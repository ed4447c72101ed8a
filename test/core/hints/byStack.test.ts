import assert from 'node:assert/strict';
import test from 'node:test';
import { goroutinesLeft } from '../../../src/core/hints/byStack.ts';
import { hintAt, hintOfStack } from './hintAt.ts';

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

test('memory that writing a profile takes, and what only stands below labels', async () => {
  for (const writer of ['runtime/pprof.writeHeap', 'jemalloc_pprof::JemallocProfCtl::dump_pprof']) {
    const hint = await hintOfStack(['compress/flate.NewWriter', writer, 'net/http.HandlerFunc.ServeHTTP']);
    assert.equal(hint?.rule, 'profilerWrites');
    assert.ok(hint.text.includes(`\`${writer}\``), hint.text);
  }
  assert.equal(await ruleOf('main.seen', 'runtime/pprof.Do', 'main.main'), undefined);
});

test('what writing a profile takes is said, however little of it stays; of goroutines it is not', async () => {
  const stack = ['runtime/pprof.writeHeap'];
  const text = 'package a\n\nfunc write() []byte {\n\treturn make([]byte, 9)\n}\n';
  assert.equal((await hintAt(text, 'make', { stack, retained: 0.1 }))?.rule, 'profilerWrites');
  assert.equal((await hintAt(text, 'make', { stack, kind: 'goroutines' }))?.rule, undefined);
});

test('what leaked goroutines wait for, by the stacks of Go 1.27', () => {
  const waitOf = (...stack: string[]): string | undefined =>
    goroutinesLeft(['runtime.gopark', ...stack, 'main.serve'])?.text.split('. ')[0];
  assert.match(
    waitOf('runtime.chansend', 'runtime.chansend1') ?? '',
    /to send to a channel that nothing receives/,
  );
  assert.match(
    waitOf('runtime.chanrecv', 'runtime.chanrecv2') ?? '',
    /to receive from a channel that nothing sends/,
  );
  assert.match(waitOf('runtime.selectgo') ?? '', /in a `select`, and nothing/);
  assert.match(waitOf('runtime.block') ?? '', /in a `select`, and nothing/);
  assert.match(
    waitOf(
      'runtime.goparkunlock',
      'runtime.semacquire1',
      'sync.runtime_SemacquireWaitGroup',
      'sync.(*WaitGroup).Wait',
    ) ?? '',
    /for a `sync\.WaitGroup` that nothing can finish/,
  );
  assert.match(
    waitOf('sync.runtime_notifyListWait', 'sync.(*Cond).Wait') ?? '',
    /a `sync\.Cond` that nothing signals/,
  );
  for (const lock of [
    ['internal/sync.runtime_SemacquireMutex', 'internal/sync.(*Mutex).lockSlow', 'sync.(*Mutex).Lock'],
    ['sync.runtime_SemacquireRWMutexR', 'sync.(*RWMutex).RLock'],
  ]) {
    assert.match(waitOf(...lock) ?? '', /for a lock that nothing can unlock/);
  }
  assert.equal(goroutinesLeft(['main.serve']), null);
});
