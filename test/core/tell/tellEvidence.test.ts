import assert from 'node:assert/strict';
import test from 'node:test';
import { tellEvidence, tellSeriesEvidence } from '../../../src/core/tell/tellEvidence.ts';

const gap = {
  claim: 'whether it goes on',
  why: 'there is no third capture',
  closedBy: 'Take one.',
  closing: 'showSeries',
} as const;
const type = { type: 'inuse_space', unit: 'bytes' };

test('what is missing is the sentence; nothing is claimed where nothing is known to be', () => {
  const file = { name: 'a.pb', format: 'proto', timeMs: null, durationMs: 0, samples: 3 } as const;
  const rest = {
    files: [file, { ...file, name: 'b.pb', samples: 1 }],
    kind: 'memory',
    type,
    types: [type],
    notices: [],
    next: [],
  } as const;
  const { markdown, data } = tellEvidence({ ...rest, gaps: [gap, gap] });
  assert.match(
    markdown,
    /^\*\*There is something that these two profiles cannot tell: whether it goes on, and 1 more\.\*\*\n/,
  );
  assert.match(
    markdown,
    /\n- `a\.pb`: proto, without a time, 3 samples\n- `b\.pb`: proto, without a time, 1 sample\n/,
  );
  assert.equal((data['cannotTell'] as unknown[]).length, 2);
  assert.match(
    tellEvidence({ ...rest, gaps: [] }).markdown,
    /^\*\*Nothing is known to be missing from these two profiles\.\*\*/,
  );
});

test('a series the same', () => {
  const { markdown } = tellSeriesEvidence(['a.pb', 'b.pb', 'c.pb'], [gap], ['Put in order by name.'], []);
  assert.match(
    markdown,
    /^\*\*There is something that these 3 captures cannot tell: whether it goes on\.\*\*\n[\s\S]*> Put in order by name\.\n\n1\. `a\.pb`\n/,
  );
});
