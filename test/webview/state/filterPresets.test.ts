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

test('a module whose last segment has a dot keeps its root package', () => {
  const own = [
    'tailscale%2ecom.F',
    'tailscale.com/net.G',
    'gopkg.in/yaml%2ev3.unmarshal',
    'gopkg.in/yaml.v3/internal.f',
  ];
  const other = ['tailscaleXcom.F', 'gopkg%2ein/yaml.f', 'gopkg.in/yaml%2ev32.f'];
  assert.deepEqual(matching(moduleFrames(['tailscale.com', 'gopkg.in/yaml.v3']), ...own, ...other), own);
});
