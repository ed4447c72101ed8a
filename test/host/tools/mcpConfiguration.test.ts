import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { mcpCommand, mcpJson } from '../../../src/host/tools/mcpConfiguration.ts';

const server = { script: "/ext/heap diff's/dist/mcp.cjs", folders: ['/work/a b', '/work/$(touch x)`y`'] };

test('the JSON starts the script for the folders', () => {
  assert.deepEqual(JSON.parse(mcpJson(server)), {
    mcpServers: { 'heap-diff': { command: 'node', args: [server.script, ...server.folders] } },
  });
});

test('a shell takes the command’s words as they are', () => {
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${mcpCommand(server)}`], { encoding: 'utf8' });
  const given = ['claude', 'mcp', 'add', 'heap-diff', '--', 'node', server.script, ...server.folders];
  assert.deepEqual(words.trimEnd().split('\n'), given);
});
