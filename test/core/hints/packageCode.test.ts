import assert from 'node:assert/strict';
import test from 'node:test';
import { Cancelled, heedNothing } from '../../../src/core/heed.ts';
import { maxSourceLength } from '../../../src/core/hints/hint.ts';
import { packageOf, sourceIn } from './packageOf.ts';

test('a file goes with those of its language, and a test with tests', t => {
  const code = packageOf(t, {
    'a.go': '',
    'a_test.go': '',
    'b.ts': '',
    'b.test.ts': '',
    'b.spec.js': '',
    'c.tsx': '',
    'test_d.py': '',
    'd.py': '',
    'ATest.java': '',
    'Latest.java': '',
    'src/tests.rs': '',
    'README.md': '',
  });
  assert.deepEqual(code.files('a.go'), ['a.go']);
  assert.deepEqual(code.files('a_test.go'), ['a.go', 'a_test.go']);
  assert.deepEqual(code.files('x.js'), ['b.ts', 'c.tsx']);
  assert.deepEqual(code.files('x.test.ts'), ['b.ts', 'b.test.ts', 'b.spec.js', 'c.tsx']);
  assert.deepEqual(code.files('d.py'), ['d.py']);
  assert.deepEqual(code.files('A.java'), ['Latest.java']);
  assert.deepEqual(code.files('lib.rs'), []);
});

test('a word is looked for in the files of the same package', async t => {
  const code = packageOf(t, {
    'a.go': 'package p\nvar seen int',
    'b.go': 'package p\nfunc f() { seen++ }',
    'c.go': 'package p\n',
    'd.go': 'package main\nvar seen int',
    'e_test.go': 'package p\nvar e = seen',
  });
  const found = await code.sourcesWith('seen', await sourceIn(code, 'a.go'), heedNothing);
  assert.deepEqual(
    found?.map(({ file }) => file),
    ['a.go', 'b.go'],
  );
});

test('where a file with the word is too long, nothing is known of the word', async t => {
  const filler = (word: string): string => `package p\n//${word}`.padEnd(maxSourceLength + 1);
  const code = packageOf(t, { 'a.go': 'package p\nvar alpha, beta int', 'long.go': filler('beta') });
  const source = await sourceIn(code, 'a.go');
  assert.equal(await code.source('long.go', heedNothing), null);
  assert.equal((await code.sourcesWith('alpha', source, heedNothing))?.length, 1);
  assert.equal(await code.sourcesWith('beta', source, heedNothing), null);
  code.change('long.go', filler('beta').slice(0, maxSourceLength));
  assert.equal((await code.sourcesWith('beta', source, heedNothing))?.length, 2);
});

test('a file is parsed once, until it changes or goes', async t => {
  const code = packageOf(t, { 'a.go': 'package p' });
  const [first, second] = await Promise.all([sourceIn(code, 'a.go'), sourceIn(code, 'a.go')]);
  assert.equal(second, first);
  assert.equal(await sourceIn(code, 'a.go'), first);
  code.change('a.go', 'package q');
  assert.equal((await sourceIn(code, 'a.go')).facts.package, 'q');
  assert.equal(code.text('a.go'), 'package q');
  code.change('a.go', null);
  assert.equal(await code.source('a.go', heedNothing), null);
  assert.deepEqual(code.files('a.go'), []);
  code.change('b.go', 'package b');
  assert.equal((await sourceIn(code, 'b.go')).facts.package, 'b');
});

test('what nobody waits for any more is asked anew later', async t => {
  const code = packageOf(t, { 'a.go': `package p\n${'func f() { g(1) }\n'.repeat(500)}` });
  const cancel = (): never => {
    throw new Cancelled();
  };
  await assert.rejects(code.source('a.go', cancel), Cancelled);
  const source = await sourceIn(code, 'a.go');
  assert.equal(source.outline.declarations.length, 500);
  assert.equal(await code.source('a.go', cancel), source, 'what is known takes no work');
});

test('no source of what is no file of the package, or in no language that is read', async t => {
  const code = packageOf(t, { 'README.md': 'package p' });
  assert.equal(await code.source('README.md', heedNothing), null);
  assert.equal(await code.source('a.go', heedNothing), null);
});
