import assert from 'node:assert/strict';
import test from 'node:test';
import {
  commandAddress,
  escapeMarkdown,
  escapeSentence,
  markdownLink,
  withMore,
} from '../../../src/host/say/markdownText.ts';

test('nothing in a text is markup, and lines break at its spaces', () => {
  assert.equal(
    escapeMarkdown('main.(*T).f [x](command:y)\n# $(flame) <img>'),
    'main\\.\\(\\*T\\)\\.f \\[x\\]\\(command\\:y\\) \\# \\$\\(flame\\) \\<img\\>',
  );
  const punctuation = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(each =>
    /[^\w]|_/.test(each),
  );
  for (const each of punctuation) assert.equal(escapeMarkdown(each), `\\${each}`);
});

test('code in a sentence stays code, and an odd back-quote opens none', () => {
  assert.equal(escapeSentence('`c.entries` gains *keys*'), '`c.entries` gains \\*keys\\*');
  assert.equal(escapeSentence('a `b'), 'a `b`');
});

test('a link cannot be closed by what it carries', () => {
  const address = commandAddress('heapDiff.reveal', [{ name: 'f()](x)' }]);
  const link = markdownLink('a](b)', address);
  assert.match(link, /^\[a\\\]\\\(b\\\)\]\(command:heapDiff\.reveal\?[^()]*\)$/);
});

/** Where VS Code 1.139 cuts Markdown off. */
const cut = 100_000;

test('a link is whole or left out, however long the names in it are', () => {
  const link = markdownLink('Show', commandAddress('heapDiff.reveal', [{ name: '界'.repeat(1 << 14) }]));
  const parts = ['**a**', link, '\n- ', 'b', link, 'c'];
  const whole = parts.reduce(withMore, '');
  assert.ok(link.length > cut);
  assert.equal(whole, '**a**\n\n…', 'what follows is left out too');
  const many = Array.from({ length: 30_000 }, () => '[b](command:c)').reduce(withMore, '');
  assert.ok(many.length <= cut);
  assert.match(many, /^(\[b\]\(command:c\))+\n\n…$/);
});
