import assert from 'node:assert/strict';
import test from 'node:test';
import {
  isAllowed,
  noChoices,
  readChoices,
  withAllowed,
  withFile,
  withLocated,
} from '../../../src/host/source/choices.ts';

test('one located file teaches a rule for its root, which may be read from then on', () => {
  const choices = withLocated(noChoices, '/build/src/store/cache.go', '/home/me/dedupe/store/cache.go');
  assert.deepEqual(choices.rules, [{ from: '/build/src', to: '/home/me/dedupe' }]);
  assert.ok(isAllowed(choices, '/home/me/dedupe/main.go'));
  assert.ok(!isAllowed(choices, '/home/me/dedupes/main.go'));
  assert.ok(!isAllowed(choices, '/home/me/.ssh/id'));
});

test('a file that stands where the profile says opens its own folder, never the whole file system', () => {
  const choices = withLocated(noChoices, '/srv/app/store/cache.go', '/srv/app/store/cache.go');
  assert.deepEqual(choices.rules, [{ from: '/srv/app/store', to: '/srv/app/store' }]);
  assert.ok(!isAllowed(choices, '/etc/passwd'));
});

test('paths of Windows and addresses give rules as the path is looked for', () => {
  const choices = withLocated(noChoices, 'D:\\a\\repo\\main.go', '/c:/work/repo/main.go');
  assert.deepEqual(choices.rules, [{ from: '/d:/a', to: '/c:/work' }]);
});

test('the latest answer counts', () => {
  const first = withLocated(noChoices, '/build/a.go', '/one/a.go');
  assert.deepEqual(withLocated(first, '/build/a.go', '/two/a.go').rules, [{ from: '/build', to: '/two' }]);
  const chosen = withFile(
    withFile(noChoices, '/build/a.go', 'file:///one/a.go'),
    '/build/a.go',
    'file:///two/a.go',
  );
  assert.deepEqual(chosen.files, { '/build/a.go': 'file:///two/a.go' });
});

test('choices come back as they were saved, and anything else is none', () => {
  const choices = withAllowed(withFile(noChoices, 'a.go', 'file:///a.go'), '/src');
  assert.deepEqual(readChoices(JSON.parse(JSON.stringify(choices))), choices);
  for (const other of [undefined, null, 7, {}, { files: { a: 1 } }, { files: {}, rules: [{ from: 1 }] }]) {
    assert.deepEqual(readChoices(other), noChoices);
  }
});
