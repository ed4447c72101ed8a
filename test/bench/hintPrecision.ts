/**
 * Runs every hint rule at every line that could allocate into something, over Go's standard library or any
 * other sources, and lists what they say: `node test/bench/hintPrecision.ts [--list] FOLDER…`. None of those
 * lines is known to leak, so each hint is to be judged by hand: is what it says true, and does what it speaks
 * of live on?
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explainLeak } from '../../src/core/hints/explainLeak.ts';

const goLine =
  /\]\s*(?:\+?=|\+\+)[^=]|append\(|\.(?:Store|LoadOrStore|Swap)\(|time\.(?:After|Tick|NewTicker)\(|make\(\[\]|ReadAll\(/;
const jsLine = /\.(?:set|add|push|unshift|on|addListener|addEventListener)\(|\]\s*(?:\?\?)?=[^=]/;

const list = process.argv.includes('--list');
const roots = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const counts = new Map<string, number>();
let lines = 0;
let packages = 0;
const began = performance.now();

for (const root of roots) walk(root);
for (const [rule, count] of [...counts].sort()) console.log(`${String(count).padStart(6)} ${rule}`);
const hints = [...counts.values()].reduce((sum, count) => sum + count, 0);
const seconds = (performance.now() - began) / 1000;
console.log(`${hints} hints at ${lines} lines of ${packages} packages, ${seconds.toFixed(1)} s`);

function walk(folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(({ name }) => name);
  judge(
    folder,
    files.filter(name => name.endsWith('.go') && !name.endsWith('_test.go')),
    goLine,
  );
  judge(
    folder,
    files.filter(name => /\.[cm]?[jt]s$/.test(name) && !name.endsWith('.d.ts')),
    jsLine,
  );
  for (const entry of entries) {
    if (entry.isDirectory() && !['testdata', 'node_modules', '.git', 'dist'].includes(entry.name)) {
      walk(path.join(folder, entry.name));
    }
  }
}

function judge(folder: string, names: readonly string[], candidate: RegExp): void {
  if (names.length === 0) return;
  packages++;
  const sources = new Map(
    names.map(name => [path.join(folder, name), readFileSync(path.join(folder, name), 'utf8')]),
  );
  for (const [file, text] of sources) {
    for (const [i, line] of text.split('\n').entries()) {
      if (!candidate.test(line)) continue;
      lines++;
      const site = { file, line: i + 1, name: '' };
      const hint = explainLeak({ sources, site, stack: [], retained: 1 });
      if (hint === null) continue;
      counts.set(hint.rule, (counts.get(hint.rule) ?? 0) + 1);
      if (list) console.log(`${hint.rule}\t${file}:${i + 1}\t${line.trim()}\t${hint.text}`);
    }
  }
}
