import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { candidatesFor } from '../../../src/core/source/candidates.ts';
import { parseProfilePath } from '../../../src/core/source/profilePath.ts';
import { absolutePath } from '../../../src/core/source/sourceRoot.ts';
import { sampleWorkspace } from './sampleWorkspace.ts';

const { workspace } = sampleWorkspace();

function listed(path: string, functionName: string): string[] {
  const parsed = parseProfilePath(path);
  assert.ok(typeof parsed !== 'string', `refused: ${path}`);
  return candidatesFor(parsed, functionName, workspace).map(
    ({ kind, rank, file }) => `${rank} ${kind} ${absolutePath(file)}`,
  );
}

test('a fetched module: its own folder, then vendor, then the module cache', () => {
  assert.deepEqual(
    listed('go.etcd.io/etcd/api/v3@v3.6.0/mvccpb/kv.pb.go', 'go.etcd.io/etcd/api/v3/mvccpb.Get'),
    [
      '1 module /home/me/etcd/api/mvccpb/kv.pb.go',
      ...['dedupe', 'etcd', 'etcd/server', 'shop', 'etcd/api', 'web'].map(
        folder => `2 vendor /home/me/${folder}/vendor/go.etcd.io/etcd/api/v3/mvccpb/kv.pb.go`,
      ),
      '3 moduleCache /home/me/go/pkg/mod/go.etcd.io/etcd/api/v3@v3.6.0/mvccpb/kv.pb.go',
    ],
  );
});

test('a rule of the user goes before the path as it is', () => {
  const mapped = { ...workspace, substitutions: [{ from: '/home/me/dedupe', to: '/home/me/shop' }] };
  const path = parseProfilePath('/home/me/dedupe/cache.go');
  assert.ok(typeof path !== 'string');
  assert.deepEqual(
    candidatesFor(path, '', mapped).map(({ kind }) => kind),
    ['substituted', 'exact'],
  );
});

test('no path and no function name leads out of the roots', () => {
  const piece = fc.constantFrom(
    ...[
      '..',
      '.',
      '',
      'etc',
      'passwd.go',
      'a.go',
      'src',
      'vendor',
      'pkg',
      'mod',
      'net',
      'http',
      'x@v1.0.0',
      '!a',
    ],
    ...[
      'example.com',
      'dedupe',
      'C:',
      'proc',
      'self',
      'cwd',
      'node_modules',
      '%2e%2e',
      'bazel-out',
      '\\',
      '~',
      '\u2025',
    ],
  );
  const path = fc
    .tuple(
      fc.constantFrom(
        '',
        '/',
        'C:\\',
        'file:///',
        'webpack://x/',
        '/home/me/dedupe/',
        '/mnt/lib/',
        '/usr/local/go/src/',
      ),
      fc.array(piece, { maxLength: 9 }),
      fc.constantFrom('/', '\\', '%2f'),
    )
    .map(([start, pieces, separator]) => start + pieces.join(separator));
  const functionName = fc.array(piece, { maxLength: 6 }).map(pieces => `${pieces.join('/')}.f`);
  fc.assert(
    fc.property(fc.oneof(path, fc.string()), functionName, (text, name) => {
      const parsed = parseProfilePath(text);
      if (typeof parsed === 'string') return;
      for (const { kind, file } of candidatesFor(parsed, name, workspace)) {
        assert.doesNotMatch(file.path, /(^|\/)\.{0,2}(\/|$)|\\|\0/, file.path);
        assert.ok(file.root.kind !== 'outside' || kind === 'substituted');
      }
    }),
    { numRuns: 5000 },
  );
});
