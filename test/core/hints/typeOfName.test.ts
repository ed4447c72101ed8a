import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { isAlike, typeOf } from '../../../src/core/hints/typeOfName.ts';
import { nodeIn, packageOf, sourceIn } from './packageOf.ts';

/** The class of the object that a text in the first file is. */
async function classOf(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  object: string,
): Promise<string | null> {
  const code = packageOf(t, files);
  const source = await sourceIn(code, Object.keys(files)[0] ?? '');
  return await typeOf(code, source, nodeIn(source, `${object}.put`, object), heedNothing);
}

test('a field by its declaration, in whichever file of the package that is', async t => {
  const files = {
    'a.go': 'package p\nfunc (s *server) use() {\n\ts.kept.put(1)\n}\n',
    'b.go': 'package p\ntype server struct{ kept *store }\n',
  };
  assert.equal(await classOf(t, files, 's.kept'), 'store');
  const twice = { ...files, 'c.go': 'package p\ntype other struct{ kept log }\n' };
  assert.equal(await classOf(t, twice, 's.kept'), null);
  const alike = { ...files, 'c.go': 'package p\ntype other struct{ kept *store }\n' };
  assert.equal(await classOf(t, alike, 's.kept'), 'store');
});

test('a variable by its first value, a parameter of a constructor as the field that it is', async t => {
  const python = 'book = Ledger()\ndef use(o):\n    book.put(o)\n';
  assert.equal(await classOf(t, { 'a.py': python }, 'book'), 'Ledger');
  const plain = 'book = ledger()\ndef use(o):\n    book.put(o)\n';
  assert.equal(await classOf(t, { 'a.py': plain }, 'book'), null);
  const typed = 'class Server {\n  constructor(private store: Store) {}\n  use() { this.store.put(1); }\n}\n';
  assert.equal(await classOf(t, { 'a.ts': typed }, 'this.store'), 'Store');
});

test('names of one class by letters of any case', () => {
  assert.equal(isAlike('Ledger', 'ledger'), true);
  assert.equal(isAlike('Ledger', 'ledgers'), false);
});
