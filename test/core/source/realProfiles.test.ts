import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { findDrift } from '../../../src/core/code/drift.ts';
import { languageOf } from '../../../src/core/code/language.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import type { Profile } from '../../../src/core/profile.ts';
import type { SourceWorkspace } from '../../../src/core/source/candidates.ts';
import { resolveGoModules } from '../../../src/core/source/goModules.ts';
import { locateSource } from '../../../src/core/source/locate.ts';
import { absolutePath } from '../../../src/core/source/sourceRoot.ts';
import { noRealProfiles, realBytes, realProtos } from '../../fixtures/realProfiles.ts';
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

test('every Go frame of the sample service is found where it was built', async t => {
  const goroot = goRoot();
  if (goroot === null) {
    t.skip('go is missing');
    return;
  }
  const profile = readProfile(readFileSync(path.join(dedupe, 'heap-1400.pb.gz')), bytes => gunzipSync(bytes));
  const workspace: SourceWorkspace = {
    folders: [{ kind: 'workspace', uri: 'w', path: dedupe }],
    modules: resolveGoModules([{ path: `${dedupe}/go.mod`, text: readFileSync(`${dedupe}/go.mod`, 'utf8') }]),
    moduleCache: null,
    goroot: { kind: 'goroot', uri: 'g', path: goroot },
    outside: null,
    substitutions: [],
  };
  const files = {
    exists: async (file: Parameters<typeof absolutePath>[0]) => existsSync(absolutePath(file)),
    named: async (name: string) =>
      globSync(`**/${name}`, { cwd: dedupe }).map(found => ({
        root: { kind: 'workspace', uri: 'w', path: dedupe } as const,
        path: found,
      })),
  };
  const frames = framesOf(profile);
  for (const { file, functionName, line, startLine } of frames) {
    // The compiler's own library, whatever its version was called where the profile was captured.
    const trimmed = file.replace(/^.*\/src\/(?!dedupe\/)/, '');
    for (const each of [file, trimmed]) {
      const located = await locateSource(each, functionName, workspace, files);
      assert.equal(located.kind, 'found', `${each} ${functionName}`);
      const language = languageOf(each);
      if (language === null) continue;
      const text = readFileSync(absolutePath(located.file), 'utf8');
      const drift = findDrift(text, language, { functionName, line, startLine });
      assert.equal(drift.status, 'same', `${each} ${functionName}:${line}`);
    }
  }
  assert.ok(frames.length > 50);
});

test("no path of other people's profiles is mistaken for a file of the workspace", {
  skip: noRealProfiles,
}, async t => {
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
      profile = readProfile(realBytes(name), bytes => gunzipSync(bytes));
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
  assert.ok(seen.size > 1000);
  t.diagnostic(`${seen.size} frames: ${JSON.stringify(Object.fromEntries(counts))}`);
});
