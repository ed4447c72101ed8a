import assert from 'node:assert/strict';
import test from 'node:test';
import { reportFolded } from '../../../src/core/report/reportFolded.ts';
import { heap, lookAt, profileOf } from '../answers/lookAt.ts';

test('each stack with a value is a line, base before current', () => {
  const look = lookAt([heap('main;a;b 1', 'main 3', 'zero 0'), heap('main;a;b 5', 'main;a;c 2')]);
  assert.equal(reportFolded(look), 'main 3 0\nmain;a;b 1 5\nmain;a;c 0 2\n');
});

test('one profile alone has one number', () => {
  assert.equal(reportFolded(lookAt([heap('main;a 7')])), 'main;a 7\n');
});

test('lines stand behind names, and names keep to one frame', () => {
  const profile = profileOf({ samples: [{ stack: ['a;b@x.go:3', 'c@x.go:4'], values: [1] }] });
  assert.equal(reportFolded(lookAt([profile], { granularity: 'lines' })), 'a:b:3;c:4 1\n');
});
