import assert from 'node:assert/strict';
import test from 'node:test';
import { dumpTree, lookAt, profileOf } from '../answers/lookAt.ts';

function pruned(stack: (string | string[])[], dropFrames: string, keepFrames = ''): string {
  const profile = profileOf({ samples: [{ stack, values: [1] }], dropFrames, keepFrames });
  return dumpTree(lookAt([profile]))
    .slice(1)
    .map(line => line.trim().replace(/ .*$/, ''))
    .join(' ');
}

test('the outermost match goes, with everything it calls', () => {
  assert.equal(pruned(['main', 'new', 'malloc', 'sbrk'], 'malloc|new'), 'main');
  assert.equal(pruned(['main', 'malloc', 'callback'], 'malloc'), 'main');
});

test('the pattern matches whole names, without their arguments', () => {
  assert.equal(pruned(['main', 'malloc_more'], 'malloc'), 'main malloc_more');
  assert.equal(pruned(['main', 'tc::malloc(int)', 'x'], 'tc::malloc'), 'main');
  assert.equal(pruned(['main', '.malloc'], 'malloc'), 'main');
  assert.equal(pruned(['main', '(anonymous namespace)::malloc(int)'], '.*::malloc'), 'main');
});

test('the pattern is asked of a name as its own file has it', () => {
  const [base, current] = [1, 2].map(build =>
    profileOf({
      samples: [{ stack: ['main', `grow::h000000000000000${build}`, 'leaf'], values: [build] }],
      dropFrames: 'grow::h0000000000000001',
    }),
  );
  assert.ok(base !== undefined && current !== undefined);
  assert.deepEqual(dumpTree(lookAt([base, current])), [
    'all',
    '  main 1 → 0',
    '    grow',
    '      leaf 0 → 2',
  ]);
});

test('frames to keep are kept', () => {
  assert.equal(pruned(['main', 'malloc_hook', 'malloc'], 'malloc.*', 'malloc_hook'), 'main malloc_hook');
});

test('nothing goes before the first frame of the program’s own', () => {
  assert.equal(pruned(['malloc', 'init', 'malloc'], 'malloc'), 'malloc init');
  assert.equal(pruned(['malloc', 'malloc'], 'malloc'), 'malloc malloc');
});

test('of a location with inlined frames the part outside the match stays', () => {
  assert.equal(pruned(['main', ['run', 'malloc', 'inner'], 'leaf'], 'malloc'), 'main run');
});

test('a pattern that is none is the file’s fault', () => {
  assert.throws(() => pruned(['main'], '('), { code: 'malformed', detail: /^drop_frames is not/ });
});
