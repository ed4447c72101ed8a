import assert from 'node:assert/strict';
import test from 'node:test';
import { csv, markdownTable } from '../../../src/core/report/tableText.ts';

test('numbers stand to the right, names are code that no name ends', () => {
  const columns = [
    { title: 'Flat', isText: false },
    { title: 'Name', isText: true },
  ];
  assert.equal(
    markdownTable(columns, [
      ['+1 MiB', 'main.f'],
      ['−2 MiB', 'a|b`c'],
    ]),
    '| Flat | Name |\n|--:|:--|\n| +1 MiB | `main.f` |\n| −2 MiB | `a\\|bˋc` |\n',
  );
});

test('numbers are numbers in a spreadsheet, and no name is a formula or breaks out of its cell', () => {
  assert.equal(
    csv([
      ['-0.25', '-12', 'a,b'],
      ['=cmd|x', '-1+2', 'say "x"'],
    ]),
    '-0.25,-12,"a,b"\r\n\'=cmd|x,\'-1+2,"say ""x"""\r\n',
  );
});
