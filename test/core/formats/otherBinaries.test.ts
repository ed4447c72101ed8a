import assert from 'node:assert/strict';
import test from 'node:test';
import { otherBinary } from '../../../src/core/formats/otherBinaries.ts';

const cases: readonly (readonly [start: string, is: RegExp, advice: RegExp])[] = [
  ['FLR\0\0\x02\0\x01', /^a Java Flight Recording \(JFR\)$/, /jfrconv --alloc --live -o pprof/],
  ['JAVA PROFILE 1.0.2\0', /hprof/, /Eclipse MAT/],
  ['\0\x14portable heap dump', /PHD/, /Eclipse MAT/],
  ['memray\0\x0b', /^a recording of memray$/, /memray flamegraph --leaks/],
  ['Nettrace\x14\0\0\0!FastSerialization.1', /^a trace of \.NET/, /PerfView/],
  ['\x14\0\0\0!FastSerialization.1', /gcdump/, /dotnet-gcdump report/],
  ['PERFILE2', /^a recording of perf$/, /perf_to_profile/],
  ['go 1.22 trace\0\0\0', /^an execution trace of Go$/, /go tool trace/],
  ['go1.7 heap dump\n', /full heap dump of Go/, /debug\/pprof\/heap/],
  ['\x80\x04\x95\0', /^a pickle of Python/, /tracemalloc\.Snapshot\.load/],
  ['{\xa9\x03\xda', /cProfile/, /pstats/],
  ['\xfb)\x03\xfa', /cProfile/, /pstats/],
  ['\xca\xfe\xba\xbe\0\0', /class of Java/, /choose the profile/],
  ['\xfd7zXZ\0', /^compressed with xz$/, /`xz -dk FILE`/],
  ['BZh91AY', /^compressed with bzip2$/, /`bzip2 -dk FILE`/],
  ['PK\x03\x04', /^a zip archive$/, /`unzip FILE`/],
  [`${'heap.pb'.padEnd(257, '\0')}ustar\x0000`, /^a tar archive$/, /`tar -xf FILE`/],
  ['\x02\x21\x4c\x18', /old form of LZ4/, /`lz4 -d FILE`/],
  [`\x7fELF${'\0'.repeat(12)}\x04\0`, /^a core dump$/, /debugger/],
  [`\x7fELF${'\0'.repeat(12)}\x02\0`, /^a program or library/, /choose the profile/],
  ['\x1f\xef\xbf\xbd\x08\0', /^a gzip file that was saved as text/, /curl -o FILE/],
  ['\x89PNG\r\n', /^a picture$/, /choose the profile/],
];

test('binary files of other tools are called by their names, each with what to do', () => {
  for (const [start, is, advice] of cases) {
    const [name = '', remedy = ''] = otherBinary(start) ?? [];
    assert.match(name, is, start);
    assert.match(remedy, advice, start);
  }
});

test('nothing is said of what is not known', () => {
  for (const start of ['', '\x0a\x04\x08\x01', 'heap profile: 1: 8', '\x1f\x8b\x08', 'go 1.22 is out']) {
    assert.equal(otherBinary(start), undefined, start);
  }
});
