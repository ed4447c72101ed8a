import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Cancelled } from '../../src/core/heed.ts';
import type { HintInput } from '../../src/core/hints/hint.ts';
import { CodeClient, type CodePatience } from '../../src/engine/code/codeClient.ts';
import type { Texts } from '../../src/engine/code/text.ts';
import { codeScript, syntaxFolder } from '../fixtures/codeScript.ts';

const dedupe = join(import.meta.dirname, '../fixtures/dedupe');
const names = ['cache.go', 'ingest.go', 'main.go'];
const text = readFileSync(join(dedupe, 'cache.go'), 'utf8');
const line = text.split('\n').findIndex(each => each.includes('c.entries[id] =')) + 1;
const name = 'main.(*dedupeCache).seen';
const input: HintInput = {
  kind: 'memory',
  site: { file: 'cache.go', line, name },
  stack: [name],
  retained: 0.9,
  references: null,
  callers: [],
};
const none: Texts = new Map();

/** The sample service as files have it: bytes in a buffer that Node shares. */
function service(): Texts {
  return new Map(names.map(each => [each, [readFileSync(join(dedupe, each))]]));
}

async function withClient(
  run: (client: CodeClient, troubles: string[]) => Promise<void>,
  patience: Partial<CodePatience> = {},
): Promise<void> {
  const troubles: string[] = [];
  const client = new CodeClient(codeScript, syntaxFolder, error => troubles.push(error.message), {
    ...{ start: 60_000, answer: 20_000, idle: 60_000 },
    ...patience,
  });
  try {
    await run(client, troubles);
  } finally {
    client.dispose();
  }
}

test('a package is read for its first question, once, and tells what a site adds to and why it leaks', () =>
  withClient(async (client, troubles) => {
    let reads = 0;
    const code = client.package(async () => {
      reads++;
      return service();
    });
    assert.equal(reads, 0);
    const [subject, hint] = await Promise.all([code.subject(input), code.explain(input, none)]);
    assert.equal(subject?.name, 'entries');
    assert.equal(
      text.split('\n')[(subject?.line ?? 0) - 1]?.slice(subject?.column).startsWith('entries'),
      true,
    );
    assert.match(hint?.text ?? '', /c\.entries/);
    assert.equal(reads, 1);
    assert.deepEqual(troubles, []);
  }));

test('making a grammar and its queries ready does not count as an answer that does not come', () =>
  withClient(
    async (client, troubles) => {
      // TypeScript's queries alone take longer than this patience.
      const code = client.package(
        async () => new Map([['a.ts', 'class A { m = new Map();\nf() {\nthis.m.set(1, 2);\n} }\n']]),
      );
      const asked = { ...input, site: { file: 'a.ts', line: 3, name: 'A.f' }, stack: ['A.f'] };
      assert.equal((await code.subject(asked))?.name, 'm');
      assert.deepEqual(troubles, []);
    },
    { answer: 500 },
  ));

test('what is typed counts from then on, before the first question and after', () =>
  withClient(async client => {
    let now = text;
    const code = client.package(async () => new Map([...service(), ['cache.go', now]]));
    now = text.replace('c.entries[id] =', 'x :=');
    code.change('cache.go', now);
    assert.equal(await code.subject(input), null);
    code.change('cache.go', [new TextEncoder().encode(text)]);
    assert.equal((await code.subject(input))?.name, 'entries');
    code.change('cache.go', `\n${text}`);
    assert.equal(await code.subject({ site: { file: 'cache.go', line, name }, callers: [] }), null);
    assert.equal(
      (await code.subject({ site: { file: 'cache.go', line: line + 1, name }, callers: [] }))?.name,
      'entries',
    );
  }));

test('an edit while the files are read is not lost', () =>
  withClient(async client => {
    let read = (_: Texts): void => {};
    const code = client.package(() => new Promise(resolve => (read = resolve)));
    const asked = code.subject(input);
    code.change('cache.go', text.replace('c.entries[id] =', 'x :='));
    read(service());
    await asked;
    assert.equal(await code.subject(input), null);
  }));

test('files that references stand in belong to the package for one question', () =>
  withClient(async client => {
    const code = client.package(async () => service());
    const other = 'package other\n\nfunc clear(c *main.Cache) {\n\tdelete(c.entries, "a")\n}\n';
    const subject = await code.subject(input);
    assert.ok(subject !== null);
    const references = [
      { file: subject.file, line: subject.line, column: subject.column },
      { file: '../other/clear.go', line: 4, column: other.split('\n')[3]?.indexOf('entries') ?? 0 },
    ];
    const bytes = new TextEncoder().encode(other);
    const asked = { ...input, references };
    const found = await code.explain(asked, new Map([['../other/clear.go', [bytes]]]));
    assert.match(found?.text ?? '', /taken from only in `clear`/);
    // Without the file nothing can be said for sure.
    assert.equal(await code.explain(asked, none), null);
  }));

test('a thread that was started anew gets the files as they are by then', () =>
  withClient(
    async client => {
      let now = text;
      const code = client.package(async () => new Map([...service(), ['cache.go', now]]));
      assert.equal((await code.subject(input))?.name, 'entries');
      now = `\n${text}`;
      // Ends the thread: all of it is looked at, for what is linked, and Go's grammar looks at no clock in it.
      const braces = `package p\n//go:linkname f p.g\nfunc f() ${'{'.repeat(1_000_000)}`;
      await client.outline({ path: 'a.go', text: braces, functions: ['p.f'] });
      assert.equal(
        (await code.subject({ site: { file: 'cache.go', line: line + 1, name }, callers: [] }))?.name,
        'entries',
      );
      assert.match((await code.explain({ ...input, site: null }, none))?.text ?? 'none', /none/);
    },
    { answer: 1_500 },
  ));

test('a package that has ended the thread is not asked about until it changes', () =>
  withClient(
    async (client, troubles) => {
      let braces = `package main\nfunc f(c *dedupeCache) ${'{'.repeat(1_000_000)}c.entries`;
      const code = client.package(async () => new Map([...service(), ['braces.go', braces]]));
      assert.equal(await code.explain(input, none), null);
      assert.equal(await code.explain(input, none), null);
      assert.equal(troubles.length, 1);
      braces = 'package main\n';
      code.change('braces.go', braces);
      assert.match((await code.explain(input, none))?.text ?? '', /c\.entries/);
    },
    { answer: 1_500 },
  ));

test('a question that nobody waits for is taken back, one of a closed package reads it anew', () =>
  withClient(async (client, troubles) => {
    let reads = 0;
    const code = client.package(async () => {
      reads++;
      return service();
    });
    await assert.rejects(code.subject(input, AbortSignal.abort()), Cancelled);
    assert.equal((await code.subject(input))?.name, 'entries');
    code.close();
    assert.equal((await code.subject(input))?.name, 'entries');
    assert.equal(reads, 2);
    assert.deepEqual(troubles, []);
  }));

test('files that cannot be read are told of, and tried again', () =>
  withClient(async client => {
    let fails = true;
    const code = client.package(async () => {
      if (fails) throw new Error('no such folder');
      return service();
    });
    await assert.rejects(code.subject(input), /no such folder/);
    fails = false;
    assert.equal((await code.subject(input))?.name, 'entries');
  }));
