import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { serverScript, type ToolClient, toolClient } from './toolClient.ts';

const folder = temporaryFolder('badInput');
const outside = temporaryFolder('outside');
const heap = (value: number): Uint8Array =>
  profileBytes({ samples: [{ stack: ['main@m.go:1', 'put@p.go:2'], values: [value] }] });
const save = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
save('a.pb', heap(10));
save('b.pb', heap(50));
save('notes.txt', 'nothing of a profile\n'.repeat(20));
save('--help', heap(60));
save('empty.pb', '');
save('rss.csv', 'time,rss\n2026-01-01T00:00:00Z,1\n');
chmodSync(save('locked.pb', heap(1)), 0);
truncateSync(save('huge.pb', ''), 600 * 2 ** 20);
mkdirSync(join(folder, 'sub'));
execFileSync('mkfifo', [join(folder, 'pipe.pb')]);
writeFileSync(join(outside, 'secret.pb'), heap(1));
symlinkSync(join(outside, 'secret.pb'), join(folder, 'out.pb'));

let tools: ToolClient | undefined;
before(async () => {
  tools = await toolClient(folder);
});
after(() => tools?.close());

const refused: readonly [path: string, why: RegExp][] = [
  ['none.pb', /none\.pb cannot be read: there is no such file .* List the folder/],
  ['notes.txt', /notes\.txt is not a heap profile in a known format/],
  ['empty.pb', /empty\.pb is empty/],
  ['huge.pb', /huge\.pb is larger than 512 MiB/],
  ['sub', /is no file\. Give the path of a profile/],
  ['pipe.pb', /is no file/],
  ['../secret.pb', /is outside .*heap-diff mcp FOLDER/],
  ['/etc/passwd', /is outside/],
  ['/proc/self/environ', /is outside/],
  ['out.pb', /is a link that leads out/],
  ['', /base is wrong/],
];
for (const [path, why] of refused) {
  test(`“${path}”: an error in words, and the server lives`, async () => {
    const answer = await tools?.call('compare_heap_profiles', { base: path, current: 'b.pb' });
    assert.equal(answer?.isError, true);
    assert.match(answer?.text ?? '', why);
    assert.doesNotMatch(answer?.text ?? '', / {4}at |node:internal/);
  });
}

test('a file that may not be read', {
  skip: process.getuid?.() === 0 && 'root may read everything',
}, async () => {
  const answer = await tools?.call('compare_heap_profiles', { base: 'locked.pb', current: 'b.pb' });
  assert.match(answer?.text ?? '', /cannot be read: permission is denied/);
});

const wrong: readonly [tool: string, given: Readonly<Record<string, unknown>>, why: RegExp][] = [
  ['compare_heap_profiles', {}, /base is wrong/],
  ['compare_heap_profiles', { base: 'a.pb', current: 'b.pb', top: 1e9 }, /top is wrong/],
  ['compare_heap_profiles', { base: 'a.pb', current: 'b.pb', sampleTyp: 'x' }, /sampleTyp is wrong/],
  [
    'compare_heap_profiles',
    { base: 'a.pb', current: 'b.pb', sampleType: 'rss' },
    /no sample type rss in both files\. Call again with one of inuse_space/,
  ],
  [
    'compare_heap_profiles',
    { base: 'a.pb', current: 'b.pb', focus: '(' },
    /Focus is not a regular expression/,
  ],
  ['compare_heap_profiles', { base: ['a.pb'], current: 'b.pb' }, /base is wrong/],
  ['explain_growth', { base: 'a.pb', current: 'b.pb', site: 'nothing' }, /Call again with one of: put/],
  ['heap_over_time', { files: [] }, /files is wrong/],
  ['heap_over_time', { files: ['sub'] }, /There is no profile in what was given\. Give /],
  ['heap_over_time', { files: ['rss.csv'] }, /There is no profile in what was given\. Give /],
  ['check_evidence', { files: ['sub'] }, /There is no profile in what was given\. Give /],
  ['check_evidence', { files: ['rss.csv'] }, /There is no profile in what was given\. Give /],
  ['heap_over_time', { files: ['a.pb'], settled: ['b.pb'] }, /b\.pb is settled, but none of the captures/],
  ['run_shell', { command: 'ls' }, /There is no tool run_shell\. There are compare_heap_profiles, /],
];
for (const [tool, given, why] of wrong) {
  test(`${tool} ${JSON.stringify(given)}: said what is wrong`, async () => {
    const answer = await tools?.call(tool, given);
    assert.equal(answer?.isError, true);
    assert.match(answer?.text ?? '', why);
  });
}

