import assert from 'node:assert/strict';
import test from 'node:test';
import { DiffSession } from '../../../src/engine/session.ts';
import { type Namer, namedPlace, notNamed } from '../../../src/host/source/namedPlace.ts';
import { profileOf } from '../../core/answers/lookAt.ts';

function diffOf(...stack: string[]): Namer {
  const profile = profileOf({ samples: [{ stack, values: [1] }] });
  const session = new DiffSession([{ name: 'a', profile }], 'asGiven');
  return { request: async (_method, params) => session.names(params) };
}

const place = (name: string, file: string) => ({ name, file, line: 1, startLine: 0 });
const diff = diffOf('main.main@/src/main.go:3', 'lib.F@/src/lib.go:9', 'bare');

test('a place is named where the profiles have that function in that file, whatever its line', async () => {
  for (const named of [
    place('main.main', '/src/main.go'),
    place('lib.F', '/src/lib.go'),
    place('/src/lib.go', '/src/lib.go'),
  ]) {
    assert.equal(await namedPlace(named, [diffOf('other@/o.go:1'), diff]), named);
  }
});

test('any other place is refused, with a sentence', async () => {
  for (const file of [
    '/etc/passwd',
    '/src/../etc/passwd',
    '/src/main.go/../../etc/passwd',
    '//server/share/main.go',
    '\\\\server\\share\\main.go',
    '\\\\.\\pipe\\x',
    'C:\\Windows\\win.ini',
    'file:///src/main.go',
    'command:workbench.action.quit',
    'https://evil.example/main.go',
    'main.go',
    '',
  ]) {
    assert.equal(await namedPlace(place('main.main', file), [diff]), null, file);
  }
  assert.equal(await namedPlace(place('lib.F', '/src/main.go'), [diff]), null, 'a function of another file');
  assert.equal(await namedPlace(place('bare', ''), [diff]), null, 'a function without a file');
  assert.equal(
    notNamed(place('f', '[x](command:y)')).message,
    'No profile that is open speaks of [x](command:y), so it was not opened.',
  );
});

test('no diff that was closed, and none at all, names a place', async () => {
  const closed: Namer = { request: () => Promise.reject(new Error('closed')) };
  const named = place('main.main', '/src/main.go');
  assert.equal(await namedPlace(named, [closed]), null);
  assert.equal(await namedPlace(named, []), null);
  assert.equal(await namedPlace(named, [closed, diff]), named);
});
