import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { spellingsOf } from '../../../src/core/stacks/spellings.ts';
import { profileOf } from '../answers/lookAt.ts';

const profiles = ['f::h0123456789abcdef@/proc/self/cwd/a.rs:1', 'f::hfedcba9876543210@./a.rs:2'].map(frame =>
  profileOf({ samples: [{ stack: ['main@m.rs:1', ['g@a.rs:7', frame, 'h@b.rs:3']], values: [1] }] }),
);
const table = internLines(profiles);

test('a function is spelt as each profile has it, a file as all that stands in it has it', () => {
  assert.deepEqual(spellingsOf(profiles, table, { name: 'f', file: 'a.rs' }), {
    names: ['f::h0123456789abcdef', 'f::hfedcba9876543210'],
    files: ['/proc/self/cwd/a.rs', './a.rs'],
  });
  assert.deepEqual(spellingsOf(profiles, table, { name: 'a.rs', file: 'a.rs' }).files.toSorted(), [
    './a.rs',
    '/proc/self/cwd/a.rs',
    'a.rs',
  ]);
  assert.deepEqual(spellingsOf(profiles, table, { name: 'h', file: 'b.rs' }), {
    names: ['h'],
    files: ['b.rs'],
  });
});

test('what the profiles do not have, or give no name, has none', () => {
  assert.deepEqual(spellingsOf(profiles, table, { name: 'f', file: 'b.rs' }), { names: [], files: [] });
  const bare = profileOf({ samples: [{ stack: [[]], values: [1] }], binary: { file: '/bin/app' } });
  const lines = internLines([bare]);
  const name = lines.names[lines.name[lines.locations[0]?.line[0] ?? 0] ?? 0] ?? '';
  assert.match(name, /^\[app\] 0x/);
  assert.deepEqual(spellingsOf([bare], lines, { name, file: '' }), { names: [], files: [] });
});
