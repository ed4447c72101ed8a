import * as l10n from '@vscode/l10n';

/** First bytes of a file, as Latin-1: what it is, and what to do with it. */
type OtherBinary = readonly [start: string, is: string, advice: string];

function otherBinaries(itself: string): readonly OtherBinary[] {
  return [
    [
      'FLR\0',
      l10n.t('a Java Flight Recording (JFR)'),
      l10n.t('convert it with async-profiler’s `jfrconv --alloc --live -o pprof FILE heap.pb.gz`'),
    ],
    [
      'JAVA PROFILE 1.0',
      l10n.t('a full Java heap dump (hprof), not a sampled profile'),
      l10n.t(
        'open it with Eclipse MAT, or record with async-profiler, `asprof -e alloc --live`, and convert with `jfrconv -o pprof`',
      ),
    ],
    [
      '\0\x14portable heap dump',
      l10n.t('a full Java heap dump of OpenJ9 (PHD), not a sampled profile'),
      l10n.t('open it with Eclipse MAT'),
    ],
    ['memray\0', l10n.t('a recording of memray'), l10n.t('look at it with `memray flamegraph --leaks FILE`')],
    [
      'Nettrace',
      l10n.t('a trace of .NET (nettrace)'),
      l10n.t('open it with PerfView or Visual Studio; `dotnet-trace` has no conversion to pprof'),
    ],
    [
      '\x14\0\0\0!FastSerialization.1',
      l10n.t('a dump of a .NET heap (gcdump)'),
      l10n.t('read it with `dotnet-gcdump report FILE`, or compare two in PerfView'),
    ],
    ['MDMP', l10n.t('a minidump of Windows'), l10n.t('open it with a debugger')],
    [
      'PERFILE2',
      l10n.t('a recording of perf'),
      l10n.t('convert it with `perf_to_profile`; it holds memory only if that was recorded'),
    ],
    [
      'bplist00',
      l10n.t('a property list of the Mac (as `leaks` and Instruments save)'),
      l10n.t('open it with Xcode'),
    ],
    [
      '\x04\x08',
      l10n.t('data marshalled by Ruby (as stackprof writes)'),
      l10n.t('read it with `stackprof FILE`'),
    ],
    ['SQLite format 3\0', l10n.t('a database of SQLite'), itself],
    ['\xff\x06\0\0sNaPpY', l10n.t('compressed with Snappy'), l10n.t('decompress it first')],
    [
      '\x02\x21\x4c\x18',
      l10n.t('compressed with an old form of LZ4'),
      l10n.t('decompress it first, `lz4 -d FILE`'),
    ],
    ['\xfd7zXZ\0', l10n.t('compressed with xz'), l10n.t('decompress it first, `xz -dk FILE`')],
    ['BZh', l10n.t('compressed with bzip2'), l10n.t('decompress it first, `bzip2 -dk FILE`')],
    ['LZIP', l10n.t('compressed with lzip'), l10n.t('decompress it first, `lzip -dk FILE`')],
    ['PK\x03\x04', l10n.t('a zip archive'), l10n.t('take the profile out first, `unzip FILE`')],
    ['PK\x05\x06', l10n.t('a zip archive with nothing in it'), itself],
    ['7z\xbc\xaf\x27\x1c', l10n.t('a 7z archive'), l10n.t('take the profile out first, `7z x FILE`')],
    ['Rar!\x1a\x07', l10n.t('a RAR archive'), l10n.t('take the profile out first, `unrar x FILE`')],
    ['!<arch>\n', l10n.t('a static library'), itself],
    ['MZ', l10n.t('a program for Windows'), itself],
    ['\xcf\xfa\xed\xfe', l10n.t('a program for macOS'), itself],
    ['\xca\xfe\xba\xbe', l10n.t('a class of Java, or a program for macOS'), itself],
    ['\x89PNG', l10n.t('a picture'), itself],
    ['%PDF-', l10n.t('a PDF'), itself],
  ];
}

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
  const itself = l10n.t('choose the profile itself');
  const known = otherBinaries(itself).find(([prefix]) => start.startsWith(prefix));
  if (known !== undefined) return [known[1], known[2]];
  if (start.startsWith('\x7fELF')) {
    const isCore = [start.charCodeAt(elfTypeOffset), start.charCodeAt(elfTypeOffset + 1)].includes(coreType);
    return isCore
      ? [l10n.t('a core dump'), l10n.t('open it with a debugger')]
      : [l10n.t('a program or library (ELF)'), itself];
  }
  if (start.startsWith('ustar', tarMagicOffset)) {
    return [l10n.t('a tar archive'), l10n.t('take the profile out first, `tar -xf FILE`')];
  }
  if (/^go 1\.\d{1,4} trace/.test(start)) {
    return [
      l10n.t('an execution trace of Go'),
      l10n.t('open it with `go tool trace FILE`, or choose a heap profile'),
    ];
  }
  if (/^go1\.\d{1,4} heap dump\n/.test(start)) {
    return [
      l10n.t('a full heap dump of Go (`debug.WriteHeapDump`)'),
      l10n.t('save `/debug/pprof/heap` instead'),
    ];
  }
  if (start.startsWith('\x80') && start.charCodeAt(1) >= 2 && start.charCodeAt(1) <= 5) {
    return [
      l10n.t('a pickle of Python (as tracemalloc’s `Snapshot.dump` writes)'),
      l10n.t('compare it in Python, `tracemalloc.Snapshot.load(FILE).compare_to(…)`'),
    ];
  }
  if (statistics.some(prefix => start.startsWith(prefix))) {
    return [l10n.t('a CPU profile of Python (cProfile)'), l10n.t('read it with `python -m pstats FILE`')];
  }
  if (ruinedGzip.some(prefix => start.startsWith(prefix))) {
    return [
      l10n.t('a gzip file that was saved as text, which changed its bytes'),
      l10n.t('save it again as it is, with `curl -o FILE`'),
    ];
  }
  return undefined;
}
