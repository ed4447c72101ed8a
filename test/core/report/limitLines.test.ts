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

test('what a limit in MB is in MiB stands behind it', () => {
  const said = (text: string): string => {
    const limit = parseLimit(text);
    assert.ok(limit !== null);
    return limitText({ limit, outcome: 'held', sentence: '0 B', sites: [] });
  };
  assert.equal(said('growth > 5MB'), 'growth > 5MB (5.0 MiB) held: 0 B');
  assert.equal(said('site > 1.5gb/h'), 'site > 1.5gb/h (1.5 GiB/h) held: 0 B');
  for (const text of ['growth > 5MiB', 'growth > 5B', 'growth > 5', 'growth > 2kibibytes', 'growth > 5s']) {
    assert.equal(said(text), `${text} held: 0 B`);
  }
  const limit = parseLimit('growth > 5MB');
  assert.ok(limit !== null);
  assert.deepEqual(limitLines([{ limit, outcome: 'held', sentence: '0 B', sites: [] }]), [
    '- `growth > 5MB` (5.0 MiB) **held**: 0 B',
  ]);
});
