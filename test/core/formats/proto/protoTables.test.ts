import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { IdTable } from '../../../../src/core/formats/proto/protoIds.ts';
import {
  readFunctions,
  readLocations,
  readMappings,
} from '../../../../src/core/formats/proto/protoTables.ts';
import { Spans } from '../../../../src/core/formats/proto/spans.ts';
import { block, int } from '../../../fixtures/wireWriter.ts';

const strings = { length: 4, get: (index: number) => ['', 'f', 'f.go', 'id'][index] ?? '' };

function messages(...parts: readonly (readonly number[])[]): [Uint8Array, Spans] {
  const spans = new Spans('strings', defaultLimits, 'strings');
  const bytes: number[] = [];
  for (const part of parts) {
    spans.add(bytes.length, bytes.length + part.length);
    bytes.push(...part);
  }
  return [Uint8Array.from(bytes), spans];
}

test('reads mappings up to the highest address', () => {
  const last = 2n ** 64n - 1n;
  const whole = [
    ...int(1, 3),
    ...int(2, 5),
    ...int(3, last),
    ...int(4, 7),
    ...int(5, 2),
    ...int(6, 3),
    ...int(7, 1),
  ];
  const { ids, mappings } = readMappings(...messages(whole), strings);
  assert.deepEqual(mappings, [{ start: 5n, limit: last, fileOffset: 7n, file: 'f.go', buildId: 'id' }]);
  assert.equal(ids.rowOf(3, 0), 0);
});

test('reads functions, and their lines with signs', () => {
  const whole = [...int(1, 1), ...int(2, 1), ...int(3, 3), ...int(4, 2), ...int(5, -6)];
  const { functions } = readFunctions(...messages(whole, int(1, 2)), strings);
  assert.deepEqual([...functions.name], [1, 0]);
  assert.deepEqual([...functions.systemName], [3, 0]);
  assert.deepEqual([...functions.file], [2, 0]);
  assert.deepEqual([...functions.startLine], [-6, 0]);
});

test('reads locations with all their lines, innermost first', () => {
  const functionIds = new IdTable('function', 2);
  for (const id of [1, 2]) functionIds.add(id, 0, 0);
  const mappingIds = new IdTable('mapping', 1);
  mappingIds.add(1, 0, 0);
  const inlined = [
    ...int(1, 1),
    ...int(2, 1),
    ...int(3, 2n ** 64n - 2n),
    ...block(4, int(1, 2), int(2, 10), int(3, 4)),
    ...block(4, int(1, 1), int(2, 20)),
    ...int(5, 2),
  ];
  const { locations } = readLocations(
    ...messages(inlined, int(1, 2)),
    mappingIds,
    functionIds,
    defaultLimits,
  );
  assert.deepEqual([...locations.address], [2n ** 64n - 2n, 0n]);
  assert.deepEqual([...locations.mapping], [0, -1]);
  assert.deepEqual([...locations.folded], [1, 0]);
  assert.deepEqual([...locations.lineStart], [0, 2, 2]);
  assert.deepEqual([...locations.lineFunction], [1, 0]);
  assert.deepEqual([...locations.lineNumber], [10, 20]);
  assert.deepEqual([...locations.lineColumn], [4, 0]);
});
