import assert from 'node:assert/strict';
import test from 'node:test';
import { stackHint } from '../../../src/core/evidence/stackHint.ts';

function ruleOf(...stack: string[]): string | undefined {
  return stackHint('memory', stack, null)?.rule;
}

test('descriptors of goroutines', () => {
  assert.equal(ruleOf('runtime.malg', 'runtime.newproc1', 'runtime.newproc.func1'), 'goroutinesPileUp');
  assert.equal(ruleOf('runtime.allgadd', 'runtime.newproc1'), 'goroutinesPileUp');
});

test('other allocations of the runtime', () => {
  assert.equal(ruleOf('runtime.allocm', 'runtime.newm'), undefined);
  assert.equal(ruleOf('main.malg'), undefined);
  assert.equal(ruleOf(), undefined);
});

test('memory that writing a profile takes, and what only stands below labels', () => {
  for (const writer of ['runtime/pprof.writeHeap', 'jemalloc_pprof::JemallocProfCtl::dump_pprof']) {
    const hint = stackHint(
      'memory',
      ['compress/flate.NewWriter', writer, 'net/http.HandlerFunc.ServeHTTP'],
      null,
    );
    assert.equal(hint?.rule, 'profilerWrites');
    assert.ok(hint.text.includes(`\`${writer}\``), hint.text);
  }
  assert.equal(ruleOf('main.seen', 'runtime/pprof.Do', 'main.main'), undefined);
});

test('what writing a profile takes is said, however little of it stays; of goroutines it is not', () => {
  const stack = ['runtime/pprof.writeHeap'];
  assert.equal(stackHint('memory', stack, 0.1)?.rule, 'profilerWrites');
  assert.equal(stackHint('goroutines', stack, null), null);
});

test('a name in a hint ends no code and hides nothing', () => {
  const text = stackHint('memory', ['runtime/pprof.write`<img>\u202e'], null)?.text ?? '';
  assert.equal(text.split('`').length, 3);
  assert.doesNotMatch(text, /\u202e/);
});

test('what piles up in a library, but not where most of it is freed', () => {
  const dial = ['bufio.NewReaderSize', 'net/http.(*Transport).dialConn', 'net/http.(*Transport).dialConnFor'];
  assert.match(stackHint('memory', dial, 0.9)?.text ?? '', /^HTTP client connections pile up\. One stays /);
  assert.equal(stackHint('memory', dial, 0.4), null);
});

test('what leaked goroutines wait for, by the stacks of Go 1.27', () => {
  const waitOf = (...stack: string[]): string | undefined =>
    stackHint('leakedGoroutines', ['runtime.gopark', ...stack, 'main.serve'], null)?.text.split('. ')[0];
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
  assert.equal(stackHint('leakedGoroutines', ['main.serve'], null), null);
});
