/**
 * Asks for a hint at every line that adds to something, or that the queries know as a leak or as something to give
 * back, in all folders under those given: `node test/bench/hintPrecision.ts [--list] FOLDER…`. None of those lines is
 * known to leak, and each is asked of as if all that it allocates were still there, so each hint is to be judged by
 * hand; the judgements stand in test/fixtures/leaks/README.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languageOf } from '../../src/core/code/language.ts';
import { heedNothing } from '../../src/core/heed.ts';
import { explainLeak } from '../../src/core/hints/explainLeak.ts';
import type { Hint } from '../../src/core/hints/hint.ts';
import { PackageCode, type Source } from '../../src/core/hints/packageCode.ts';
import { lineOf } from '../../src/core/hints/uses.ts';
import { syntax } from '../core/code/parser.ts';

const left = new Set(['testdata', 'node_modules', '.git', '.cache', 'dist', 'target']);
/** Declarations without code, and bundles, whose lines say nothing of their sources. */
const isRead = (name: string, text: string): boolean =>
  !/\.d\.[cm]?ts$|\.min\.js$|_test\.go$/.test(name) && text.length < 300 * text.split('\n').length;

const list = process.argv.includes('--list');
const roots = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const counts = new Map<string, number>();
const total = { lines: 0, files: 0, folders: 0 };
const began = performance.now();

for (const root of roots) await walk(root, root);
for (const [rule, count] of [...counts].sort()) console.log(`${String(count).padStart(6)} ${rule}`);
const hints = [...counts.values()].reduce((sum, count) => sum + count, 0);
const seconds = (performance.now() - began) / 1000;
console.log(
  `${hints} hints at ${total.lines} lines of ${total.files} files in ${total.folders} folders, ${seconds.toFixed(1)} s`,
);

async function walk(root: string, folder: string): Promise<void> {
  const entries = readdirSync(folder, { withFileTypes: true });
  await judge(
    root,
    folder,
    entries.filter(entry => entry.isFile() && languageOf(entry.name) !== null).map(({ name }) => name),
  );
  for (const entry of entries) {
    if (entry.isDirectory() && !left.has(entry.name)) await walk(root, path.join(folder, entry.name));
  }
}

async function judge(root: string, folder: string, names: readonly string[]): Promise<void> {
  const texts = names
    .map(name => [path.join(folder, name), readFileSync(path.join(folder, name), 'utf8')] as const)
    .filter(([name, text]) => isRead(name, text));
  if (texts.length === 0) return;
  total.folders++;
  const code = new PackageCode(syntax, new Map(texts));
  for (const [file, text] of texts) {
    const source = await code.source(file, heedNothing);
    if (source === null) continue;
    total.files++;
    for (const line of candidates(source)) {
      total.lines++;
      const site = { file, line, name: '' };
      const input = { kind: 'memory' as const, site, stack: [], retained: 1, references: null, callers: [] };
      const hint = await explainLeak(code, input, heedNothing);
      if (hint !== null)
        count(hint, `${path.relative(root, file)}:${line}`, text.split('\n')[line - 1] ?? '');
    }
  }
  code.dispose();
}

/** Lines of which the queries say that something is added, leaks or is to be given back there. */
function candidates({ facts }: Source): readonly number[] {
  const added = [...facts.roles.values()].flatMap(roles =>
    roles.filter(({ role }) => role === 'added').map(({ match }) => match.nodes.get('added')),
  );
  const marked = (['leak', 'resource'] as const).flatMap(mark =>
    (facts.marks.get(mark) ?? []).map(({ nodes }) => nodes.get(mark)),
  );
  const lines = [...added, ...marked].flatMap(node => (node === undefined ? [] : [lineOf(node)]));
  return [...new Set(lines)].sort((a, b) => a - b);
}

function count(hint: Hint, place: string, line: string): void {
  counts.set(hint.rule, (counts.get(hint.rule) ?? 0) + 1);
  if (list) console.log(`${hint.rule}\t${place}\t${line.trim()}\t${hint.text}`);
}
