import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { type Drift, type FrameLine, followFrames, followNothing } from '../../../src/core/code/drift.ts';
import { type Grammar, languageIn } from '../../../src/core/code/language.ts';
import { outline } from './parser.ts';

const sample = readFileSync(path.join(import.meta.dirname, '../../fixtures/dedupe/cache.go'), 'utf8');
const lines = sample.split('\n');
const startLine = lines.findIndex(line => line.startsWith('func (c *dedupeCache) seen(')) + 1;
const line = lines.findIndex(text => text.includes('c.entries[id] = ')) + 1;
const seen = { name: 'main.(*dedupeCache).seen', line, startLine };

async function findDrift(text: string, grammar: Grammar, frame: FrameLine): Promise<Drift> {
  return followFrames(await outline(grammar, text), languageIn(grammar)).drift(frame);
}

/** The text of the line that a drift leads to. */
function textAt(text: string, at: number): string {
  return text.split('\n')[at - 1]?.trim() ?? '';
}

test('the sample service unchanged', async () => {
  assert.deepEqual(await findDrift(sample, 'go', seen), { line, status: 'same', moved: null, exact: true });
});

test('lines inserted above', async () => {
  const changed = sample.replace('import (', '// One.\n// Two.\n// Three.\nimport (');
  const drift = await findDrift(changed, 'go', seen);
  assert.deepEqual(drift, {
    line: line + 3,
    status: 'moved',
    moved: { from: line, to: line + 3 },
    exact: true,
  });
  assert.equal(textAt(changed, drift.line), textAt(sample, line));
});

test('lines removed above, the function still around the old line', async () => {
  const changed = lines.filter((_, i) => i !== 1 && i !== 2).join('\n');
  const drift = await findDrift(changed, 'go', seen);
  assert.deepEqual([drift.status, drift.exact], ['moved', true]);
  assert.equal(textAt(changed, drift.line), textAt(sample, line));
});

test('the function moved to the end of the file', async () => {
  const end = lines.indexOf('}', startLine) + 1;
  const changed = [
    ...lines.slice(0, startLine - 1),
    ...lines.slice(end),
    ...lines.slice(startLine - 1, end),
    '',
  ].join('\n');
  const drift = await findDrift(changed, 'go', seen);
  assert.deepEqual([drift.status, drift.exact], ['moved', true]);
  assert.equal(textAt(changed, drift.line), textAt(sample, line));
});

test('renamed and deleted functions are gone', async () => {
  const renamed = sample.replace(') seen(', ') known(');
  assert.deepEqual(await findDrift(renamed, 'go', seen), { line, status: 'gone', moved: null, exact: false });
  const deleted = lines.slice(0, startLine - 1).join('\n');
  assert.deepEqual(await findDrift(deleted, 'go', seen), {
    line: startLine - 1,
    status: 'gone',
    moved: null,
    exact: false,
  });
  const other = sample.replace('(c *dedupeCache) seen(', '(c *otherCache) seen(');
  assert.equal((await findDrift(other, 'go', seen)).status, 'gone');
});

test('what gives variables of a Go package their first values is not said to be gone, nor to be in func init', async () => {
  const text =
    'package p\n\nvar all = map[string]int{}\n\nvar pool = sync.Pool{New: func() any { return 1 }}\n';
  const initialiser = { name: 'p.init', line: 3, startLine: 1 };
  const literal = { name: 'p.init.func1', line: 5, startLine: 5 };
  for (const frame of [initialiser, literal]) {
    for (const source of [text, `${text}\nfunc init() {\n\tall["a"] = 1\n}\n`]) {
      const { status, line: to } = await findDrift(source, 'go', frame);
      assert.deepEqual([status, to], ['unknown', frame.line], frame.name);
    }
  }
});

test('without a start line: the function itself is all that can be said', async () => {
  const frame = { ...seen, startLine: 0 };
  assert.equal((await findDrift(sample, 'go', frame)).status, 'same');
  const changed = `${'//\n'.repeat(100)}${sample}`;
  const to = startLine + 100;
  assert.deepEqual(await findDrift(changed, 'go', frame), {
    line: to,
    status: 'moved',
    moved: { from: line, to },
    exact: false,
  });
});

test('a function that is shorter now ends the search at its end', async () => {
  const changed = 'package main\n\nfunc (c *dedupeCache) seen() {\n}\n';
  const drift = await findDrift(changed, 'go', seen);
  assert.deepEqual(drift, { line: 4, status: 'moved', moved: { from: line, to: 4 }, exact: false });
});

