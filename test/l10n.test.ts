import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { messagesIn } from './setup/messages.ts';
import { root } from './setup/run.ts';

type Messages = Readonly<Record<string, string>>;

function read(name: string): Messages {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as Messages;
}

/** The places of a message, each once. */
function placesIn(message: string): readonly string[] {
  return [...new Set(message.match(/\{[^{}]+\}/g))].sort();
}

/** Messages by their keys that lack a place of the English one, or have one more. */
function misplaced(messages: Messages, englishOf: (key: string) => string): readonly string[] {
  return Object.entries(messages).flatMap(([key, message]) =>
    placesIn(message).join() === placesIn(englishOf(key)).join() ? [] : [`${key} → ${message}`],
  );
}

const said = await messagesIn('src', 'webview');
const keys = new Set(said.map(({ key }) => key));
const manifest = read('package.nls.json');

test('messages are found, and are no pieces of others', () => {
  assert.ok(keys.size > 800, String(keys.size));
  const pieces = said.filter(({ key }) => key.trim() !== key || key === '');
  assert.deepEqual(pieces, []);
});

for (const language of ['de', 'zh-cn']) {
  suite(`in ${language}`, () => {
    const bundle = read(`media/l10n/bundle.l10n.${language}.json`);
    const named = read(`package.nls.${language}.json`);

    test('every message of the extension is there, and no other', () => {
      const missing = said.filter(({ key }) => !(key in bundle)).map(({ key, at }) => `${at}: ${key}`);
      assert.deepEqual(missing, []);
      assert.deepEqual(
        Object.keys(bundle).filter(key => !keys.has(key)),
        [],
      );
    });

    test('a translation has the places of its message', () => {
      assert.deepEqual(
        misplaced(bundle, key => key),
        [],
      );
      assert.deepEqual(
        misplaced(named, key => manifest[key] ?? ''),
        [],
      );
    });

    test('what package.json says is there, and nothing else', () => {
      assert.deepEqual(Object.keys(named).sort(), Object.keys(manifest).sort());
    });

    test('nothing is empty', () => {
      const empty = Object.entries({ ...bundle, ...named }).filter(([, message]) => message.trim() === '');
      assert.deepEqual(empty, []);
    });
  });
}
