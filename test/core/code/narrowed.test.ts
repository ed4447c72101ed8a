import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { Declaration } from '../../../src/core/code/declaration.ts';
import { outlineOf } from '../../../src/core/code/declarations.ts';
import { type FrameLine, followFrames } from '../../../src/core/code/drift.ts';
import { grammarOf, languageIn } from '../../../src/core/code/language.ts';
import { narrowed, outlineFor } from '../../../src/core/code/narrowed.ts';
import { heedNothing } from '../../../src/core/heed.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';
import { root } from '../../setup/run.ts';
import { outline, parsed } from './parser.ts';

const go = `package p

//go:linkname runtimeNow runtime.now
func runtimeNow() int { return 0 }

func (c *cache) put() {
	go func() {}()
}

func (c *other) put() {}

func put() {}

func other() {
	a(func() {
		b(func() {})
	})
}
`;

const frames: readonly FrameLine[] = [
  { name: 'p.(*cache).put', line: 9, startLine: 8 },
  { name: 'p.(*cache).put.func1', line: 1, startLine: 1 },
  { name: 'p.(*third).put', line: 2, startLine: 0 },
  { name: 'p.other.func1.1', line: 3, startLine: 2 },
  { name: 'p.gone', line: 3, startLine: 2 },
  { name: 'runtime.now', line: 30, startLine: 30 },
];

const shape = ({ name, owner, literals }: Declaration): unknown[] => [owner, name, literals.map(shape)];

test('frames are followed as by the whole outline, by all of them together and by each alone', async () => {
  const all = await outline('go', go);
  const whole = followFrames(all, 'go');
  for (const some of [frames, ...frames.map(each => [each])]) {
    const names = some.map(({ name }) => name);
    const part = followFrames(narrowed(all, 'go', names), 'go');
    for (const frame of some) {
      assert.deepEqual(part.drift(frame), whole.drift(frame), frame.name);
      const [found, known] = [part.declaration(frame), whole.declaration(frame)];
      assert.deepEqual(
        found && shape({ ...found, literals: [] }),
        known && shape({ ...known, literals: [] }),
      );
    }
  }
});

test('what no frame is of is left out, literals that none counts through included', async () => {
  const all = await outline('go', go);
  const of = (...names: string[]) => narrowed(all, 'go', names);
  assert.deepEqual(of('p.(*cache).put').declarations.map(shape), [['cache', 'put', []]]);
  assert.deepEqual(of('p.other.func1').declarations.map(shape), [['', 'other', [['', '', [['', '', []]]]]]]);
  assert.deepEqual(of('p.gone'), { declarations: [], lines: all.lines, linked: new Map() });
  assert.deepEqual([...of('runtime.now', 'p.put').linked], [['runtime.now', 'linked.runtimeNow']]);
});

test('V8 calls a constructor by its class', () => {
  const declared = { name: 'constructor', owner: 'Cart', line: 2, endLine: 3, literals: [] };
  const all = { declarations: [declared], lines: 9, linked: new Map<string, string>() };
  assert.deepEqual(narrowed(all, 'javascript', ['Cart']).declarations, [declared]);
  assert.deepEqual(narrowed(all, 'javascript', ['Basket', '']).declarations, []);
});

/** As profiles name a function. */
const profiled: Readonly<Record<string, (owner: string, name: string) => string>> = {
  go: (owner, name) => (owner === '' ? `p.${name}` : `p.(*${owner}).${name}`),
  rust: (owner, name) => (owner === '' ? name : `p::${owner}::${name}`),
  cpp: (owner, name) => (owner === '' ? name : `${owner}::${name}`),
  java: (owner, name) => `p.${owner}.${name}`,
};

test('what has nothing of the names need not be looked at', async () => {
  const files = globSync(['test/fixtures/leaks/*/*', 'test/core/code/declarations/*', 'src/core/code/*.ts'], {
    cwd: root,
  });
  let compared = 0;
  for (const file of files) {
    const grammar = grammarOf(file);
    if (grammar === null) continue;
    const source = await parsed(readFileSync(join(root, file), 'utf8'), grammar);
    const [language, all] = [languageIn(grammar), outlineOf(source, heedNothing)];
    const named = profiled[language] ?? ((owner, name) => (owner === '' ? name : `${owner}.${name}`));
    for (const { owner, name } of all.declarations) {
      const functions = [named(owner, name), named('Gone', 'gone')];
      const found = outlineFor(source, functions, heedNothing);
      assert.deepEqual(found, narrowed(all, language, functions), `${functions[0]} in ${file}`);
      compared += found.declarations.length;
    }
    source.dispose();
  }
  assert.ok(compared > 500, `only ${compared} functions`);
});

test('of a large file only the parts with the names in them are looked at', async () => {
  const function_ = (i: number) => `func step${i}(x int) int {\n\treturn x + ${i}\n}\n`;
  const text = `package p\n${Array.from({ length: 20_000 }, (_, i) => function_(i)).join('')}func last() {}\n`;
  const source = await parsed(text, 'go');
  const time = (run: () => unknown): number => {
    const started = cpuTime();
    run();
    return cpuTime() - started;
  };
  const whole = time(() => outlineOf(source, heedNothing));
  const part = time(() => {
    const found = outlineFor(source, ['p.last', 'p.step19000'], heedNothing);
    assert.deepEqual(
      found.declarations.map(({ name }) => name),
      ['step19000', 'last'],
    );
  });
  source.dispose();
  assert.ok(part < whole / 5, `${part} ms of ${whole}`);
});
