import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { type ReadPart, Syntax } from '../../../src/core/code/syntax.ts';
import { Cancelled, heedNothing } from '../../../src/core/heed.ts';
import { syntaxParts } from '../../setup/syntaxParts.ts';
import { parsed, syntax } from './parser.ts';

const parts = syntaxParts();
const long = `package p\n${'func f() { g(1, 2) }\n'.repeat(2000)}`;

/** A parser whose queries are these texts, and what it has read. */
async function withQueries(queries: Readonly<Record<string, string>>): Promise<[Syntax, string[]]> {
  const names: string[] = [];
  const read: ReadPart = name => {
    names.push(name);
    const query = queries[name];
    if (query !== undefined) return Promise.resolve(Buffer.from(query));
    return name.endsWith('.scm')
      ? Promise.reject(new Error('no such file'))
      : readFile(parts.get(name) ?? '');
  };
  return [await Syntax.load(read), names];
}

/** Throws on the last of some calls. */
function cancelAfter(calls: number): () => void {
  let left = calls;
  return () => {
    left -= 1;
    if (left <= 0) throw new Cancelled();
  };
}

test('places in a text count as its characters do', async () => {
  const source = await parsed('const a = "😀é"; f(b);', 'javascript');
  const at = source.text.indexOf('b');
  assert.equal(source.root.descendantForIndex(at, at + 1)?.text, 'b');
  source.dispose();
});

test('parsing ends by what heed throws, and the next text is parsed from its start', async () => {
  await assert.rejects(syntax.parse(long, 'go', cancelAfter(2)), Cancelled);
  const source = await parsed('package q', 'go');
  assert.equal(source.root.toString(), '(source_file (package_clause (package_identifier)))');
  source.dispose();
});

test('querying ends by what heed throws', async () => {
  const source = await parsed(long, 'go');
  assert.throws(() => source.matches('declarations', cancelAfter(2)), Cancelled);
  assert.equal(source.matches('declarations', heedNothing).length, 2000);
  source.dispose();
});

test('a kind of queries that a language has not finds nothing', async () => {
  const [loaded] = await withQueries({ 'declarations/go.scm': '(package_clause) @package' });
  const source = await loaded.parse('package p', 'go', heedNothing);
  assert.equal(source.matches('declarations', heedNothing).length, 1);
  assert.deepEqual(source.matches('hints', heedNothing), []);
  source.dispose();
});

test('queries that the grammar does not know are an error, in the kind that has them', async () => {
  const [loaded] = await withQueries({ 'hints/go.scm': '(no_such_node) @a' });
  await assert.rejects(loaded.prepare('go', ['declarations', 'hints']), /no_such_node/);
  await loaded.prepare('go', ['declarations']);
  const source = await loaded.parse('package p', 'go', heedNothing);
  assert.throws(() => source.matches('hints', heedNothing), /no_such_node/);
  assert.deepEqual(source.matches('declarations', heedNothing), []);
  source.dispose();
});

test("TypeScript has JavaScript's queries before its own", async () => {
  const [loaded] = await withQueries({
    'hints/javascript.scm': '(number) @a',
    'hints/typescript.scm': '(type_annotation) @b',
  });
  for (const grammar of ['typescript', 'tsx'] as const) {
    const source = await loaded.parse('let x: string = 1;', grammar, heedNothing);
    const names = source.matches('hints', heedNothing).flatMap(({ captures }) => captures.map(c => c.name));
    assert.deepEqual(names.sort(), ['a', 'b']);
    source.dispose();
  }
});

test('a grammar is read when it is first asked for, and once', async () => {
  const [loaded, names] = await withQueries({});
  assert.deepEqual(names, ['tree-sitter.wasm']);
  const sources = await Promise.all(['a', 'b'].map(text => loaded.parse(text, 'python', heedNothing)));
  assert.deepEqual(
    sources.map(({ text, root }) => [text, root.text]),
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  );
  assert.deepEqual(
    names.filter(name => name.endsWith('python.wasm')),
    ['tree-sitter-python.wasm'],
  );
  for (const source of sources) source.dispose();
});

test('a disposed text gives back its memory', async () => {
  const addresses = new Set<unknown>();
  for (let i = 0; i < 20; i++) {
    const source = await parsed('package p', 'go');
    addresses.add(source.root.id);
    source.dispose();
  }
  assert.ok(addresses.size < 20, 'what is parsed next takes its place');
});

test('a grammar that could not be read is tried again', async () => {
  let failures = 1;
  const flaky = await Syntax.load(async name => {
    if (name === 'tree-sitter-python.wasm' && failures-- > 0) throw new Error('gone for now');
    return readFile(parts.get(name) ?? name);
  });
  await assert.rejects(flaky.parse('x = 1', 'python', heedNothing), /gone for now/);
  const read = await flaky.parse('x = 1', 'python', heedNothing);
  assert.equal(read.root.hasError, false);
  read.dispose();
});
