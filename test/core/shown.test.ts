import assert from 'node:assert/strict';
import test from 'node:test';
import { longestShown, shown, shownName } from '../../src/core/shown.ts';

const cases: readonly (readonly [what: string, text: string, seen: string])[] = [
  ['plain text', 'main.(*Größe).面 «▲» 🙂', 'main.(*Größe).面 «▲» 🙂'],
  ['no text', '', ''],
  [
    'controls',
    'a\0\t\n\f\r\x1b\x7f\x85\x9fz',
    'a\\u0000\\u0009\\u000a\\u000c\\u000d\\u001b\\u007f\\u0085\\u009fz',
  ],
  ['line and paragraph separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
  [
    'bidirectional marks',
    '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
    '\\u061c\\u200e\\u200f\\u202a\\u202b\\u202c\\u202d\\u202e\\u2066\\u2067\\u2068\\u2069',
  ],
  ['zero width', 'a\u200b\u200c\u200d\u2060\ufeff\u00adb', 'a\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00adb'],
  ['fillers', '\u3164\u115f\uffa0\u034f', '\\u3164\\u115f\\uffa0\\u034f'],
  ['tags and variation selectors', 'a\u{e0001}\u{e0041}\ufe0f', 'a\\u{e0001}\\u{e0041}\\ufe0f'],
  ['halves of pairs', 'a\ud83dz\ude42', 'a\\ud83dz\\ude42'],
  ['annotations', '\ufff9a\ufffa', '\\ufff9a\\ufffa'],
  ['spaces among letters', ' a b\u00a0c ', ' a b\u00a0c '],
  ['nothing but spaces', ' \u00a0\u3000\u2800', '\\u0020\\u00a0\\u3000\\u2800'],
];

for (const [what, text, seen] of cases) {
  test(`${what} as shown`, () => {
    assert.equal(shown(text), seen);
    assert.equal(shown(seen), seen, 'what is shown is shown the same again');
  });
}

test('what is too long is cut, whatever it is made of', () => {
  for (const part of ['x', '\u202e', ' ', '🙂', '\ud83d']) {
    const seen = shown(part.repeat(100_000));
    assert.equal(seen.length <= longestShown, true, JSON.stringify(part));
    assert.match(seen, /…$/);
    assert.equal(shown(seen), seen);
  }
  assert.equal(shown('x'.repeat(longestShown)), 'x'.repeat(longestShown));
  assert.equal(shown('abcdef', 4), 'abc…');
});

test('a character of two units is not cut in two', () => {
  const seen = shown(`${'x'.repeat(longestShown)}🙂`);
  assert.doesNotMatch(seen, /\\ud/);
});

test('a name is never nothing', () => {
  assert.equal(shownName(''), '(no name)');
  assert.equal(shownName(' '), '\\u0020');
  assert.equal(shownName('main.f'), 'main.f');
});
