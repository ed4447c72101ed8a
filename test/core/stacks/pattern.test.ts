import assert from 'node:assert/strict';
import test from 'node:test';
import { compilePattern } from '../../../src/core/stacks/pattern.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

test('a match anywhere counts', () => {
  const pattern = compilePattern('focus', 'seen$|^main\\.');
  assert.deepEqual(
    ['main.run', 'a.main.run', '(*c).seen', 'seen.x'].map(name => pattern?.test(name)),
    [true, false, true, false],
  );
});

test('one without special characters is the text it looks for, as it is', () => {
  for (const text of ['net/http', '-x y', 'a_1:@']) {
    const pattern = compilePattern('focus', text);
    assert.deepEqual(
      [text, `(*${text}).x`, text.toUpperCase(), text.slice(1)].map(name => pattern?.test(name)),
      [true, true, false, false],
    );
  }
});

test('an empty pattern is none', () => {
  assert.equal(compilePattern('focus', ''), undefined);
});

test('what is not RE2 is refused by name', () => {
  for (const wrong of ['(', '(?=a)b', '\\1', 'a{1001}', '((a{100}){100}){100}', `${'('.repeat(60_000)}`]) {
    assert.throws(() => compilePattern('hide', wrong), {
      code: 'badOption',
      message: /^hide is not a regular/,
    });
  }
  assert.throws(() => compilePattern('hide', 'a'.repeat(65_537)), {
    code: 'badOption',
    message: /longer than/,
  });
});

test('a long pattern that is wrong is not repeated whole', () => {
  assert.throws(() => compilePattern('hide', '('.repeat(60_000)), { message: /^hide is not .{1,350}…$/ });
});

test('hostile patterns take time linear in the text', () => {
  const text = `${'a'.repeat(1_000_000)}!`;
  for (const hostile of ['(a+)+$', '(a|aa)+$', '(.*a){20}$', '(?i)(x+x+)+y']) {
    const started = cpuTime();
    assert.equal(compilePattern('focus', hostile)?.test(text), false);
    // Backtracking would take longer than the universe has lasted.
    assert.ok(cpuTime() - started < 20_000);
  }
});