test('a file of known leaks that is none is refused with the reason, and nothing outside is read', async t => {
  const own = temporaryFolder('known');
  writeFileSync(join(own, 'a.pb'), heap(10));
  writeFileSync(join(own, 'b.pb'), heap(50));
  writeFileSync(join(outside, 'secret.json'), '{"password": "hunter2"}');
  const known = join(own, '.heap-diff.json');
  const client = await toolClient(own);
  t.after(() => client.close());
  const wrongOnes: readonly (readonly [make: () => void, why: RegExp])[] = [
    [() => symlinkSync(join(outside, 'secret.json'), known), /is a link that leads out of /],
    [() => symlinkSync(join(outside, 'nothing.json'), known), /cannot be read: there is no such file/],
    [() => execFileSync('mkfifo', [known]), /is no file\. Correct the file of known leaks/],
    [() => writeFileSync(known, ' '.repeat(3 * 2 ** 20)), /is larger than 1 MiB\. Correct/],
    [() => writeFileSync(known, '{"known": [{}]}'), /has no “site” in entry 1/],
  ];
  for (const [make, why] of wrongOnes) {
    make();
    const answer = await client.call('compare_heap_profiles', { base: 'a.pb', current: 'b.pb' });
    assert.equal(answer.isError, true);
    assert.match(answer.text, why);
    assert.doesNotMatch(answer.text, /password|hunter2/);
    rmSync(known);
  }
  const answer = await client.call('compare_heap_profiles', { base: 'a.pb', current: 'b.pb' });
  assert.equal(answer.isError, false);
});

test('a name that is an option is a name', async () => {
  const answer = await tools?.call('compare_heap_profiles', { base: 'a.pb', current: '--help' });
  assert.equal(answer?.isError, false);
  assert.match(answer?.text ?? '', /\+50 B/);
});

test('in a series what cannot be read is named and left out', async () => {
  const answer = await tools?.call('heap_over_time', { files: ['a.pb', 'b.pb', 'notes.txt'] });
  assert.match(answer?.text ?? '', /Left out: .*notes\.txt is not a heap profile/);
});

test('a hundred calls at once are all answered', async () => {
  const calls = Array.from({ length: 100 }, (_, i) =>
    tools?.call('compare_heap_profiles', { base: 'a.pb', current: i % 4 === 0 ? 'none.pb' : 'b.pb' }),
  );
  const answers = await Promise.all(calls);
  assert.deepEqual(
    answers.map(answer => answer?.isError),
    calls.map((_, i) => i % 4 === 0),
  );
});

/** A server that is spoken to without a client. */
function rawServer(): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [serverScript, folder]);
}

const hello = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
};

async function linesOf(
  server: ChildProcessWithoutNullStreams,
  count: number,
): Promise<readonly Record<string, unknown>[]> {
  let text = '';
  for await (const part of server.stdout) {
    text += String(part);
    if (text.split('\n').length > count) break;
  }
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
}

test('what is no JSON-RPC is answered as one, and the server goes on', async () => {
  const server = rawServer();
  const lines = ['no json', '{"jsonrpc":"2.0"}', '[]', '{"id":3}', '\u0000', JSON.stringify(hello)];
  server.stdin.write(`${lines.join('\n')}\n`);
  const answers = await linesOf(server, lines.length);
  const codes = answers.map(({ error }) => (error as { code: number } | undefined)?.code);
  assert.deepEqual(codes, [-32_700, -32_600, -32_600, -32_600, -32_700, undefined]);
  assert.match(JSON.stringify(answers.at(-1)), /"serverInfo":{"name":"heap-diff"/);
  server.stdin.end();
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
});

test('a host that closes the pipe in the middle of an answer ends the server', async () => {
  for (const close of [
    (of: ChildProcessWithoutNullStreams) => of.stdin.destroy(),
    (of: ChildProcessWithoutNullStreams) => of.stdout.destroy(),
  ]) {
    const server = rawServer();
    server.stdin.write(`${JSON.stringify(hello)}\n`);
    await once(server.stdout, 'data');
    server.stdin.on('error', () => {});
    const call = {
      jsonrpc: '2.0',
      id: 2,
      method: 'tools/call',
      params: { name: 'compare_heap_profiles', arguments: { base: 'a.pb', current: 'b.pb' } },
    };
    server.stdin.write(`${JSON.stringify(call)}\n`);
    close(server);
    const [code, signal] = await once(server, 'exit');
    assert.deepEqual([code, signal], [0, null]);
  }
});

test('a folder that is none is exit code 2 and one line', async () => {
  const server = spawn(process.execPath, [serverScript, join(folder, 'none')]);
  const said: string[] = [];
  server.stderr.on('data', part => said.push(String(part)));
  const [code] = await once(server, 'exit');
  assert.equal(code, 2);
  assert.match(said.join(''), /none is no folder\.\n$/);
});
