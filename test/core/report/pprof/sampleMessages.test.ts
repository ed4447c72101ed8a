import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { emptyTableToken, Profile as PprofProfile, Sample, StringTable } from 'pprof-format';
import type { SampleColumns } from '../../../../src/core/profile.ts';
import { SampleMessages } from '../../../../src/core/report/pprof/sampleMessages.ts';
import type { Written } from '../../../../src/core/report/pprof/writtenNumbers.ts';

/** Numbers as lists have them, one by one. */
function writtenEach(numbers: readonly number[]): Written {
  const each = numbers.map(value => new Sample({ value: [value] }).encode().slice(2));
  const start = Uint32Array.from([0, ...each], (_, i) =>
    each.slice(0, i).reduce((sum, bytes) => sum + bytes.length, 0),
  );
  return { bytes: Buffer.concat(each), start };
}

test('samples are put together as pprof-format writes them', () => {
  const id = fc.constantFrom(1, 127, 128, 16_383, 16_384, 2 ** 21, 2 ** 27);
  const sample = fc.record({
    stack: fc.oneof(fc.array(fc.nat(9)), fc.array(fc.nat(9), { minLength: 100, maxLength: 9000 })),
    values: fc.tuple(fc.constantFrom(0, -1, 2 ** 40), fc.nat(300)),
    bytes: fc.option(fc.nat(1000)),
  });
  fc.assert(
    fc.property(
      fc.array(id, { minLength: 10, maxLength: 10 }),
      fc.array(sample, { minLength: 1, maxLength: 9 }),
      (ids, samples) => {
        const stackStart = new Uint32Array(samples.length + 1);
        samples.forEach(({ stack }, row) => {
          stackStart[row + 1] = (stackStart[row] ?? 0) + stack.length;
        });
        const columns = { stack: Uint32Array.from(samples.flatMap(({ stack }) => stack)), stackStart };
        const label = (bytes: number | null) => (bytes === null ? [] : [{ key: 1, num: bytes }]);
        const values = writtenEach(samples.flatMap(each => each.values));
        const messages = new SampleMessages(writtenEach(ids), 2);
        const pieces = samples.map(({ bytes }, row) => {
          const labels = new Sample({ label: label(bytes) }).encode();
          messages.add(columns as SampleColumns, row, values, row, labels);
          return row % 2 === 0 ? messages.take() : new Uint8Array();
        });
        const expected = new PprofProfile({
          sample: samples.map(({ stack, bytes, ...each }) => ({
            locationId: stack.map(at => ids[at] ?? 0),
            value: [...each.values],
            label: label(bytes),
          })),
          stringTable: new StringTable(emptyTableToken),
        });
        assert.deepEqual(Buffer.concat([...pieces, messages.take()]), Buffer.from(expected.encode()));
      },
    ),
    { numRuns: 40 },
  );
});
