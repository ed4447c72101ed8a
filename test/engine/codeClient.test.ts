import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { Cancelled } from '../../src/core/heed.ts';
import { CodeClient, type CodePatience } from '../../src/engine/code/codeClient.ts';
import { declares } from '../../src/engine/code/declares.ts';
import { codeScript, syntaxFolder } from '../fixtures/codeScript.ts';

const folder = mkdtempSync(join(tmpdir(), 'heap-diff-code-client-'));
after(() => rmSync(folder, { recursive: true }));

const patience: CodePatience = { start: 60_000, answer: 20_000, idle: 60_000 };
const small = { path: 'a.go', text: 'package p\n\nfunc f() {}\n', functions: ['p.f'] };
/** Read in more than the thread's patience, and interruptible. */
const long = { path: 'a.go', text: 'fn f(){'.repeat(400_000), functions: [] };
/** All of it is looked at, for what is linked, and Go's grammar looks at no clock in it. */
const deaf = {
  path: 'a.go',
  text: `package p\n//go:linkname f p.g\nfunc f() ${'{'.repeat(1_000_000)}`,
  functions: ['p.f'],
};

async function withClient(
  run: (client: CodeClient, troubles: string[]) => Promise<void>,
  { script = codeScript, ...wanted }: Partial<CodePatience> & { readonly script?: string } = {},
): Promise<void> {
  const troubles: string[] = [];
  const client = new CodeClient(script, syntaxFolder, error => troubles.push(error.message), {
    ...patience,
    ...wanted,
  });
  try {
    await run(client, troubles);
  } finally {
    client.dispose();
  }
}

test('whether a file declares a function is told by its name and owner', () =>
  withClient(async client => {
    const text = 'package main\n\nfunc (c *cache) seen() {}\n\nfunc run() { go func() {}() }\n';
    for (const [name, isDeclared] of [
      ['main.(*cache).seen', true],
      ['main.run', true],
      ['main.run.func1', true],
      ['main.(*other).seen', false],
      ['main.gone', false],
    ] as const)
      assert.equal(await declares(client, 'a.go', text, name), isDeclared, name);
    assert.equal(await declares(client, 'a.txt', text, 'main.run'), false);
  }));

test('questions are answered in a thread of their own, in their order', () =>
  withClient(async (client, troubles) => {
    const asked = [small, { ...small, path: 'a.md' }, { ...small, functions: ['p.g'] }];
    const answers = await Promise.all(asked.map(each => client.outline(each)));
    assert.deepEqual(
      answers.map(each => each?.declarations.map(({ name }) => name)),
      [['f'], undefined, []],
    );
    assert.deepEqual(troubles, []);
  }));

test('a text that takes too long is given up by the thread, which goes on', () =>
  withClient(async (client, troubles) => {
    assert.equal(await client.outline(long), null);
    assert.deepEqual(troubles, ['not read in 2000 ms']);
    assert.equal((await client.outline(small))?.declarations.length, 1);
  }));

test('a parser that breaks over a text ends with its thread, and the next text is read', () =>
  withClient(async (client, troubles) => {
    const breaking = { path: 'A.java', text: `${'([{'.repeat(5_000)}${')'.repeat(5_000)}`, functions: [] };
    assert.equal(await client.outline(breaking), null);
    assert.equal(troubles.length, 1);
    assert.equal((await client.outline(small))?.declarations.length, 1);
  }));

test('a question that nobody waits for settles at once, and is given up; one that has not begun is not asked', () =>
  withClient(async (client, troubles) => {
    await client.outline(small);
    const controllers = Array.from({ length: 10 }, () => new AbortController());
    const started = performance.now();
    const asked = controllers.map(({ signal }) => client.outline(long, signal));
    for (const controller of controllers) controller.abort();
    for (const each of asked) await assert.rejects(each, Cancelled);
    assert.equal((await client.outline(small))?.declarations.length, 1);
    assert.ok(performance.now() - started < 2_000, 'none of them has been read to its end');
    await assert.rejects(client.outline(small, AbortSignal.abort()), Cancelled);
    assert.deepEqual(troubles, []);
  }));

test('a thread that hears nothing is ended, what waited behind is answered by the next', () =>
  withClient(
    async (client, troubles) => {
      await client.outline(small);
      const [lost, behind] = await Promise.all([client.outline(deaf), client.outline(small)]);
      assert.equal(lost, null);
      assert.equal(behind?.declarations.length, 1);
      assert.match(troubles.join(), /^no answer in 1500 ms/);
    },
    { answer: 1_500 },
  ));

test('what nobody waits for any more holds up what comes behind no longer, heard or not', () =>
  withClient(
    async client => {
      await client.outline(small);
      const controller = new AbortController();
      const lost = client.outline(deaf, controller.signal);
      controller.abort();
      await assert.rejects(lost, Cancelled);
      const started = performance.now();
      assert.equal((await client.outline(small))?.declarations.length, 1);
      assert.ok(performance.now() - started < 10_000);
    },
    { answer: 1_500 },
  ));

test('a thread without a question is ended, and started on the next', () =>
  withClient(
    async (client, troubles) => {
      const threads = (): number =>
        process.getActiveResourcesInfo().filter(each => /Message/.test(each)).length;
      assert.ok(await client.outline(small));
      const busy = threads();
      while (threads() >= busy) await new Promise(resolve => setTimeout(resolve, 10));
      assert.ok(await client.outline(small));
      assert.deepEqual(troubles, []);
    },
    { idle: 20 },
  ));

test('disposing takes back what is under way, and what comes later', async () => {
  const client = new CodeClient(codeScript, syntaxFolder, assert.fail);
  const asked = [client.outline(small), client.outline(small)];
  client.dispose();
  for (const each of asked) await assert.rejects(each, Cancelled);
  await assert.rejects(client.outline(small), Cancelled);
});

for (const [title, code, expected] of [
  ['throws', 'throw new Error("a fault")', /a fault/],
  ['ends', 'process.exit(3)', /ended with code 3/],
  ['cannot be loaded', 'this is not JavaScript', /Unexpected identifier/],
] as const) {
  test(`a thread that ${title} is told of, for each question once`, () => {
    const script = join(folder, `${title.replaceAll(' ', '-')}.cjs`);
    writeFileSync(script, code);
    return withClient(
      async (client, troubles) => {
        assert.equal(await client.outline(small), null);
        assert.equal(await client.outline(small), null);
        assert.equal(troubles.length, 2);
        for (const each of troubles) assert.match(each, expected);
      },
      { script },
    );
  });
}

test('a grammar that is not there is told of', async () => {
  const troubles: string[] = [];
  const client = new CodeClient(codeScript, folder, error => troubles.push(error.message), patience);
  assert.equal(await client.outline(small), null);
  assert.equal(troubles.length, 1);
  assert.match(troubles.join(), /ENOENT.*tree-sitter\.wasm/);
  client.dispose();
});
