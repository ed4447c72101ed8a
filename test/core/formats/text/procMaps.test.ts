import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { isMemoryMapStart, readMemoryMap } from '../../../../src/core/formats/text/procMaps.ts';
import { TextLines } from '../../../../src/core/formats/text/textLines.ts';
import { cpuTime } from '../../../fixtures/cpuTime.ts';

function read(...lines: readonly string[]): string[] {
  const mappings = readMemoryMap(new TextLines(new TextEncoder().encode(lines.join('\n')), defaultLimits));
  return mappings.map(({ start, limit, fileOffset, file, buildId }) =>
    [`${start.toString(16)}-${limit.toString(16)}`, fileOffset.toString(16), file, buildId]
      .join(' ')
      .trimEnd(),
  );
}

test('reads the lines of /proc/PID/maps, executable ones only', () => {
  assert.deepEqual(
    read(
      '00400000-00401000 r--p 00000000 fe:00 2253256     /bin/program',
      '00401000-00402000 r-xp 00001000 fe:00 2253256     /bin/program',
      '7ffdda5cf000-7ffdda5f5000 rw-p 00000000 00:00 0   [stack]',
      '7fff63dfe000-7fff63e00000 r-xp 00000000 00:00 0',
      'ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]',
    ),
    [
      '401000-402000 1000 /bin/program',
      '7fff63dfe000-7fff63e00000 0',
      'ffffffffff600000-ffffffffff601000 0 [vsyscall]',
    ],
  );
});

test('reads the brief forms of other tools', () => {
  assert.deepEqual(
    read(
      '  00400000-00fcb000: /home/server',
      '0x40000-0x80000 /path/to/binary (@FF00) abc123456',
      '40000-80000 r-xp /path (@10)',
      '40000 80000 /path',
    ),
    [
      '400000-fcb000 0 /home/server',
      '40000-80000 ff00 /path/to/binary abc123456',
      '40000-80000 10 /path',
      '40000-80000 0 /path',
    ],
  );
});

test('puts in variables, takes off what glog writes, and passes over the rest', () => {
  assert.deepEqual(
    read(
      '$source-10-20: no',
      'source=/home/$user',
      'user = me',
      'I0101 12:00:00.1 7 dump.cc:9] 400000-500000: $source/server',
      'hello',
      `400000-500000: /${'x'.repeat(5000)}`,
    ),
    ['400000-500000 0 /home/me/server'],
  );
  assert.ok(isMemoryMapStart('--- Memory map: ---') && isMemoryMapStart('MAPPED_LIBRARIES:'));
  assert.ok(!isMemoryMapStart('1: 8 [1: 8] @ 0x1'));
});

test('takes no time for lines made to take long', () => {
  const hostile = [
    'a'.repeat(4000),
    '1'.repeat(4000),
    `1-${' '.repeat(3990)}`,
    `${'1:'.repeat(2000)}`,
    '-'.repeat(4000),
  ];
  const before = cpuTime();
  read(...Array.from({ length: 200 }, () => hostile).flat());
  assert.ok(cpuTime() - before < 2000);
});
