import assert from 'node:assert/strict';
import test from 'node:test';
import { codeSpan } from '../../../src/core/report/codeSpan.ts';

test('nothing ends a code span, and nothing in it is a line, invisible or empty', () => {
  assert.equal(codeSpan('f` ![](https://evil.example/x.png) `'), '`fˋ ![](https://evil.example/x.png) ˋ`');
  assert.equal(codeSpan('a\n\n# b\t\u202ec'), '`a # b \\u202ec`');
  assert.equal(codeSpan(''), '`(empty)`');
  assert.ok(codeSpan('x'.repeat(100_000)).length < 3000);
});
