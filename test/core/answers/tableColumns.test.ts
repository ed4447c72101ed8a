import assert from 'node:assert/strict';
import test from 'node:test';
import { tableOf } from '../../../src/core/answers/tableColumns.ts';
import { heap, lookAt } from './lookAt.ts';

test('row i of each column is frame i', () => {
  const table = tableOf(lookAt([heap('main;a 1', 'main;b 20'), heap('main;a 4')]));
  assert.equal(new TextDecoder().decode(table.frames.name.bytes), 'bamain');
  assert.deepEqual([...table.flatBase], [20, 1, 0]);
  assert.deepEqual([...table.flatCurrent], [0, 4, 0]);
  assert.deepEqual([...table.cumBase], [20, 1, 21]);
  assert.deepEqual([...table.cumCurrent], [0, 4, 4]);
  assert.deepEqual([...table.increase], [0, 3, 0]);
});
