import assert from 'node:assert/strict';
import test from 'node:test';
import { siteCourses } from '../../../src/core/series/siteCourses.ts';
import { captureAt } from './captures.ts';

test('a site has a value for each capture, and the line with most of it in the last', () => {
  const courses = siteCourses([
    captureAt(0, 'a.pb', 'put@p.go:3 10', 'main;get@g.go:1 5'),
    captureAt(1, 'b.pb', 'main;get@g.go:1 6'),
    captureAt(2, 'c.pb', 'put@p.go:8 20', 'put@p.go:3 10'),
  ]);
  assert.deepEqual(
    courses.map(({ name, line, values }) => [name, line, [...values]]),
    [
      ['put', 8, [10, 0, 30]],
      ['get', 1, [5, 6, 0]],
    ],
  );
});

test('what every stack ends in is left out only where that holds of all captures', () => {
  const both = (minutes: number): ReturnType<typeof captureAt> =>
    captureAt(minutes, `${minutes}.pb`, 'm;a@/x/a.c:1;take@/y/t.c:1 5', 'm;b@/x/b.c:1;take@/y/t.c:1 6');
  const names = (...captures: ReturnType<typeof captureAt>[]): string[] =>
    siteCourses(captures).map(({ name }) => name);
  assert.deepEqual(names(both(0), captureAt(1, 'empty.pb'), both(2)), ['a', 'b']);
  assert.deepEqual(names(both(0), captureAt(1, 'o.pb', 'm;a@/x/a.c:1 3', 'm;b@/x/b.c:1;take@/y/t.c:1 4')), [
    'take',
    'a',
  ]);
});
