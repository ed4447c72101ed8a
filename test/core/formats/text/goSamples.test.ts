import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { ProfileBuilder } from '../../../../src/core/formats/profileBuilder.ts';
import { GoSamples } from '../../../../src/core/formats/text/goSamples.ts';

test('a sample ends where the next begins, or the text; comments before the first name nothing', () => {
  const builder = new ProfileBuilder(defaultLimits);
  const samples = new GoSamples(builder);
  samples.comment('#\t0x9\tmain.none+0x1\t/srv/none.go:1');
  samples.add({ values: [2], objectSize: 0, addresses: [16n, 32n] });
  samples.comment('# labels: {"a":"b"}');
  samples.comment('#\t0x10\tmain.wait+0x1\t/srv/wait.go:7');
  samples.add({ values: [1], objectSize: 0, addresses: [48n] });
  samples.flush();
  samples.flush();
  const type = { type: 'goroutine', unit: 'count' };
  const { samples: built, locations } = builder.build({ format: 'goText', sampleTypes: [type] });
  assert.equal(built.count, 2);
  assert.deepEqual([...locations.address], [16n, 48n]);
  assert.deepEqual([...locations.lineStart], [0, 1, 1]);
});
