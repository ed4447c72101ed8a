import assert from 'node:assert/strict';
import test from 'node:test';
import { reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import type { SiteValue } from '../../../src/core/reduce/siteValues.ts';
import { heap } from '../answers/lookAt.ts';

const sitesOf = (...stacks: readonly string[]): readonly SiteValue[] => [
  ...reduceCapture(heap(...stacks), 'a.pb').sites.values(),
];

test('a site is a function and the line with most of it, allocators left out', () => {
  const sites = sitesOf(
    'main;put@p.go:3;malloc 10',
    'run;put@p.go:9 30',
    'main;get@g.go:1;operator new(unsigned long) 5',
    'malloc 2',
  );
  assert.deepEqual(
    sites.map(({ name, line, value }) => [name, line, value]),
    [
      ['put', 9, 40],
      ['get', 1, 5],
    ],
  );
});

test('of lines with equal values the first in the file', () => {
  const [site] = sitesOf('main;put@p.go:9 10', 'main;put@p.go:3 10', 'main;put@p.go:5 1');
  assert.equal(site?.line, 3);
});

test('where a function calls itself it is the innermost line that counts', () => {
  const [site] = sitesOf('main;put@p.go:9;put@p.go:3 10');
  assert.equal(site?.line, 3);
});

test('the nearest own functions above a site, on the largest of its stacks', () => {
  const sites = sitesOf(
    'main.main@/app/main.go:1;main.small@/app/main.go:2;net.Read@/go/src/net/net.go:3 5',
    'main.main@/app/main.go:1;main.a@/app/a.go:2;main.b@/app/b.go:2;main.c@/app/c.go:2;io.Copy@/go/src/io/io.go:4;net.Read@/go/src/net/net.go:3 9',
    'main.main@/app/main.go:1;main.alone@/app/main.go:7 1',
  );
  assert.deepEqual(
    sites.map(({ name, own, calledFrom }) => [name, own, calledFrom]),
    [
      [
        'net.Read',
        ['main.c', 'main.b', 'main.a'],
        { name: 'main.c', file: '/app/c.go', line: 2, startLine: 0 },
      ],
      ['main.alone', ['main.main'], null],
    ],
  );
});
