import assert from 'node:assert/strict';
import test from 'node:test';
import type { Growth } from '../../../src/core/answers/growth.ts';
import { followFrames } from '../../../src/core/code/drift.ts';
import { DocumentNotes } from '../../../src/host/annotations/documentNotes.ts';
import { notesOf } from '../../../src/host/annotations/notes.ts';
import { calledNote, flatNote, lensText } from '../../../src/host/annotations/noteText.ts';
import { outline } from '../../core/code/parser.ts';
import { growth } from './growths.ts';

const measured = { kind: 'memory', sampleType: 'inuse_space', unit: 'bytes' } as const;

/** A Go file of so many functions of ten lines, one of which grew, every one moved by a comment at the top. */
function largeFile(count: number): {
  readonly text: string;
  readonly lines: Growth[];
  readonly functions: Growth[];
} {
  const text = ['// New.', 'package store', ''];
  const lines: Growth[] = [];
  const functions: Growth[] = [];
  for (let i = 0; i < count; i++) {
    const startLine = text.length;
    text.push(
      `// put${i} keeps an item.`,
      `func (s *store) put${i}(key string) {`,
      '\tif item, ok := s.items[key]; ok {',
      '\t\titem.seen = append(item.seen, time.Now()) // once more',
      '\t\treturn',
      '\t}',
      `\ts.items[key] = &item{name: "item ${i}", size: ${i}}`,
      '\ts.count++',
      '}',
      '',
    );
    const of = {
      name: `store.(*store).put${i}`,
      startLine: startLine + 1,
      value: { base: 0, current: 1024 * i },
    };
    lines.push(growth({ ...of, line: startLine + 6, kind: i % 5 === 0 ? 'called' : 'flat' }));
    functions.push(growth(of));
  }
  return { text: text.join('\n'), lines, functions };
}

/** Milliseconds that it takes, once the file is parsed, to make all notes and lenses of such a file, the least of several runs. */
async function timeOf(count: number): Promise<number> {
  const { text, lines, functions } = largeFile(count);
  const declared = await outline('go', text);
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 7; run++) {
    // Of the processor, not of the clock: tests run side by side.
    const started = process.cpuUsage();
    const notes = new DocumentNotes(notesOf(lines, functions, followFrames(declared, 'go')), () => 1).notes;
    const texts = notes.lines.map(({ growth: all }) => flatNote(all, measured) ?? calledNote(all, measured));
    const lenses = notes.functions.map(({ growth: all }) => lensText(all, measured));
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
    assert.equal(texts.filter(each => each !== null).length + lenses.length, 2 * count);
    assert.ok(notes.lines.every(({ movedFrom, line, exact }) => exact && movedFrom === line));
  }
  return least;
}

test('500 growing lines in a file of 5,000 are noted at once', async t => {
  await timeOf(100); // Warms up.
  const [small, large] = [await timeOf(500), await timeOf(4_000)];
  t.diagnostic(`5,000 lines: ${small.toFixed(1)} ms, 40,000: ${large.toFixed(1)} ms`);
  // Eight times the lines: linear is 8, quadratic 64.
  assert.ok(large / small < 32, `${small} ms for 5,000 lines, ${large} ms for 40,000`);
});
