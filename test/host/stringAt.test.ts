import assert from 'node:assert/strict';
import test from 'node:test';
import { stringColumn } from '../../src/core/answers/frameColumns.ts';
import { stringAt } from '../../src/host/stringAt.ts';

test('strings come back as they went in', () => {
  const strings = ['', 'main.f', 'größer ▲', '\ufeffmain.f', '\ufeff', ''];
  const column = stringColumn(strings);
  assert.deepEqual(
    strings.map((_, i) => stringAt(column, i)),
    strings,
  );
});
