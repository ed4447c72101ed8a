import assert from 'node:assert/strict';
import test from 'node:test';
import { folded } from '../../../src/core/report/folded.ts';

test('Markdown in HTML begins and ends with an empty line, and nothing is folded where nothing is', () => {
  assert.deepEqual(folded('More', ['a']), ['<details><summary>More</summary>', '', 'a', '', '</details>']);
  assert.deepEqual(folded('More', []), []);
});
