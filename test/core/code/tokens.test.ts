import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Language } from '../../../src/core/code/language.ts';
import { closing, tokenize, tokenText } from '../../../src/core/code/tokens.ts';

function texts(language: Language, text: string): string[] {
  const tokens = tokenize(text, language);
  return Array.from({ length: tokens.count }, (_, i) => tokenText(tokens, i));
}

const cases: readonly (readonly [Language, string, readonly string[]])[] = [
  ['go', 'a := b[c] // d\n/* e */ f<-g', ['a', ':=', 'b', '[', 'c', ']', 'f', '<-', 'g']],
  [
    'cpp',
    '#define X(a) { \\\n  y\nint x = 1\'000u; R"q(")q" L"w"',
    ['int', 'x', '=', "1'000u", ';', 'R"q(")q"', 'L', '"w"'],
  ],
  ['cpp', '#if A\nf {\n#else\ng {\n#endif\n}', ['f', '{', '}']],
  [
    'rust',
    'fn f<\'a>(x: &\'a u8) { \'b\'; r#""q""#; /* /* */ x */ }',
    [
      'fn',
      'f',
      '<',
      "'",
      'a',
      '>',
      '(',
      'x',
      ':',
      '&',
      "'",
      'a',
      'u8',
      ')',
      '{',
      "'b'",
      ';',
      'r#""q""#',
      ';',
      '}',
    ],
  ],
  [
    'javascript',
    'a = b / c / d; e = /[/"]\\//g.test(`x\u0024{`}` + "}"}`)',
    [
      'a',
      '=',
      'b',
      '/',
      'c',
      '/',
      'd',
      ';',
      'e',
      '=',
      '/[/"]\\//g',
      '.',
      'test',
      '(',
      '`x\u0024{`}` + "}"}`',
      ')',
    ],
  ],
  [
    'javascript',
    "#!/usr/bin/env node\nthis.#x ?? <p>Don't</p>\nb",
    ['this', '.', '#x', '??', '<', 'p', '>', 'Don', "'t</p>", 'b'],
  ],
  ['python', '"""a\n"""; f"b#" # c\nr\'\\\'', ['"""a\n"""', ';', 'f"b#"', "r'\\'"]],
];

for (const [language, text, expected] of cases) {
  test(`${language} tokens of ${JSON.stringify(text)}`, () =>
    assert.deepEqual(texts(language, text), expected));
}

test('lines and partners', () => {
  const tokens = tokenize('a {\n"""\n"""\n( ] )\n}', 'python');
  assert.deepEqual([...tokens.line], [1, 1, 2, 4, 4, 4, 5]);
  assert.deepEqual([...tokens.partner], [-1, 6, -1, 5, -1, 3, 1]);
  assert.equal(tokens.lines, 5);
  assert.equal(closing(tokenize('f( a', 'go'), 1), 2);
});

test('tokens of any text stand in order, inside it, on their lines', () => {
  const piece = fc.constantFrom(
    'a',
    '"',
    "'",
    '`',
    '/',
    '*',
    '{',
    '}',
    '(',
    ')',
    '\n',
    '#',
    '\\',
    '$',
    '1',
    ' ',
    'r#',
    '"""',
    '${',
    '//',
    '/*',
    '#if x\n',
    '#else\n',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom<Language>('go', 'cpp', 'rust', 'javascript', 'python'),
      (source, language) => {
        const tokens = tokenize(source, language);
        let last = 0;
        for (let i = 0; i < tokens.count; i++) {
          const start = tokens.start[i] ?? -1;
          const end = tokens.end[i] ?? -1;
          assert.ok(start >= last && end > start && end <= source.length);
          assert.equal(tokens.line[i], source.slice(0, start).split('\n').length);
          const partner = tokens.partner[i] ?? -1;
          assert.ok(partner === -1 || tokens.partner[partner] === i);
          last = end;
        }
      },
    ),
    { numRuns: 2000 },
  );
});
