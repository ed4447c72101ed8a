import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { csvCells, csvSeparator } from '../../../src/core/metrics/csvCells.ts';

test('cells with and without quotes; a quote that is not closed', () => {
  assert.deepEqual(csvCells('a, b,,c', ','), ['a', ' b', '', 'c']);
  assert.deepEqual(csvCells('"a,1";"say ""hi""";', ';'), ['a,1', 'say "hi"', '']);
  assert.deepEqual(csvCells('a, "b"', ','), ['a', 'b']);
  assert.equal(csvCells('a,"b', ','), null);
});

test('whatever is quoted comes back', () => {
  const cells = fc.array(
    fc.string().map(text => text.replaceAll('\n', '')),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(cells, fc.constantFrom(',', ';', '\t'), (given, separator) => {
      const line = given.map(cell => `"${cell.replaceAll('"', '""')}"`).join(separator);
      assert.deepEqual(csvCells(line, separator), given);
    }),
  );
});

test('the separator is the one that separates most, outside of quotes', () => {
  assert.equal(csvSeparator('time,rss,requests'), ',');
  assert.equal(csvSeparator('time;rss;"a,b,c,d"'), ';');
  assert.equal(csvSeparator('time\trss'), '\t');
  assert.equal(csvSeparator('time'), ',');
});
