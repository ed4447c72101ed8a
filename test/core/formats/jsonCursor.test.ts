import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { JsonCursor } from '../../../src/core/formats/jsonCursor.ts';

const at = (json: string): JsonCursor => new JsonCursor(new TextEncoder().encode(json));

/** Any JSON, read through the cursor alone. */
function value(json: JsonCursor): unknown {
  switch (json.kind()) {
    case 'object': {
      const members: [string, unknown][] = [];
      json.enter('object');
      for (let key = json.key(true); key !== undefined; key = json.key(false))
        members.push([key, value(json)]);
      return Object.fromEntries(members);
    }
    case 'array': {
      const items: unknown[] = [];
      json.enter('array');
      for (let first = true; json.item(first); first = false) items.push(value(json));
      return items;
    }
    case 'string':
      return json.string();
    default:
      return json.number();
  }
}

const json = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(1e300, 2 ** 53),
    ),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ unit: 'binary', maxLength: 9 }).filter(key => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

test('reads what JSON.parse reads, however it is spaced', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, '\t', '\r\n '), (written, space) => {
      const text = JSON.stringify(written, null, space);
      const cursor = at(text);
      assert.deepEqual(value(cursor), JSON.parse(text));
      cursor.end();
    }),
  );
});

test('passes over any value to what follows it', () => {
  const any = fc.oneof(json, fc.constantFrom(true, false, null));
  fc.assert(
    fc.property(any, written => {
      const cursor = at(`[${JSON.stringify(written)} , "next"]`);
      cursor.enter('array');
      cursor.item(true);
      cursor.skip();
      assert.ok(cursor.item(false));
      assert.equal(cursor.string(), 'next');
    }),
  );
});

test('nested a million deep is no deeper than nested once', () => {
  const cursor = at(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`);
  cursor.skip();
  cursor.end();
});

test('a byte order mark is passed over', () => {
  assert.equal(at('\ufeff 7').number(), 7);
});

test('says what is wrong, and never more than there is', () => {
  const cases: readonly (readonly [string, (cursor: JsonCursor) => unknown])[] = [
    ['"ends', cursor => cursor.string()],
    ['"\\x"', cursor => cursor.string()],
    ['"a\nb"', cursor => cursor.string()],
    ['01', cursor => cursor.number()],
    ['1.', cursor => cursor.number()],
    ['-', cursor => cursor.number()],
    ['"1"', cursor => cursor.number()],
    ['1'.repeat(100), cursor => cursor.number()],
    ['[[1]', cursor => cursor.skip()],
    [']', cursor => cursor.skip()],
    ['', cursor => cursor.skip()],
    ['[1 2]', value],
    ['{"a" 1}', value],
    ['{a: 1}', value],
    ['[1,]', value],
    ['1 2', cursor => [cursor.number(), cursor.end()]],
  ];
  for (const [text, read] of cases) {
    assert.throws(
      () => read(at(text)),
      { name: 'ProfileError', code: 'malformed', message: /JSON is broken/ },
      text,
    );
  }
});
