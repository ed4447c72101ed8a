import assert from 'node:assert/strict';
import test from 'node:test';
import { readProto } from '../../../src/core/formats/proto/protoReader.ts';
import { symbolizedMappings } from '../../../src/core/names/mappings.ts';
import { block, bytesOf, int } from '../../fixtures/wireWriter.ts';

test('a mapping is symbolized where it has locations and all of them have lines', () => {
  const line = block(4, int(1, 1));
  const bytes = bytesOf(
    block(1, int(1, 0)),
    ...[1, 2, 3].map(id => block(3, int(1, id))),
    block(4, int(1, 1), int(2, 1), line),
    block(4, int(1, 2), int(2, 1), line),
    block(4, int(1, 3), int(2, 2), line),
    block(4, int(1, 4), int(2, 2)),
    block(4, int(1, 5), line),
    block(5, int(1, 1)),
    block(6),
  );
  assert.deepEqual(symbolizedMappings(readProto(bytes)), [true, false, false]);
});
