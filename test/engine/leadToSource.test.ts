import assert from 'node:assert/strict';
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { openFolders } from '../../src/disk/folders.ts';
import { SourceTree } from '../../src/disk/sourceTree.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { dumpProfile } from '../fixtures/dumpProfile.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { type BuiltService, builtService } from '../fixtures/scripts/builtService.ts';
import { noScripts } from '../fixtures/scripts/noScripts.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { inuseSpace as options } from '../fixtures/viewOptions.ts';

const service = builtService(realpathSync(temporaryFolder('service')));

/** Opens the service's heaps and leads to source below its folder; `text` is what the profiles are read as. */
async function withService<T>(
  { folder, profiles }: BuiltService,
  use: (engine: EngineClient, info: DiffInfo | null) => Promise<T>,
  text = (json: string): string => json,
): Promise<T> {
  const engine = new EngineClient(engineScript, () => {});
  try {
    const files = profiles.map(path => ({
      name: path,
      bytes: new TextEncoder().encode(text(readFileSync(path, 'utf8'))),
    }));
    await engine.open({ files, order: 'asGiven', limits: defaultLimits });
    const { scripts } = new SourceTree(await openFolders([folder]));
    return await use(engine, await engine.leadToSource(await engine.request('scripts', {}), scripts));
  } finally {
    engine.dispose();
  }
}

/** Files that stacks pass through, without what Node and V8 bring along. */
async function sourcesOf(engine: EngineClient): Promise<readonly string[]> {
  const sources = await engine.request('sources', { options, limit: 20 });
  return sources.map(({ file }) => file).filter(file => !/^(?:node|v8):/.test(file));
}

test('an engine says in which line of source a bundle’s functions were written', () =>
  withService(service, async (engine, info) => {
    assert.deepEqual(info?.notices, []);
    const sources = await sourcesOf(engine);
    assert.deepEqual(
      sources.toSorted(),
      ['dedupe.ts', 'parse.ts', 'server.ts'].map(name => join(service.folder, 'src', name)),
    );
    await engine.request('own', { files: sources });
    const { site } = await engine.request('headline', { options });
    const { name, file, line } = site ?? { name: '', file: '', line: 0 };
    assert.deepEqual([name, file, line], ['seen', join(service.folder, 'src/dedupe.ts'), 17]);
    assert.equal(await engine.request('names', { name, file }), true);
    // After a swap too, and in what is saved for pprof.
    await engine.request('swap', {});
    assert.equal(await engine.request('names', { name, file }), true);
    const saved = await engine.request('export', { options, format: 'pprof' });
    assert.match(
      dumpProfile(readProfile(new Uint8Array(gunzipSync(saved)))).join('\n'),
      /seen@.*src\/dedupe\.ts:17/,
    );
  }));

test('and of one that ran in another folder', () =>
  withService(
    service,
    async engine => {
      assert.ok((await sourcesOf(engine)).includes(join(service.folder, 'src/dedupe.ts')));
    },
    json => json.replaceAll(service.folder, '/app'),
  ));

test('and of one that a container has elsewhere, under the same name', () =>
  withService(
    service,
    async engine => {
      assert.ok((await sourcesOf(engine)).includes(join(service.folder, 'src/dedupe.ts')));
    },
    json => json.replaceAll(`${service.folder}/dist`, '/srv'),
  ));

test('of source that is not there the script is named as before', async () => {
  const alone = builtService(realpathSync(temporaryFolder('alone')));
  rmSync(join(alone.folder, 'src'), { recursive: true });
  await withService(alone, async (engine, info) => {
    assert.deepEqual(info?.notices, []);
    assert.deepEqual(await sourcesOf(engine), [`file://${alone.script}`]);
  });
});

test('a script that was built anew since is said not to be the one', async () => {
  const rebuilt = builtService(realpathSync(temporaryFolder('rebuilt')));
  writeFileSync(rebuilt.script, `${'// more\n'.repeat(9)}${readFileSync(rebuilt.script, 'utf8')}`);
  await withService(rebuilt, async (engine, info) => {
    assert.deepEqual(
      info?.notices.map(({ kind }) => kind),
      ['otherScript'],
    );
    assert.match(info?.notices[0]?.text ?? '', /server\.js is not the script that was profiled/);
    assert.deepEqual(await sourcesOf(engine), [`file://${rebuilt.script}`]);
  });
});

test('whoever cannot reach files has the profiles as they are', () =>
  withService(service, async engine => {
    const broken = async (): Promise<never> => {
      throw new Error('no disk');
    };
    const files = [`file://${service.script}`];
    assert.equal(await engine.leadToSource(files, { ...noScripts, scripts: broken }), null);
    assert.equal(await engine.leadToSource(files, { ...noScripts, read: broken }), null);
    const { scripts } = new SourceTree(await openFolders([service.folder]));
    const info = await engine.leadToSource(files, { ...scripts, sources: broken });
    assert.deepEqual(info?.notices, []);
  }));
