import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError, type ProfileErrorCode, type ProfileRole } from '../../src/core/error.ts';
import { errorSentence } from '../../src/core/errorSentence.ts';

const pair = { base: 'heap-1.pb.gz', current: 'heap-2.pb.gz' };
const say = (code: ProfileErrorCode, role?: ProfileRole): string =>
  errorSentence(new ProfileError(code, 'what is wrong', 12, role), pair);

const codes: readonly ProfileErrorCode[] = [
  'empty',
  'unrecognized',
  'gzip',
  'truncated',
  'malformed',
  'tooLarge',
];

for (const code of codes) {
  test(`${code}: names the file, what is wrong, where, and what to do`, () => {
    assert.match(
      say(code, 'base'),
      /^heap-1\.pb\.gz .*what is wrong, at byte 12.*\. ?.*([Cc]apture|Choose|compare)/,
    );
    assert.match(say(code, 'current'), /^heap-2\.pb\.gz /);
    assert.match(say(code), /^heap-1\.pb\.gz and heap-2\.pb\.gz /);
  });
}

test('a file of another kind is said to be that, with what to do', () => {
  const error = new ProfileError('wrongKind', 'is compressed with xz: `xz -dk FILE`', undefined, 'base');
  assert.equal(errorSentence(error, pair), 'heap-1.pb.gz is compressed with xz: `xz -dk FILE`.');
});

test('two files that share nothing are both named', () => {
  const error = new ProfileError('noCommonSampleType', 'a CPU profile (cpu) and a heap profile (space)');
  assert.equal(
    errorSentence(error, pair),
    'heap-1.pb.gz and heap-2.pb.gz have no sample type in common: they are a CPU profile (cpu) and a heap profile (space). Choose two profiles of the same kind.',
  );
});

test('an option is no file’s fault', () => {
  assert.equal(
    errorSentence(new ProfileError('badOption', 'focus is not a regular expression: missing )'), pair),
    'Focus is not a regular expression: missing ).',
  );
});

test('one profile alone has no base to blame', () => {
  const error = new ProfileError('empty', 'it has no bytes', undefined, 'current');
  assert.equal(
    errorSentence(error, { base: null, current: 'heap.pb' }),
    'heap.pb is empty: it has no bytes. Capture it again.',
  );
});

test('what passes a limit names it and the setting that raises it', () => {
  const error = (role: ProfileRole) =>
    new ProfileError('overLimit', 'more than 5 million samples', undefined, role, 'samples');
  assert.equal(
    errorSentence(error('base'), pair),
    'heap-1.pb.gz holds more than 5 million samples. Raise heapDiff.limits.samples to read it.',
  );
  assert.equal(
    errorSentence(error('pair'), pair, name => `--limit ${name}`),
    'heap-1.pb.gz and heap-2.pb.gz hold together more than 5 million samples. Raise --limit samples to read them.',
  );
});
