import assert from 'node:assert/strict';
import test from 'node:test';
import { OpenRequests } from '../../src/core/openRequests.ts';

test('replies find their requests by id, in any order, once', async () => {
  const requests = new OpenRequests();
  const ids: number[] = [];
  const first = requests.ask<string>(id => ids.push(id));
  const second = requests.ask<string>(id => ids.push(id));
  assert.deepEqual(ids, [1, 2]);
  requests.resolve(2, 'second');
  requests.reject(2, new Error('too late'));
  requests.reject(1, new Error('refused'));
  requests.resolve(7, 'nobody asked');
  assert.equal(await second, 'second');
  await assert.rejects(first, /refused/);
});

test('a request that cannot be sent is settled by what stopped it', async () => {
  const failed = new OpenRequests().ask(() => {
    throw new Error('cannot be cloned');
  });
  await assert.rejects(failed, /cannot be cloned/);
});

test('what is abandoned settles, and what is asked later is open again', async () => {
  const requests = new OpenRequests();
  const open = [requests.ask(() => {}), requests.ask(() => {})];
  requests.abandon(new Error('gone'));
  for (const each of open) await assert.rejects(each, /gone/);
  const later = requests.ask<number>(id => requests.resolve(id, 3));
  assert.equal(await later, 3);
});
