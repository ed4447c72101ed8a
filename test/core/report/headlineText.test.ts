import assert from 'node:assert/strict';
import test from 'node:test';
import { headlineText, noticeMarkdown, sentenceMarkdown } from '../../../src/core/report/headlineText.ts';
import { silent, siteOf } from './reportOf.ts';

const sentence = [{ strong: '98 %' }, ' is allocated in ', { place: siteOf('main.put', 1) }, '.'];

test('as text, one line', () => {
  assert.equal(
    headlineText({ ...silent, sentence }),
    "+4 B: +80 % of the base's 5 B. 98 % is allocated in main.put, c.go:31.",
  );
  assert.match(
    headlineText({ ...silent, sentence: [{ place: siteOf('a\nb', 1, { file: '' }) }] }),
    / a\\u000ab$/,
  );
});

test('as Markdown, names and paths in code spans that they cannot end', () => {
  assert.equal(sentenceMarkdown(sentence), '98 % is allocated in `main.put` (`/src/c.go:31`).');
  const evil = siteOf('f` ![](https://evil.example/x.png) @everyone', 1, { file: 'a`<img src=x>', line: 0 });
  assert.equal(
    sentenceMarkdown([{ place: evil }]),
    '`fˋ ![](https://evil.example/x.png) @everyone` (`aˋ<img src=x>`)',
  );
});

test('names in a notice', () => {
  const text = 'Only one of the files has <b>, c`d.';
  assert.equal(
    noticeMarkdown({ kind: 'differentSampleTypes', text, names: ['<b>', 'c`d', 'not there', ''] }),
    'Only one of the files has `<b>`, `cˋd`.',
  );
});
