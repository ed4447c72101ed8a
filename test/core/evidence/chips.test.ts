import assert from 'node:assert/strict';
import test from 'node:test';
import { profilerChips, siteChips } from '../../../src/core/evidence/chips.ts';

test('what is new says so, and how sure growth is where it was sampled', () => {
  const evidence = { samples: 9, standardError: 2 ** 20 };
  const chips = siteChips({ flat: { base: 0, current: 9 }, retained: null, evidence }, 'bytes');
  assert.deepEqual(
    chips.map(({ text }) => text),
    ['new', '± 1.0 MiB sampling noise'],
  );
  assert.deepEqual(siteChips({ flat: { base: 1, current: 9 }, retained: null, evidence: null }, 'bytes'), []);
});

test('much that the profiler took itself is said, little is not, and never more than all', () => {
  const name = 'runtime/pprof.writeHeap';
  const [chip, ...others] = profilerChips({ net: 73, name }, 100, 'bytes');
  assert.deepEqual(others, []);
  assert.equal(chip?.text, '73 % by the profiler itself');
  assert.match(chip.why, /^\+73 B was allocated to write profiles, most below runtime\/pprof\.writeHeap: /);
  assert.equal(profilerChips({ net: 120, name }, 100, 'bytes')[0]?.text, '100 % by the profiler itself');
  assert.deepEqual(profilerChips({ net: 9, name }, 100, 'bytes'), []);
  assert.deepEqual(profilerChips(null, 100, 'bytes'), []);
});
