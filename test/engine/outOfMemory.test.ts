import assert from 'node:assert/strict';
import test from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { ProfileError } from '../../src/core/error.ts';
import { errorSentence } from '../../src/core/errorSentence.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { fixture } from '../fixtures/fixture.ts';

test('a thread that runs out of memory takes nothing along, and the file is said to be too large', async t => {
  // Of threads that start from now on.
  setFlagsFromString('--max-old-space-size=32');
  t.after(() => setFlagsFromString('--max-old-space-size=0'));
  const node = (id: number): string =>
    `{"callFrame":{"functionName":"f","scriptId":"1","url":"a.js","lineNumber":${id},"columnNumber":0},"selfSize":8,"id":${id},"children":[]}`;
  const children = Array.from({ length: 150_000 }, (_, i) => node(i + 2)).join(',');
  const bytes = Buffer.from(
    node(1)
      .replace(']', `${children}]`)
      .replace(/^(.*)$/, '{"head":$1,"samples":[]}'),
  );
  const deaths: Error[] = [];
  const engine = new EngineClient(
    engineScript,
    () => {},
    error => deaths.push(error),
  );
  await assert.rejects(
    engine.open({ files: [{ name: 'large', bytes }], order: 'asGiven', limits: defaultLimits }),
    (error: unknown) => {
      assert.ok(error instanceof ProfileError);
      assert.equal(error.code, 'tooLarge');
      assert.match(
        errorSentence(error, { base: null, current: 'large' }),
        /^large cannot be opened because it is too large: there is not enough memory for it\. /,
      );
      return true;
    },
  );
  assert.equal(deaths.length, 1);
  const next = new EngineClient(engineScript, () => {});
  const files = [{ name: 'small', bytes: fixture('dedupe/heap-1300.pb.gz') }];
  assert.ok((await next.open({ files, order: 'asGiven', limits: defaultLimits })).current.samples > 0);
  next.dispose();
});
