import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/leaks');
const table = readFileSync(path.join(folder, 'README.md'), 'utf8');

/** A leak that people had, in its leaky or its fixed form. */
interface Situation {
  readonly language: string;
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const situations = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name: language }) =>
    readdirSync(path.join(folder, language)).map((file): Situation => {
      const text = readFileSync(path.join(folder, language, file), 'utf8');
      return { language, name: file.replace(/\.\w+$/, ''), file, text };
    }),
  );
const leaky = situations.filter(({ name }) => name.endsWith('.leaky'));
const fixed = situations.filter(({ name }) => name.endsWith('.fixed'));

/** By language: leaks, those found, and hints that should not be. */
const counts = new Map(leaky.map(({ language }) => [language, { leaks: 0, found: 0, wrong: 0 }]));

/** What profiles tell of a line that leaks. */
const kept = 0.9;

for (const { language, name, file, text } of leaky) {
  test(`${language}: ${name}`, async () => {
    const rule = /expect: (\w+)/.exec(text)?.[1];
    assert.ok(rule, 'the first lines say what is expected');
    assert.ok(
      table.includes(`| ${language} | ${name.replace('.leaky', '')} |`),
      'the table has a row for it',
    );
    const hints = await Promise.all(marksIn(text).map(mark => hintAt(text, mark, { file, retained: kept })));
    const grown = lineWith(text, 'grows');
    const isRight = hints.every(hint => hint?.lines.some(({ line }) => line === grown) ?? false);
    add(language, { leaks: 1, found: isRight ? 1 : 0, wrong: !isRight && hints.some(hint => hint) ? 1 : 0 });
    for (const hint of hints) assert.equal(hint?.rule ?? 'nothing', rule, hint?.text);
    assert.equal(isRight, rule !== 'nothing', 'the grown line is named');
  });
}

for (const { language, name, file, text } of fixed) {
  test(`${language}: ${name}`, async () => {
    for (const mark of marksIn(text)) {
      const bySource = await hintAt(text, mark, { file });
      const withProfile = await hintAt(text, mark, { file, retained: kept });
      // Were as much of it kept all the same, it would be true that the removal does not keep up.
      const wrong = [bySource, withProfile].find(hint => hint !== null && hint.rule !== 'removedElsewhere');
      add(language, { leaks: 0, found: 0, wrong: wrong === undefined ? 0 : 1 });
      assert.equal(wrong?.text, undefined, mark);
    }
  });
}

test('each has both forms, and the sum', context => {
  const names = (all: readonly Situation[]) =>
    all.map(({ language, name }) => [language, name.split('.')[0]]);
  assert.deepEqual(names(leaky), names(fixed));
  for (const [language, { leaks, found, wrong }] of counts) {
    context.diagnostic(`${language}: ${found} of ${leaks} leaks found, ${wrong} wrong hints`);
  }
});

/** The grown line, and where the language's profiles know a function's line alone, that line too. */
function marksIn(text: string): readonly string[] {
  return text.includes('// asked') ? ['grows', '// asked'] : ['grows'];
}

function lineWith(text: string, mark: string): number {
  return text.split('\n').findIndex(line => line.includes(mark)) + 1;
}

function add(
  language: string,
  { leaks, found, wrong }: { leaks: number; found: number; wrong: number },
): void {
  const count = counts.get(language);
  if (count === undefined) return;
  count.leaks += leaks;
  count.found += found;
  count.wrong += wrong;
}
