import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RE2JS } from 're2js';
import { moduleFrames, runtimeFrames } from '../../../webview/state/filterPresets.ts';

function matching(pattern: string, ...names: readonly string[]): readonly string[] {
  const compiled = RE2JS.compile(pattern);
  return names.filter(name => compiled.matcher(name).find());
}

test('the runtime is told from packages named like it', () => {
  const names = ['runtime.malg', 'runtime/pprof.(*profMap).lookup', 'example.com/runtime.f', 'runtimeutil.f'];
  assert.deepEqual(matching(runtimeFrames, ...names), names.slice(0, 2));
});

test('a module is its packages and main, not what begins alike', () => {
  const own = ['main.(*server).ingest', 'example.com/dedupe.f', 'example.com/dedupe/sub.(*t).m'];
  const other = [
    'example.com/dedupe2.f',
    'exampleXcom/dedupe.f',
    'net/http.HandlerFunc.ServeHTTP',
    'domain.f',
  ];
  assert.deepEqual(matching(moduleFrames(['example.com/dedupe']), ...own, ...other), own);
});
