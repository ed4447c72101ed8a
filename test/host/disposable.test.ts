import assert from 'node:assert/strict';
import test from 'node:test';
import { Disposable } from '../../src/host/disposable.ts';

class Holder extends Disposable {
  hold(name: string, log: string[]): string {
    return this.register({ name, dispose: () => log.push(name) }).name;
  }

  holdAll(log: string[], ...names: readonly string[]): void {
    this.registerAll(...names.map(name => ({ dispose: () => log.push(name) })));
  }

  get gone(): boolean {
    return this.isDisposed;
  }
}

test('what is held is let go once, the latest first', () => {
  const log: string[] = [];
  const holder = new Holder();
  assert.equal(holder.hold('first', log), 'first');
  holder.holdAll(log, 'second', 'third');
  assert.deepEqual([log, holder.gone], [[], false]);
  holder.dispose();
  holder.dispose();
  assert.deepEqual([log, holder.gone], [['third', 'second', 'first'], true]);
});

test('what comes after the end is let go at once', () => {
  const log: string[] = [];
  const holder = new Holder();
  holder.dispose();
  holder.hold('late', log);
  assert.deepEqual(log, ['late']);
});
