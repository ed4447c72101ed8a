import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { root } from './setup/run.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the README describes every setting', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { contributes } = manifest as {
    contributes: { configuration: { properties: Record<string, unknown> } };
  };
  const settings = Object.keys(contributes.configuration.properties);
  assert.deepEqual(
    settings.filter(setting => !readme.includes(`\`${setting}\``)),
    [],
  );
});

test('what the README links to is there, and its pictures are not SVG', () => {
  const targets = Array.from(readme.matchAll(/\]\(([^)#]+)\)/g), match => match[1] ?? '');
  const local = targets.filter(target => !/^https?:/.test(target));
  assert.ok(local.length > 2, targets.join());
  assert.deepEqual(
    local.filter(target => !existsSync(join(root, target))),
    [],
  );
  assert.doesNotMatch(readme, /\.svg|<svg/i);
});
