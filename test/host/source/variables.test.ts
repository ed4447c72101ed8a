import assert from 'node:assert/strict';
import test from 'node:test';
import { fillIn } from '../../../src/host/source/variables.ts';

const variable = (text: string) => `\${${text}}`;

const folders = [
  { name: 'api', path: '/work/api' },
  { name: 'web', path: '/work/web' },
];

test('folders, the environment and home are filled in, as in launch configurations', () => {
  const filled = (path: string) => fillIn(path, folders, { HOME: '/home/me', SRC: '/src' });
  assert.equal(filled(`${variable('workspaceFolder')}/cmd`), '/work/api/cmd');
  assert.equal(filled(variable('workspaceFolder:web')), '/work/web');
  assert.equal(filled(`${variable('env:SRC')}/a`), '/src/a');
  assert.equal(filled('~/a'), '/home/me/a');
  assert.equal(filled(`${variable('userHome')}/a`), '/home/me/a');
  assert.equal(filled('/plain/~/path'), '/plain/~/path');
});

test('what is not known stays as it is', () => {
  const filled = (path: string) => fillIn(path, [], {});
  for (const path of [
    `${variable('workspaceFolder')}/x`,
    variable('workspaceFolder:no'),
    variable('env:NO'),
    '~/x',
    variable('what'),
  ]) {
    assert.equal(filled(path), path);
  }
});
