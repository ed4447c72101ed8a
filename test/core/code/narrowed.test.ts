import assert from 'node:assert/strict';
import test from 'node:test';
import type { Declaration } from '../../../src/core/code/declaration.ts';
import { type FrameLine, followFrames } from '../../../src/core/code/drift.ts';
import { narrowed } from '../../../src/core/code/narrowed.ts';
import { outline } from './parser.ts';

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
