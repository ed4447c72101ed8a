import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FileInfo } from '../../../src/core/answers/diffInfo.ts';
import { ProfileError } from '../../../src/core/error.ts';
import { type PprofLook, pprofCommand } from '../../../src/core/report/pprofCommand.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { noGoPprof } from '../../fixtures/goPprof.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

const file: FileInfo = { name: 'heap.pb.gz', format: 'proto', timeMs: null, durationMs: 0, samples: 1 };
const options = {
  sampleType: 'inuse_space',
  granularity: 'functions',
  normalize: false,
  filter: noFilter,
} as const;
const frame = { names: ['main.(*cache).add'], line: 7 };
const look: PprofLook = {
  diff: { base: file, current: file },
  base: 'file:///tmp/base.pb.gz',
  current: 'file:///tmp/my%20heap.pb.gz',
  options,
  frame,
};

/** The arguments that the machine's own shell makes of a command, which it does not run. */
function argumentsOf(command: string): readonly string[] {
  const printed = execFileSync('sh', ['-c', command.replace(/^go/, "printf '%s\\0'")], { encoding: 'utf8' });
  return printed.split('\0').slice(2, -1);
}

test('a frame with its callers and callees, or the whole, of the same files, type, granularity and filters', () => {
  assert.equal(
    pprofCommand(look),
    "go tool pprof -symbolize=none '-peek=^main\\.\\(\\*cache\\)\\.add( |$)' -filefunctions " +
      "-sample_index=inuse_space -diff_base=/tmp/base.pb.gz '/tmp/my heap.pb.gz'",
  );
  const filter = {
    ...noFilter,
    focus: 'ingest',
    hide: '^runtime\\.',
    showFrom: 'main',
    tagFocus: 'bytes=1kb:',
  };
  assert.equal(
    pprofCommand({ ...look, frame: null, options: { ...options, filter, normalize: true } }),
    "go tool pprof -symbolize=none -top -filefunctions -sample_index=inuse_space -focus=ingest '-hide=^runtime\\.' " +
      "-show_from=main -tagfocus=bytes=1kb: -normalize -diff_base=/tmp/base.pb.gz '/tmp/my heap.pb.gz'",
  );
  const lines = pprofCommand({ ...look, options: { ...options, granularity: 'lines' } });
  assert.match(lines, /'-peek=\^main\S+add \.\*:7\$' -lines /);
  const files = { names: ['/src/cache.go'], line: 0 };
  assert.match(
    pprofCommand({ ...look, frame: files, options: { ...options, granularity: 'files' } }),
    /'-peek=\^\/src\/cache\\\.go\$' -files /,
  );
  const alone = pprofCommand({ ...look, base: null, diff: { base: null, current: file } });
  assert.doesNotMatch(alone, /base/);
});

test('a frame is found by all its names, and filters are asked as they stand', () => {
  const names = ['main.grow[...]', 'main.grow[go.shape.int]'];
  const filter = { ...noFilter, focus: '\\[\\.\\.\\.\\]' };
  const command = pprofCommand({ ...look, frame: { names, line: 7 }, options: { ...options, filter } });
  assert.ok(
    command.includes("'-peek=^(?:main\\.grow\\[\\.\\.\\.\\]|main\\.grow\\[go\\.shape\\.int\\])( |$)'"),
    command,
  );
  assert.ok(command.includes("'-focus=\\[\\.\\.\\.\\]'"), command);
});

test('no name acts in a shell, nor in the terminal that it is pasted into', () => {
  const hostile = [
    "a'; touch x; '",
    '$(touch x)`touch x`!!',
    'a\\',
    "a\\'b",
    'a\nrm -rf x\r\u001b[201~\u0003',
    '-o x',
    'a"b\u202ec‘d’',
  ];
  for (const name of hostile) {
    const seen = name.replace(/[\p{Cc}\u202e]/gu, '');
    const command = pprofCommand({
      ...look,
      current: pathToFileURL(`/tmp/${seen}`).toString(),
      frame: { names: [name], line: 7 },
      options: { ...options, filter: { ...noFilter, focus: name.replaceAll('\\', '\\\\') } },
    });
    assert.doesNotMatch(command, /\p{Cc}|\u202e/u);
    const [, peek = '', , , focus = '', , current] = argumentsOf(command);
    assert.equal(current, `/tmp/${seen}`);
    for (const given of [peek.replace(/^-peek=/, ''), focus.replace(/^-focus=/, '')]) {
      assert.doesNotMatch(given, /['"`‘’\p{Cc}]/u);
    }
  }
});

test('files on drives are quoted for PowerShell, with their own slashes', () => {
  const command = pprofCommand({
    ...look,
    base: "file:///c%3A/it's/base.pb.gz",
    current: 'file:///c%3A/current.pb.gz',
  });
  assert.ok(
    command.endsWith("-sample_index=inuse_space '-diff_base=c:\\it''s\\base.pb.gz' 'c:\\current.pb.gz'"),
    command,
  );
});

test('what pprof does not know, cannot read or would read otherwise is refused', () => {
  const refused: readonly (readonly [change: Partial<PprofLook>, why: RegExp])[] = [
    [{ options: { ...options, granularity: 'packages' } }, /no packages/],
    [{ diff: { base: file, current: { ...file, format: 'v8' } } }, /heap\.pb\.gz is another format/],
    [{ current: 'vscode-vfs://github/a/heap.pb.gz' }, /not on this disk/],
    [{ current: 'file:///tmp/heap.pb.zst' }, /not gzip/],
    [{ current: 'file:///tmp/a%0Ab.pb.gz' }, /act in a terminal, or hide/],
    [{ current: 'file:///tmp/%ff.pb.gz' }, /no text/],
    [{ options: { ...options, sampleType: '0' } }, /number/],
    [{ options: { ...options, filter: { ...noFilter, hide: "\\Qa'b\\E" } } }, /behind \\Q/],
  ];
  for (const [change, why] of refused) {
    assert.throws(
      () => pprofCommand({ ...look, ...change }),
      error => error instanceof ProfileError && error.code === 'badOption' && why.test(error.message),
    );
  }
});

test('pprof prints the frame, its caller and the numbers that the panel shows', { skip: noGoPprof }, () => {
  const folder = temporaryFolder("it's here");
  const address = (name: string): string => {
    const path = join(folder, name);
    copyFileSync(join(import.meta.dirname, '../../fixtures/dedupe', name), path);
    return pathToFileURL(path).toString();
  };
  const filter = { ...noFilter, hide: '^runtime\\.', ignore: 'encoding/json' };
  const command = pprofCommand({
    ...look,
    base: address('heap-1300.pb.gz'),
    current: address('heap-1400.pb.gz'),
    options: { ...options, filter },
    frame: { names: ['main.(*dedupeCache).seen'], line: 0 },
  });
  const printed = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  assert.match(printed, /349\.46MB.*\| {3}main\.\(\*server\)\.accept /);
  assert.match(printed, /349\.46MB.*\| main\.\(\*dedupeCache\)\.seen /);
  assert.doesNotMatch(printed, /encoding\/json\./);
});