test('a closure is followed by itself', async () => {
  const text = 'package p\nfunc serve() {\n\ta(func() {\n\t\tx()\n\t})\n\tb(func() {\n\t\ty()\n\t})\n}\n';
  const frame = { name: 'p.serve.func2', line: 7, startLine: 6 };
  assert.equal((await findDrift(text, 'go', frame)).status, 'same');
  const drift = await findDrift(text.replace('\ta(', '\t// a\n\ta('), 'go', frame);
  assert.deepEqual(drift, { line: 8, status: 'moved', moved: { from: 7, to: 8 }, exact: true });
});

test('two functions of one name: the nearest, and no certainty', async () => {
  const text = 'def add():\n  a\n\n\n\n\n\ndef add():\n  b\n  c\n';
  const drift = await findDrift(text, 'python', { name: 'add', line: 8, startLine: 7 });
  assert.deepEqual(drift, { line: 9, status: 'moved', moved: { from: 8, to: 9 }, exact: false });
});

test('what cannot be read is unknown or unread, within the file', async () => {
  const frame = { name: 'f', line: 99, startLine: 0 };
  for (const status of ['unknown', 'unread'] as const) {
    assert.deepEqual(followNothing(2, status).drift(frame), { line: 2, status, moved: null, exact: false });
  }
  assert.equal((await findDrift('', 'javascript', { ...frame, name: '(anonymous)' })).line, 1);
});

test('declarations may come from elsewhere than the text', () => {
  const declarations = [
    { name: 'seen', owner: 'dedupeCache', line: startLine + 5, endLine: startLine + 40, literals: [] },
  ];
  const follower = followFrames({ declarations, lines: lines.length, linked: new Map() }, 'go');
  assert.equal(follower.drift(seen).line, line + 5);
});

test("every function of Go's net/http follows the lines put before it", async t => {
  let root: string;
  try {
    root = path.join(
      execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(),
      'src/net/http/server.go',
    );
  } catch (error) {
    t.skip(`go is missing: ${error}`);
    return;
  }
  assert.ok(existsSync(root));
  const text = readFileSync(root, 'utf8');
  const { declarations } = await outline('go', text);
  const functions = declarations.filter(({ name }) => name !== 'init');
  const changed = text.replace('\nimport (', `\n${'// More.\n'.repeat(17)}import (`);
  const follower = followFrames(await outline('go', changed), 'go');
  for (const { name, owner, line: first, endLine } of functions) {
    const full = `net/http.${owner === '' ? '' : `(*${owner}).`}${name}`;
    const drift = follower.drift({ name: full, line: endLine, startLine: first });
    assert.deepEqual([drift.line, drift.exact], [endLine + 17, true], full);
  }
  assert.ok(functions.length > 100);
});

test('a linknamed function is followed under the name it is declared by', async () => {
  const text =
    'package runtime\nfunc makemap() {\n}\n\n//go:linkname reflect_makemap reflect.makemap\nfunc reflect_makemap() {\n\tx()\n}\n';
  assert.equal(
    (await findDrift(text, 'go', { name: 'reflect.makemap', line: 7, startLine: 0 })).status,
    'same',
  );
  assert.equal(
    (await findDrift(text, 'go', { name: 'runtime.makemap', line: 2, startLine: 0 })).status,
    'same',
  );
});

test('V8 names a constructor by its class', async () => {
  const text = 'class Cart {\n  constructor() {\n    this.x = [];\n  }\n}\n';
  assert.equal((await findDrift(text, 'javascript', { name: 'Cart', line: 2, startLine: 2 })).status, 'same');
  assert.equal((await findDrift(text, 'javascript', { name: 'Card', line: 2, startLine: 2 })).status, 'gone');
});

test('a Java frame is counted from the first statement, an initialiser from nowhere', async () => {
  const text =
    'class Cart {\n  Map all =\n    new Map();\n  Cart() {\n    x();\n  }\n  void put() {\n\n    y();\n    z();\n  }\n}\n';
  const put = { name: 'shop.Cart.put', line: 10, startLine: 9 };
  assert.equal((await findDrift(text, 'java', put)).status, 'same');
  const moved = await findDrift(`//\n//\n${text}`, 'java', put);
  assert.deepEqual(moved, { line: 12, status: 'moved', moved: { from: 10, to: 12 }, exact: true });
  const field = { name: 'shop.Cart.<init>', line: 3, startLine: 4 };
  assert.equal((await findDrift(text, 'java', field)).status, 'same');
});
