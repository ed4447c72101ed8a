import assert from 'node:assert/strict';
import test from 'node:test';
import type { ViewOptions } from '../../../src/core/answers/looks.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import { DiffSession } from '../../../src/engine/session.ts';
import type { LeakedGoroutines } from '../../../src/protocol.ts';
import { summaryText } from '../../../webview/parts/summaryText.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { hostileNames } from '../../fixtures/hostile/hostileNames.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

/** The summary of a pair in which what grew, its file, its sample type and both profiles have this name. */
function summaryOf(
  name: string,
  more: Partial<ViewOptions> = {},
  leaked: LeakedGoroutines | null = null,
): string {
  const type = name.replaceAll('/', '|');
  const files = [1, 1000].map((size, i) => ({
    name: `${name}${i}`,
    profile: readProfile(
      profileBytes({
        sampleTypes: [`${type}/${type}`],
        samples: [
          { stack: ['main.main', `${name}@${name.replaceAll('@', '(at)')}:7`], values: [size << 20] },
        ],
        comments: [name],
      }),
    ),
  }));
  const session = new DiffSession(files, 'asGiven');
  const info = session.info();
  const options = { ...inuseSpace, sampleType: info.defaultSampleType, ...more };
  const view = session.view({ options, root: null });
  return summaryText(info, view, view.headline, leaked);
}

test('what is known of leaked goroutines is said', () => {
  const text = '9 goroutines have leaked.';
  assert.match(summaryOf('f', {}, { text, canCompare: true }), /\n\n> 9 goroutines have leaked\.\n/);
  assert.doesNotMatch(summaryOf('f'), /leaked/);
});

test('filters and scaling are said', () => {
  const filter = { ...inuseSpace.filter, focus: 'f' };
  assert.match(
    summaryOf('f', { normalize: true, filter }),
    /`f0` → `f1`, `f`\nOnly what .*: focus `f`\.\nCurrent is scaled to .*\n\n/,
  );
  assert.doesNotMatch(summaryOf('f'), /Only what|is scaled/);
});

/** A Markdown text without its code spans: CommonMark ends one at a run of as many back-quotes as began it. */
function outsideCode(text: string): string {
  return text.replaceAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, '');
}

for (const [what, name] of Object.entries(hostileNames)) {
  test(`a name writes no Markdown into the summary: ${what}`, () => {
    const summary = summaryOf(name);
    assert.doesNotMatch(summary, /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
    assert.match(summary, /^\*\*\+/);
    assert.doesNotMatch(outsideCode(summary), /[<[\]!@#`\\|~=]|:\/\/|www\./);
  });
}
