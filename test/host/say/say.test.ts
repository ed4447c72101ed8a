import assert from 'node:assert/strict';
import test from 'node:test';
import * as l10n from '@vscode/l10n';
import { inert, reasonOf, say, sayAll } from '../../../src/host/say/say.ts';

test('what a sentence speaks of is shown, the sentence itself stays', () => {
  const path = '/src/\u202eog.niam\f.go';
  assert.equal(say`No file matches ${path}: ${3}.\n`, 'No file matches /src/\\u202eog.niam\\u000c.go: 3.\n');
  assert.equal(say`Tried ${['a\0.go', 'b.go']}.`, 'Tried a\\u0000.go, b.go.');
  assert.equal(say`${say`${path}`}`, say`${path}`);
});

test('a sentence has what it speaks of where its language has it', () => {
  const sentence = (): string => say(l10n.t('{0} is not in {1} any more.'), 'a\u202e{1}', 'b.go');
  assert.equal(sentence(), 'a\\u202e{1} is not in b.go any more.');
  l10n.config({ contents: { '{0} is not in {1} any more.': 'In {1} steht {0} nicht mehr.' } });
  assert.equal(sentence(), 'In b.go steht a\\u202e{1} nicht mehr.');
  l10n.config({ contents: {} });
  assert.equal(say(l10n.t('No text {0} for {2}.'), 'a'), 'No text a for {2}.');
});

test('only what is written here is a sentence', () => {
  const fromOutside: string = 'a';
  // @ts-expect-error: it may hold anything.
  say(fromOutside);
  // @ts-expect-error: neither does looking for its translation make it ours.
  say(l10n.t(fromOutside));
});

test('no part of a sentence is longer than people read', () => {
  assert.ok(say`${'x'.repeat(1 << 20)} is a folder.`.length < 1_000);
  assert.match(say`${'x'.repeat(1 << 20)} is a folder.`, /… is a folder\.$/);
  assert.ok(reasonOf(new Error('x'.repeat(1 << 20))).length <= 2_000);
  assert.equal(sayAll([say`One.`, say`Two.`]), 'One. Two.');
});

/** What VS Code 1.139 makes links of in notifications, and icons of in labels. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

test('nothing is a link or an icon to VS Code', () => {
  const hostile = [
    '[a](command:workbench.action.quit)',
    '[[a]](command:x)',
    '[a](https://evil.example/ "b")',
    '$(zap)',
    '$$(sync~spin)',
    '\\$(zap)',
    '](command:x)[',
  ];
  for (const text of hostile) {
    for (const sentence of [say`${text}`, say`[${text}](${text})`, say`$(${text}`, say`${text}${text}`]) {
      assert.doesNotMatch(inert(sentence), link);
      assert.doesNotMatch(inert(sentence), icon);
      assert.equal(inert(sentence).replaceAll('\u2060', ''), sentence, 'nothing is left out');
    }
  }
});

test('what was thrown is told, whatever it is', () => {
  assert.equal(reasonOf(new Error('a\r\nb')), 'a\\u000d\\u000ab');
  assert.equal(reasonOf('text'), 'text');
});
