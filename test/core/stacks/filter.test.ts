import assert from 'node:assert/strict';
import test from 'node:test';
import type { Location } from '../../../src/core/ids.ts';
import { internLines, noLines } from '../../../src/core/names/lineTable.ts';
import { FrameMatcher } from '../../../src/core/stacks/filter.ts';
import { profileOf } from '../answers/lookAt.ts';

test('names, files as the profile has them, and mappings are each asked once', () => {
  const profile = profileOf({
    samples: [{ stack: ['main@./a.go:1', 'main@./a.go:2', 'read@io.go:9'], values: [1] }],
    binary: { file: '/bin/app' },
  });
  const lines = internLines([profile]);
  const asked: string[] = [];
  const matcher = new FrameMatcher({ test: text => asked.push(text) > 0 && /io|app/.test(text) }, lines);
  const own = lines.locations[0] ?? noLines;
  const answers = [...profile.locations.lineFunction].map(row => matcher.matchesFunction(own, row));
  const mappings = [0, 1, 2].map(location => matcher.matchesMapping(profile, location as Location));
  assert.equal(answers.filter(Boolean).length, 1);
  assert.deepEqual(mappings, [true, true, true]);
  assert.deepEqual(asked.sort(), ['./a.go', '/bin/app', 'io.go', 'main', 'read']);
  assert.equal(matcher.matchesFunction(own, -1), false);
});
