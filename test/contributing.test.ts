import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { root } from './setup/run.ts';

/** Every folder with source in it, as `src/core/names/`. */
const rooms = [
  ...new Set(globSync('{src,webview}/**/*.ts', { cwd: root }).map(file => `${dirname(file)}/`)),
].filter(room => room !== 'src/');

test('the map has a row for each room, and no other', () => {
  const map = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const rows = Array.from(map.matchAll(/^\| `((?:src|webview)\/[^`]*)` \|/gm), match => match[1] ?? '');
  assert.deepEqual(rows.toSorted(), rooms.toSorted());
});

test('each room has a README of three to ten lines', () => {
  assert.ok(rooms.length > 20, `only ${rooms.length} rooms were found`);
  const unfit = rooms.filter(room => {
    const lines = readFileSync(join(root, room, 'README.md'), 'utf8')
      .split('\n')
      .slice(1);
    const written = lines.filter(line => line.trim() !== '').length;
    return written < 3 || written > 10;
  });
  assert.deepEqual(unfit, []);
});
