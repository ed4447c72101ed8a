import assert from 'node:assert/strict';
import test from 'node:test';
import { frameColumns, packageColumns } from '../../../src/core/answers/frameColumns.ts';
import type { Frame } from '../../../src/core/ids.ts';
import { type StringColumn, stringAt } from '../../../src/core/stringColumn.ts';
import { lookAt, profileOf } from './lookAt.ts';

const texts = (column: StringColumn): string[] =>
  Array.from({ length: column.offsets.length - 1 }, (_, i) => stringAt(column, i));

test('frames are listed in the order asked for, and name each file once', () => {
  const profile = profileOf({
    samples: [{ stack: ['f@a.go:3', 'g@b.go:4', 'h@a.go:5'], values: [1] }],
    startLines: { f: 2, g: 0, h: 1 },
  });
  const { frames } = lookAt([profile]).merged;
  const { name, file, files, line } = frameColumns(
    frames,
    ['h', 'g', 'f'].map(wanted => frames.name.indexOf(wanted) as Frame),
  );
  assert.deepEqual(texts(name), ['h', 'g', 'f']);
  assert.deepEqual(texts(files), ['a.go', 'b.go']);
  assert.deepEqual([...file], [0, 1, 0]);
  assert.deepEqual([...line], [1, 0, 2]);
});

test('a frame has its package, at every granularity: that of its function, of its first function, its own', () => {
  const profile = profileOf({
    samples: [{ stack: ['gopkg.in/yaml%2ev3.f@/src/yaml.go:3', 'bare', 'std::x()@v.h:1'], values: [1] }],
    binary: { file: '/bin/app' },
  });
  const go = 'gopkg.in/yaml.v3';
  for (const granularity of ['functions', 'lines', 'files', 'packages'] as const) {
    const look = lookAt([profile], { granularity });
    const listed = [...new Set(look.merged.tree.frame)] as Frame[];
    const { names, of } = packageColumns(look, [...listed, ...listed.slice(1)]);
    assert.deepEqual(texts(names), ['all', go, '[app]', 'std'], granularity);
    assert.deepEqual([...of], [0, 1, 2, 3, 1, 2, 3]);
  }
});
