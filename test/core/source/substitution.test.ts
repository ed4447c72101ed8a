import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { deriveSubstitution, substitute } from '../../../src/core/source/substitution.ts';

test('a prefix of whole segments is replaced', () => {
  const rule = { from: '/build/src', to: '/home/me/dedupe/' };
  assert.equal(substitute(rule, '/build/src/a/b.go'), '/home/me/dedupe/a/b.go');
  assert.equal(substitute(rule, '/build/srcs/a.go'), null);
  assert.equal(substitute(rule, '/build/src/../../etc/passwd'), null);
  assert.equal(substitute(rule, 'build/src/a.go'), null);
  assert.equal(substitute({ from: '/', to: '/mnt' }, '/a.go'), '/mnt/a.go');
  assert.equal(substitute({ from: 'example.com/x', to: '/w' }, 'example.com/x/a.go'), '/w/a.go');
  assert.equal(substitute({ from: '/build', to: 'relative' }, '/build/a.go'), null);
});

test('drives compare without case, in either slash', () => {
  assert.equal(substitute({ from: 'D:\\A\\x', to: 'C:\\work' }, 'd:/a/X/m.go'), '/C:/work/m.go');
  assert.equal(substitute({ from: 'D:\\A\\x', to: 'C:\\work' }, '/d:/a/X/m.go'), '/C:/work/m.go');
});

test('one located file teaches the rule of its root', () => {
  assert.deepEqual(deriveSubstitution('/build/src/store/cache.go', '/home/me/dedupe/store/cache.go'), {
    from: '/build/src',
    to: '/home/me/dedupe',
  });
  assert.deepEqual(deriveSubstitution('/app/main.go', '/home/me/dedupe/main.go'), {
    from: '/app',
    to: '/home/me/dedupe',
  });
  assert.deepEqual(deriveSubstitution('main.go', '/home/me/dedupe/main.go'), {
    from: '',
    to: '/home/me/dedupe',
  });
  assert.deepEqual(deriveSubstitution('/app/main.go', '/home/me/start.go'), {
    from: '/app/main.go',
    to: '/home/me/start.go',
  });
  assert.deepEqual(deriveSubstitution('/w/a.go', '/w/a.go'), { from: '/', to: '/' });
});

test('a derived rule leads to the file it was derived from', () => {
  const segments = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(segments, segments, fc.boolean(), (profile, chosen, absolute) => {
      const from = (absolute ? '/' : '') + profile.join('/');
      const to = `/${chosen.join('/')}`;
      assert.equal(substitute(deriveSubstitution(from, to), from), to);
    }),
  );
});
