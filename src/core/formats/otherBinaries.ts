/** First bytes of a file, as Latin-1: what it is, and what to do with it. */
type OtherBinary = readonly [start: string, is: string, advice: string];

const itself = 'choose the profile itself';

const otherBinaries: readonly OtherBinary[] = [
  [
    'FLR\0',
    'a Java Flight Recording (JFR)',
    'convert it with async-profiler’s `jfrconv --alloc --live -o pprof FILE heap.pb.gz`',
  ],
  [
    'JAVA PROFILE 1.0',
    'a full Java heap dump (hprof), not a sampled profile',
    'open it with Eclipse MAT, or record with async-profiler, `asprof -e alloc --live`, and convert with `jfrconv -o pprof`',
  ],
  [
    '\0\x14portable heap dump',
    'a full Java heap dump of OpenJ9 (PHD), not a sampled profile',
    'open it with Eclipse MAT',
  ],
  ['memray\0', 'a recording of memray', 'look at it with `memray flamegraph --leaks FILE`'],
  [
    'Nettrace',
    'a trace of .NET (nettrace)',
    'open it with PerfView or Visual Studio; `dotnet-trace` has no conversion to pprof',
  ],
  [
    '\x14\0\0\0!FastSerialization.1',
    'a dump of a .NET heap (gcdump)',
    'read it with `dotnet-gcdump report FILE`, or compare two in PerfView',
  ],
  ['MDMP', 'a minidump of Windows', 'open it with a debugger'],
  [
    'PERFILE2',
    'a recording of perf',
    'convert it with `perf_to_profile`; it holds memory only if that was recorded',
  ],
  ['bplist00', 'a property list of the Mac (as `leaks` and Instruments save)', 'open it with Xcode'],
  ['\x04\x08', 'data marshalled by Ruby (as stackprof writes)', 'read it with `stackprof FILE`'],
  ['SQLite format 3\0', 'a database of SQLite', itself],
  ['\xff\x06\0\0sNaPpY', 'compressed with Snappy', 'decompress it first'],
  ['\x02\x21\x4c\x18', 'compressed with an old form of LZ4', 'decompress it first, `lz4 -d FILE`'],
  ['\xfd7zXZ\0', 'compressed with xz', 'decompress it first, `xz -dk FILE`'],
  ['BZh', 'compressed with bzip2', 'decompress it first, `bzip2 -dk FILE`'],
  ['LZIP', 'compressed with lzip', 'decompress it first, `lzip -dk FILE`'],
  ['PK\x03\x04', 'a zip archive', 'take the profile out first, `unzip FILE`'],
  ['PK\x05\x06', 'a zip archive with nothing in it', itself],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive', 'take the profile out first, `7z x FILE`'],
  ['Rar!\x1a\x07', 'a RAR archive', 'take the profile out first, `unrar x FILE`'],
  ['!<arch>\n', 'a static library', itself],
  ['MZ', 'a program for Windows', itself],
  ['\xcf\xfa\xed\xfe', 'a program for macOS', itself],
  ['\xca\xfe\xba\xbe', 'a class of Java, or a program for macOS', itself],
  ['\x89PNG', 'a picture', itself],
  ['%PDF-', 'a PDF', itself],
];

/** A dictionary marshalled by Python, whose first key is a tuple of three. */
const statistics = ['{(\x03', '{)\x03', '{\xa9\x03', '\xfb(\x03', '\xfb)\x03', '\xfb\xa9\x03'];
/** gzip whose second byte, 0x8b, was taken for a letter of one of four code pages. */
const ruinedGzip = ['\xef\xbf\xbd', '\xc2\x8b', '\xc3\xaf', '\xe2\x80\xb9'].map(
  letter => `\x1f${letter}\x08`,
);
const elfTypeOffset = 16;
const coreType = 4;
const tarMagicOffset = 257;

/** What a binary file is and what to do with it, by its first 4 KiB as Latin-1; undefined where nothing tells. */
export function otherBinary(start: string): readonly [is: string, advice: string] | undefined {
  const known = otherBinaries.find(([prefix]) => start.startsWith(prefix));
  if (known !== undefined) return [known[1], known[2]];
  if (start.startsWith('\x7fELF')) {
    const isCore = [start.charCodeAt(elfTypeOffset), start.charCodeAt(elfTypeOffset + 1)].includes(coreType);
    return isCore ? ['a core dump', 'open it with a debugger'] : ['a program or library (ELF)', itself];
  }
  if (start.startsWith('ustar', tarMagicOffset)) {
    return ['a tar archive', 'take the profile out first, `tar -xf FILE`'];
  }
  if (/^go 1\.\d{1,4} trace/.test(start)) {
    return ['an execution trace of Go', 'open it with `go tool trace FILE`, or choose a heap profile'];
  }
  if (/^go1\.\d{1,4} heap dump\n/.test(start)) {
    return ['a full heap dump of Go (`debug.WriteHeapDump`)', 'save `/debug/pprof/heap` instead'];
  }
  if (start.startsWith('\x80') && start.charCodeAt(1) >= 2 && start.charCodeAt(1) <= 5) {
    return [
      'a pickle of Python (as tracemalloc’s `Snapshot.dump` writes)',
      'compare it in Python, `tracemalloc.Snapshot.load(FILE).compare_to(…)`',
    ];
  }
  if (statistics.some(prefix => start.startsWith(prefix))) {
    return ['a CPU profile of Python (cProfile)', 'read it with `python -m pstats FILE`'];
  }
  if (ruinedGzip.some(prefix => start.startsWith(prefix))) {
    return [
      'a gzip file that was saved as text, which changed its bytes',
      'save it again as it is, with `curl -o FILE`',
    ];
  }
  return undefined;
}
