import assert from 'node:assert/strict';
import test from 'node:test';
import { profileName } from '../../../src/core/profileNames.ts';
import { freeStem, namePart, timeStamp } from '../../../src/host/capture/captureNames.ts';

const time = new Date(2026, 10, 25, 13, 0, 7);

test('times are as people name captures', () => {
  assert.equal(timeStamp(time), '20261125-1300');
  assert.equal(timeStamp(time, true), '20261125-130007');
});

test('a name loses what means anything to a path or a shell', () => {
  for (const [name, part] of [
    ['after 1,000 requests', 'after-1000-requests'],
    ['../../etc/passwd', 'etc-passwd'],
    ['$(rm -rf ~); `x` | "y"', 'rm-rf-x-y'],
    ['nul\0\u202e.exe', 'nul-exe'],
    ['Größe 50 %', 'Größe-50'],
    ['/', ''],
    ['x'.repeat(500), 'x'.repeat(40)],
  ] as const) {
    assert.equal(namePart(name), part, name);
  }
});

test('names are free, tell the time, and stand in its order', () => {
  const names: string[] = [];
  for (const name of ['load', '', 'after', '']) {
    const file = `heap-${freeStem(time, name, names)}.pb.gz`;
    assert.match(file, profileName);
    names.push(file);
  }
  assert.deepEqual(names, [
    'heap-20261125-1300-load.pb.gz',
    'heap-20261125-130007.pb.gz',
    'heap-20261125-130007-2-after.pb.gz',
    'heap-20261125-130007-3.pb.gz',
  ]);
});
