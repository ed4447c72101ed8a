import assert from 'node:assert/strict';
import test from 'node:test';
import { escaped } from '../../../src/core/report/escaped.ts';

test('a sentence stays one line, and nothing in it means something to Markdown', () => {
  assert.equal(escaped('(*c).p <b> #1 [l](x) `q` a_b'), '(\\*c).p \\<b\\> \\#1 \\[l\\](x) \\`q\\` a\\_b');
  assert.equal(escaped('bad\n~~~\n.pb is none'), 'bad\\\\u000a\\~\\~\\~\\\\u000a.pb is none');
  assert.equal(escaped('x'.repeat(50), 20), `${'x'.repeat(19)}…`);
});
