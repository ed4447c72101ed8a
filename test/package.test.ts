import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { temporaryFolder } from './fixtures/temporaryFolder.ts';
import { environment, root } from './setup/run.ts';
import { bundledPackages } from './setup/thirdParty.ts';

const folder = temporaryFolder('package');
const dist = join(root, 'dist');

function npm(...args: readonly string[]): void {
  execFileSync('npm', ['run', '--silent', ...args], { cwd: root, env: environment(), stdio: 'pipe' });
}

before(() => npm('build'));

test('two builds give the same bytes', { timeout: 120_000 }, () => {
  const [first, second] = ['first.vsix', 'second.vsix'].map(name => {
    const file = join(folder, name);
    npm('build');
    npm('package:vsix', '--', file);
    return readFileSync(file);
  });
  assert.ok(first !== undefined && second !== undefined);
  assert.ok(first.length > 100_000);
  assert.ok(first.equals(second));
  assert.ok(first.includes('extension/dist/ThirdPartyNotices.txt'), 'the licences are in it');
});

test('each package in the bundles is there with its licence', () => {
  npm('package:vsix', '--', join(folder, 'notices.vsix'));
  const notices = readFileSync(join(dist, 'ThirdPartyNotices.txt'), 'utf8');
  const packages = bundledPackages(['host', 'webview'].map(name => join(dist, `${name}.meta.json`)));
  assert.ok(packages.includes('lit-html') && packages.includes('pprof-format'), packages.join());
  for (const name of packages) {
    const [, text = ''] = notices.split(`\n${name} `);
    const own = text.slice(0, text.indexOf('-'.repeat(80)));
    assert.match(own, /Copyright|without warranty|free of charge/i, name);
  }
});

test('the bundles ask for VS Code and a few modules of Node, and never for the network', () => {
  for (const name of ['extension.cjs', 'engine/worker.cjs']) {
    const code = readFileSync(join(dist, name), 'utf8');
    const asked = Array.from(code.matchAll(/\brequire\("([^"]+)"\)/g), ([, module = '']) => module);
    const modules = [...new Set(asked.map(module => module.replace(/^node:/, '')))];
    assert.ok(
      modules.every(module => module === 'vscode' || builtinModules.includes(module)),
      modules.join(),
    );
    const network = modules.filter(module =>
      /^(https?|http2|net|tls|dgram|dns|child_process|inspector)\b/.test(module),
    );
    assert.deepEqual(network, [], name);
    assert.doesNotMatch(code, /\b(fetch|WebSocket|XMLHttpRequest|EventSource)\(/, name);
  }
  const page = readFileSync(join(dist, 'webview.js'), 'utf8');
  assert.doesNotMatch(page, /\b(WebSocket|XMLHttpRequest|EventSource)\(|[^.\w]fetch\(/);
});
