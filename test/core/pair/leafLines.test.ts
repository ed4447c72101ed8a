import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines, truncatedLine } from '../../../src/core/names/lineTable.ts';
import { compare } from '../../../src/core/pair/comparison.ts';
import { leafLines } from '../../../src/core/pair/leafLines.ts';
import { heap } from '../answers/lookAt.ts';

test('each sample by the line that its stack ends in, the same line for all profiles', () => {
  const profiles = [heap('main;f@f.go:1 1', 'f@f.go:1;g@g.go:2 1'), heap('main;g@g.go:2 1', ' 1')];
  const lines = internLines(profiles);
  const names = leafLines(compare(profiles), lines).map(ends =>
    Array.from(ends, line => (line === truncatedLine ? '' : lines.names[lines.name[line] as number])),
  );
  assert.deepEqual(names, [
    ['f', 'g'],
    ['g', ''],
  ]);
});
