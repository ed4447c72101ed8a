import assert from 'node:assert/strict';
import test from 'node:test';
import type { Language } from '../../../src/core/code/language.ts';
import { blockCommentEnd, lineEnd, stringEnd } from '../../../src/core/code/literals.ts';

/** The literal that a text begins with, `''` when it begins with none. */
function literal(language: Language, text: string, previous = ''): string {
  return text.slice(
    0,
    stringEnd(text, 0, language, () => previous),
  );
}

/** Asserts that each text's literal ends where `|` stands. */
function assertEnds(language: Language, texts: readonly string[], previous = ''): void {
  for (const text of texts) {
    const [expected = '', rest = ''] = text.split('|');
    assert.equal(literal(language, expected + rest, previous), expected, `${language}: ${text}`);
  }
}

test('a line ends at its break, or where no backslash joins the next', () => {
  const end = (text: string, continued: boolean) => text.slice(0, lineEnd(text, 0, continued));
  assert.equal(end('a\nb', false), 'a');
  assert.equal(end('a \\\nb', false), 'a \\');
  assert.equal(end('a \\\nb \\\r\nc\nd', true), 'a \\\nb \\\r\nc');
  assert.equal(end('a \\\nb', true), 'a \\\nb');
});

test('a block comment nests only where the language says so', () => {
  const end = (text: string, nests: boolean) => text.slice(0, blockCommentEnd(text, 0, nests));
  assert.equal(end('/* /* */ a */ b', false), '/* /* */');
  assert.equal(end('/* /* */ a */ b', true), '/* /* */ a */');
  assert.equal(end('/*/ a */ b', false), '/*/ a */');
  assert.equal(end('/* a', true), '/* a');
});

test('Go: quotes with escapes, raw strings without', () => {
  assertEnds('go', ['`raw \\`| + 1', '"a\\"b"| + 1', "'x'| + 1", "'\\''|", '"open|\nb"', '`a\n|', '|x']);
});

test('C and C++: prefixes and raw strings with their delimiter', () => {
  assertEnds('cpp', ['"a"|', "'\\''|;", 'R"(a"b)"|;', 'u8R"x(a)" )y" )x"|;', '|Rest', '|u8"a"', 'LR"(|']);
});

test('Rust: characters are told from lifetimes', () => {
  assertEnds('rust', ["'a'|", "'\\u{1F600}'|", "'\\''|", "|'a str", "|'static>", "|'a, 'b>"]);
  assertEnds('rust', ['"a\nb"|', 'r"\\"|"', 'br##"a"# b"##|;', '|ref', 'r#"|']);
});

test('Python: prefixes, and three quotes over lines', () => {
  assertEnds('python', ['"a"|', "rb'\\''|", '"""a\n"" \\""" b"""|', "f'''a'''|", '|for', "'a|\n'", '""|']);
});

test('JavaScript: templates hold templates', () => {
  assertEnds('javascript', [
    '`a\n`|',
    '`\u0024{`}`}`|;',
    '`\u0024{`{`}`|;',
    '`\u0024{{ a: "`" }}`|',
    '`\\``|',
    '`$`|',
    '`\u0024{|',
  ]);
});

test('JavaScript: a slash divides after a value and begins a regular expression elsewhere', () => {
  for (const previous of ['', '=', '(', 'return', '=>', '&&']) {
    assertEnds('javascript', ['/a/g|.test', '/[/]\\//|'], previous);
  }
  for (const previous of ['a', '1', ')', ']', '"s"', '++', '<']) {
    assertEnds('javascript', ['|/a/g'], previous);
  }
  assertEnds('javascript', ['|/a\n/']);
});
