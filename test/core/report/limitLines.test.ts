import assert from 'node:assert/strict';
import test from 'node:test';
import type { Judged } from '../../../src/core/gate/judge.ts';
import { parseLimit } from '../../../src/core/gate/limit.ts';
import { limitLines, limitText } from '../../../src/core/report/limitLines.ts';

test('a limit is said with what became of it, for a terminal and for Markdown', () => {
  const limit = parseLimit('growth > 5MiB');
  assert.ok(limit !== null);
  const judged: Judged = { limit, outcome: 'cannotJudge', sentence: 'a_b is not measured in MiB', sites: [] };
  assert.equal(limitText(judged), 'growth > 5MiB cannot be judged: a_b is not measured in MiB');
  assert.deepEqual(limitLines([judged]), [
    '- `growth > 5MiB` **cannot be judged**: a\\_b is not measured in MiB',
  ]);
});
