import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import test, { before } from 'node:test';
import type { Metafile } from 'esbuild';
import { temporaryFolder } from './fixtures/temporaryFolder.ts';
import { environment, root } from './setup/run.ts';
import { grammars, syntaxParts } from './setup/syntaxParts.ts';
import { bundledPackages } from './setup/thirdParty.ts';

const folder = temporaryFolder('package');
const dist = join(root, 'dist');

function npm(...args: readonly string[]): void {
  execFileSync('npm', ['run', '--silent', ...args], { cwd: root, env: environment(), stdio: 'pipe' });
}

/** What runs in threads beside the extension in a browser. */
const webThreads = ['worker', 'code/codeWorker', 'series/seriesWorker'];

/** The files of a zip, by its directory. */
function zipNames(zip: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 46)) {
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names;
}

/** The package, built and packed twice. */
let packed: readonly Buffer[] = [];

before(() => {
  packed = ['first.vsix', 'second.vsix'].map(name => {
    const file = join(folder, name);
    npm('build');
    npm('package:vsix', '--', file);
    return readFileSync(file);
  });
});

test('two builds give the same bytes', () => {
  const [first, second] = packed;
  assert.ok(first !== undefined && second !== undefined);
  assert.ok(first.length > 100_000);
  assert.ok(first.equals(second));
  assert.ok(first.includes('extension/dist/ThirdPartyNotices.txt'), 'the licences are in it');
});

test('each package in the bundles is there with its licence', () => {
  const notices = readFileSync(join(dist, 'ThirdPartyNotices.txt'), 'utf8');
  const packages = bundledPackages(
    ['host', 'web', 'webEngine', 'cli', 'webview'].map(name => join(dist, `${name}.meta.json`)),
  );
  assert.ok(packages.includes('lit-html') && packages.includes('pprof-format'), packages.join());
  assert.ok(packages.includes('web-tree-sitter') && packages.includes('@vscode/tree-sitter-wasm'));
  for (const name of [...packages, ...Object.keys(grammars).map(grammar => `tree-sitter-${grammar}`)]) {
    const [, text = ''] = notices.split(`\n${name} `);
    const own = text.slice(0, text.indexOf('-'.repeat(80)));
    assert.match(own, /Copyright|without warranty|free of charge/i, name);
  }
});

test('a page does not begin expressions before they are asked for', () => {
  const { inputs } = JSON.parse(readFileSync(join(dist, 'webview.meta.json'), 'utf8')) as Metafile;
  const kinds = Object.entries(inputs).flatMap(([from, { imports }]) =>
    from.startsWith('node_modules/')
      ? []
      : imports.filter(({ path }) => path.includes('/re2js/')).map(({ kind }) => kind),
  );
  assert.deepEqual([...new Set(kinds)], ['dynamic-import']);
});

test('the manifest’s texts are in the package in each language', () => {
  const names = zipNames(packed[0] ?? Buffer.alloc(0)).filter(name => name.includes('package.nls'));
  const expected = ['', '.de', '.zh-cn'].map(language => `extension/package.nls${language}.json`);
  assert.deepEqual(names.toSorted(), expected.toSorted());
});

test('the parser, its grammars and its queries are in the package, and nothing else beside the bundles', () => {
  const [first = Buffer.alloc(0)] = packed;
  const names = zipNames(first).filter(name => name.startsWith('extension/dist/'));
  const expected = [
    ...[
      'extension.cjs',
      'mcp.cjs',
      'engine/worker.cjs',
      'engine/code/codeWorker.cjs',
      'engine/series/seriesWorker.cjs',
    ],
    ...['web/extension.cjs', ...webThreads.map(name => `web/engine/${name}.js`)],
    ...['webview', 'series', 'saved'].flatMap(page => [`${page}.js`, `${page}.css`]),
    ...['ThirdPartyNotices.txt', ...[...syntaxParts().keys()].map(name => `syntax/${name}`)],
  ];
  assert.deepEqual(names.toSorted(), expected.map(name => `extension/dist/${name}`).toSorted());
  assert.ok(expected.includes('syntax/tree-sitter-go.wasm') && expected.includes('syntax/hints/go.scm'));
});

/** What may reach out, or start something: capturing a heap from a server or a pod, and asking git who wrote a line. */
const reaching: Readonly<Record<string, readonly string[]>> = {
  'extension.cjs': ['child_process', 'http', 'https'],
  'mcp.cjs': ['child_process'],
  'cli.cjs': ['child_process'],
};

test('the bundles ask for VS Code and a few modules of Node, and for the network only to capture', () => {
  const scripts = [
    ...Object.keys(reaching),
    ...['worker', 'code/codeWorker', 'series/seriesWorker'].map(name => `engine/${name}.cjs`),
  ];
  for (const name of scripts) {
    const code = readFileSync(join(dist, name), 'utf8');
    const asked = Array.from(code.matchAll(/\brequire\("([^"]+)"\)/g), ([, module = '']) => module);
    const modules = [...new Set(asked.map(module => module.replace(/^node:/, '')))];
    assert.ok(
      // Ajv, which the protocol's SDK has, writes `require` into code that it would generate; nothing asks it to.
      modules.every(module => /^vscode$|^ajv/.test(module) || builtinModules.includes(module)),
      modules.join(),
    );
    const network = modules.filter(module =>
      /^(https?|http2|net|tls|dgram|dns|child_process|inspector)\b/.test(module),
    );
    assert.deepEqual(network.sort(), reaching[name] ?? [], name);
    assert.doesNotMatch(code, /\bfetch\(|\b(WebSocket|XMLHttpRequest|EventSource)\b/, name);
  }
  for (const name of ['webview.js', 'series.js', 'saved.js']) {
    const page = readFileSync(join(dist, name), 'utf8');
    assert.doesNotMatch(page, /\b(WebSocket|XMLHttpRequest|EventSource)\(|[^.\w]fetch\(/, name);
  }
});

test('the command runs by itself, with the bundle alone', () => {
  const sample = join(root, 'test/fixtures/dedupe');
  const compare = (pair: string): number | null => {
    const files = ['1300', '1400'].map(time => join(sample, `${pair}-${time}.pb.gz`));
    const args = [join(dist, 'cli.cjs'), 'compare', ...files, '--fail-on', 'growth > 5MiB/h'];
    return spawnSync(process.execPath, args, { cwd: folder }).status;
  };
  assert.deepEqual(['heap', 'fixed'].map(compare), [1, 0]);
});

test('the server of the package lists its tools and answers, with its threads beside it', async () => {
  const server = spawn(process.execPath, [join(dist, 'mcp.cjs'), join(root, 'test/fixtures/dedupe')]);
  const ask = (id: number, method: string, params: unknown): void => {
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  };
  const info = {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  };
  const files = { base: 'heap-1300.pb.gz', current: 'heap-1400.pb.gz', site: '(*dedupeCache).seen' };
  ask(1, 'initialize', info);
  ask(2, 'tools/list', {});
  ask(3, 'tools/call', { name: 'explain_growth', arguments: files });
  let text = '';
  for await (const part of server.stdout) {
    text += String(part);
    if (text.split('\n').length > 3) break;
  }
  server.stdin.end();
  const [, listed, answered] = text.split('\n');
  assert.equal(JSON.parse(listed ?? '').result.tools.length, 5);
  const [{ text: told }] = JSON.parse(answered ?? '').result.content;
  assert.match(told, /cache\.go:39` \+349\.5 MiB/);
  assert.match(told, /A guess from the source, not from the profiles: `c\.entries` is added to here/);
});
