import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { followFrames } from '../../../src/core/code/drift.ts';
import { grammarOf, languageIn } from '../../../src/core/code/language.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import type { Profile } from '../../../src/core/profile.ts';
import type { SourceWorkspace } from '../../../src/core/source/candidates.ts';
import { resolveGoModules } from '../../../src/core/source/goModules.ts';
import { locateSource } from '../../../src/core/source/locate.ts';
import { absolutePath } from '../../../src/core/source/sourceRoot.ts';
import { noRealProfiles, realBytes, realProtos } from '../../fixtures/realProfiles.ts';
import { outline } from '../code/parser.ts';
import { filesOf, sampleWorkspace } from './sampleWorkspace.ts';

const dedupe = path.join(import.meta.dirname, '../../fixtures/dedupe');

function goRoot(): string | null {
  try {
    return execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** Each frame of a profile once: file, function, a line of it. */
function framesOf({ functions, locations, strings }: Profile) {
  const lineOf = new Map<number, number>();
  for (const [i, row] of locations.lineFunction.entries()) lineOf.set(row, locations.lineNumber[i] ?? 0);
  return Array.from({ length: functions.count }, (_, i) => ({
    file: strings.get(functions.file[i] ?? 0),
    functionName: strings.get(functions.name[i] ?? 0),
    line: lineOf.get(i) ?? 0,
    startLine: functions.startLine[i] ?? 0,
  }));
}

/** Where the program of a fixture and Go's own library stand here. */
function builtWorkspace(folder: string, goroot: string): SourceWorkspace {
  return {
    folders: [{ kind: 'workspace', uri: 'w', path: folder }],
    modules: resolveGoModules([{ path: `${folder}/go.mod`, text: readFileSync(`${folder}/go.mod`, 'utf8') }]),
    moduleCache: null,
    goroot: { kind: 'goroot', uri: 'g', path: goroot },
    outside: null,
    substitutions: [],
  };
}

/** Finds the frame's file by its path, and by what `-trimpath` leaves of it; gives what became of its line. */
async function driftOf(
  { file, functionName, line, startLine }: ReturnType<typeof framesOf>[number],
  workspace: SourceWorkspace,
): Promise<{ readonly root: string; readonly status: string }> {
  const [{ path: folder } = { path: '' }] = workspace.folders;
  const files = {
    exists: async (each: Parameters<typeof absolutePath>[0]) => existsSync(absolutePath(each)),
    named: async (name: string) =>
      globSync(`**/${name}`, { cwd: folder }).map(found => ({
        root: { kind: 'workspace', uri: 'w', path: folder } as const,
        path: found,
      })),
  };
  const trimmed = file.startsWith(folder) ? file : file.replace(/^.*\/src\/(?!dedupe\/)/, '');
  const all = await Promise.all(
    [file, trimmed].map(each => locateSource(each, functionName, workspace, files)),
  );
  const [located, again] = all;
  assert.ok(located?.kind === 'found', `${file} ${functionName}`);
  assert.deepEqual(again?.kind === 'found' && again.file, located.file, trimmed);
  const grammar = grammarOf(file);
  if (grammar === null) return { root: located.file.root.kind, status: 'same' };
  const text = readFileSync(absolutePath(located.file), 'utf8');
  const follower = followFrames(await outline(grammar, text), languageIn(grammar));
  const { status } = follower.drift({ name: functionName, line, startLine });
  return { root: located.file.root.kind, status };
}

const goroot = goRoot();
const noGo = goroot === null ? 'Go is not installed' : false;

test('every frame of the sample service is found, and its own code stands where it was', {
  skip: noGo,
}, async () => {
  const profile = readProfile(gunzipSync(readFileSync(path.join(dedupe, 'heap-1400.pb.gz'))));
  const workspace = builtWorkspace(dedupe, goroot ?? '');
  const frames = framesOf(profile);
  let own = 0;
  for (const frame of frames) {
    const { root, status } = await driftOf(frame, workspace);
    // Go's library is of the version that is installed here, and need not be the one that it was built with.
    if (root !== 'workspace') continue;
    own += 1;
    assert.equal(status, 'same', `${frame.functionName}:${frame.line}`);
  }
  assert.ok(own > 3);
  assert.ok(frames.length > 50);
});

test('every frame of a program built here stands where it was built', {
  skip: noGo,
  timeout: 120_000,
}, async t => {
  const source = path.join(import.meta.dirname, '../../fixtures/goText');
  const folder = mkdtempSync(path.join(tmpdir(), 'heap-diff-built-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const program = path.join(folder, 'gotext');
  execFileSync('go', ['build', '-o', program, '.'], { cwd: source });
  // Every allocation, so that each run has the same frames.
  execFileSync(program, { cwd: folder, env: { ...process.env, GODEBUG: 'memprofilerate=1' } });
  const profile = readProfile(gunzipSync(readFileSync(path.join(folder, 'heap.pb.gz'))));
  const workspace = builtWorkspace(source, goroot ?? '');
  const roots = new Set<string>();
  for (const frame of framesOf(profile)) {
    const { root, status } = await driftOf(frame, workspace);
    roots.add(root);
    // What gives variables of a package their first values is in no function of the source.
    const isInitialiser = /^(?:.*\/)?[^./]+\.(?:init|glob\.)(?:\.func\d+)*$/.test(frame.functionName);
    const as = isInitialiser ? 'unknown' : 'same';
    assert.equal(status, as, `${frame.file} ${frame.functionName}:${frame.line}`);
  }
  assert.deepEqual([...roots].sort(), ['goroot', 'workspace']);
});

test('no path of other programs is mistaken for a file of the workspace', async t => {
  const { workspace, existing } = sampleWorkspace();
  // Names that those profiles have, in places where they do not belong.
  const decoys = [
    'server.go',
    'buffer.go',
    'client.go',
    'main.go',
    'util.go',
    'store.go',
    'proc.go',
    'sort.go',
  ];
  const files = filesOf(
    workspace,
    new Set([...existing, ...decoys.map(name => `/home/me/shop/misc/${name}`)]),
  );
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const name of realProtos()) {
    let profile: Profile;
    try {
      profile = readProfile(realBytes(name));
    } catch {
      continue;
    }
    for (const { file, functionName } of framesOf(profile)) {
      if (seen.has(`${file} ${functionName}`)) continue;
      seen.add(`${file} ${functionName}`);
      const located = await locateSource(file, functionName, workspace, files);
      const how = located.kind === 'found' ? located.by : located.kind;
      counts.set(how, (counts.get(how) ?? 0) + 1);
      const right =
        located.kind === 'none' ||
        located.kind === 'refused' ||
        (located.kind === 'found' && (located.file.root.kind !== 'workspace' || located.by === 'module'));
      assert.ok(right, `${file} ${functionName}: ${JSON.stringify(located)}`);
    }
  }
  assert.ok(seen.size > (noRealProfiles === false ? 1_000 : 100));
  t.diagnostic(`${seen.size} frames: ${JSON.stringify(Object.fromEntries(counts))}`);
});
