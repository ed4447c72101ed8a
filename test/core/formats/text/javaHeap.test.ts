import assert from 'node:assert/strict';
import test from 'node:test';
import { readJavaHeap } from '../../../../src/core/formats/text/javaHeap.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';
import { pprofString } from '../../../fixtures/pprofString.ts';
import { noRealProfiles, realBytes } from '../../../fixtures/realProfiles.ts';

function text(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

const start = ['--- heapz 1 ---', 'format = java', 'resolution = bytes'] as const;

test('names locations in each way that the table has', () => {
  const profile = readJavaHeap(
    text(
      ...start,
      '  10485760     1 @ 0x0000a 0x0b 0x0c 0x0d 0x0e',
      ' 0x0000000a com.example.Cache.put (Cache.java:31)',
      ' 0x0000000b memcpy (/lib/libc.so.6)',
      ' 0x0000000c generated stub/JIT',
      ' 0x0000000d GC',
    ),
  );
  assert.deepEqual(dumpProfile(profile), [
    'inuse_objects/count inuse_space/bytes',
    '0xe;GC;STUB;memcpy@libc.so.6;com.example.Cache.put@Cache.java:31 1 10485760 bytes:10485760',
  ]);
  assert.deepEqual(
    Array.from(profile.functions.file, file => profile.strings.get(file)),
    ['Cache.java', 'libc.so.6', '', ''],
  );
  assert.deepEqual([...profile.locations.lineNumber], [31, 0, 0, 0]);
});

test('refuses what is not a sample of a Java heap', () => {
  assert.throws(() => readJavaHeap(text(start[0], 'format = cpp')), { code: 'wrongKind' });
  assert.throws(() => readJavaHeap(text(start[0], 'format = java', ' 8 1 @ 0x1')), { code: 'malformed' });
  assert.throws(() => readJavaHeap(text(...start, ' 8 0 @ 0x1')), {
    message: 'line 4: a sample without objects',
  });
});

test('reads java.heap as google/pprof does, but for the period that it leaves out', {
  skip: noRealProfiles,
}, () => {
  const expected = new TextDecoder().decode(realBytes('google-pprof/java.heap.string'));
  const actual = pprofString(readJavaHeap(realBytes('google-pprof/java.heap')));
  const [periodType, period, ...rest] = actual.split('\n');
  assert.deepEqual([periodType, period], ['PeriodType: space bytes', 'Period: 524288']);
  assert.deepEqual(
    rest,
    expected
      .trimEnd()
      .replaceAll(/:0(?= s=)| +$/gm, '')
      .split('\n')
      .slice(2),
  );
});
