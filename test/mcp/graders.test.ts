import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { gradedCases, writeCases } from './gradedCases.ts';
import { type ToolClient, toolClient } from './toolClient.ts';

let tools: ToolClient | undefined;

before(async () => {
  const folder = temporaryFolder('graders');
  writeCases(folder);
  tools = await toolClient(folder);
});
after(() => tools?.close());

/** The value at a path of the data. */
function at(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
}

for (const { title, tool, given, says, never, isError = false, data = {} } of gradedCases) {
  test(title, async t => {
    assert.ok(tools !== undefined);
    const answer = await tools.call(tool, given);
    const bytes = Buffer.byteLength(answer.text);
    const dataBytes = Buffer.byteLength(JSON.stringify(answer.data));
    t.diagnostic(`${tool}: ${bytes} B, ${dataBytes} B as data`);
    assert.equal(answer.isError, isError, answer.text);
    for (const pattern of says) assert.match(answer.text, pattern);
    for (const pattern of never) {
      assert.doesNotMatch(answer.text, pattern);
      assert.doesNotMatch(JSON.stringify(answer.data), pattern);
    }
    assert.doesNotMatch(JSON.stringify(answer.data), /\\\\[*_]/, 'data is no Markdown');
    for (const [path, expected] of Object.entries(data)) {
      assert.deepEqual(at(answer.data, path), expected, path);
    }
    assert.ok(bytes <= 5_000, `${bytes} B`);
    assert.ok(dataBytes <= 5_000, `${dataBytes} B as data`);
    assert.ok(isError || /Sample type: |There is something|captures?:/.test(answer.text), 'which numbers');
  });
}
