import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { outline } from '../parser.ts';
import { listed } from './listed.ts';

test('Python: indentation, decorators, strings and brackets over lines', async () => {
  const text = `class Cart:
    """A cart:
def not_this(): pass
"""
    @cached(
        size=1)
    @other
    async def add(self, x=(
1)):
        def inner(): return 1

        return inner  # def no

    x = 1
def free(): pass
if True:
    def guarded():
        s = '#'
`;
  assert.deepEqual(await listed('python', text), [
    'Cart.add 5-12',
    'inner 10-10',
    'free 15-15',
    'guarded 17-18',
  ]);
});

test('half-typed code: the functions after it are found', async () => {
  for (const half of ['x = [1,', 'if x', 'foo(', 'class', 'def', 'return {', 'for a in', '@']) {
    const text = `def before():\n    pass\n\n\ndef half():\n    ${half}\n\n\nclass C:\n    def after(self):\n        pass\n`;
    const found = await listed('python', text);
    assert.ok(found.includes('before 1-2'), `${half}: ${found.join(', ')}`);
    assert.ok(
      found.some(each => each.endsWith('after 10-11')),
      `${half}: ${found.join(', ')}`,
    );
  }
});

test("Python's own library: the same functions as Python's own parser", async t => {
  const code = 'import sysconfig; print(sysconfig.get_path("stdlib"))';
  let files: string[];
  let want: string;
  try {
    const library = execFileSync('python3', ['-c', code], { encoding: 'utf8' }).trim();
    const names = '{[a-h]*,asyncio/*,email/*,http/*,unittest/*}.py';
    files = globSync(names, { cwd: library }).map(file => path.join(library, file));
    want = execFileSync('python3', [path.join(import.meta.dirname, 'listFunctions.py')], {
      encoding: 'utf8',
      input: files.join('\n'),
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    t.skip(`python3 is missing: ${error}`);
    return;
  }
  // A comment behind the last statement belongs to the function as the grammar has it.
  const ends = new Map(
    want
      .trim()
      .split('\n')
      .map(line => [line.slice(0, line.lastIndexOf(' ')), line]),
  );
  let sameEnd = 0;
  const found: string[] = [];
  for (const file of files) {
    const { declarations } = await outline('python', readFileSync(file, 'utf8'));
    for (const { owner, name, line, endLine } of declarations) {
      const start = `${file} ${owner || '.'} ${name} ${line}`;
      found.push(start);
      if (ends.get(start) === `${start} ${endLine}`) sameEnd += 1;
    }
  }
  assert.deepEqual(found.sort(), [...ends.keys()].sort());
  t.diagnostic(`${found.length} functions in ${files.length} files agree, and the last lines of ${sameEnd}`);
  assert.ok(found.length > 3_000);
  assert.ok(found.length - sameEnd < found.length / 200);
});
