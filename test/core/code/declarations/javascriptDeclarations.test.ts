import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { followFrames } from '../../../../src/core/code/drift.ts';
import { type Grammar, grammarOf } from '../../../../src/core/code/language.ts';
import { outline } from '../parser.ts';
import { listed } from './listed.ts';
import { v8Functions } from './v8Functions.ts';

const text = `export async function* walk(a) { yield a }
const put = async (key) => {
  return new Map();
};
const one = x => x + 1, two = function () { return /[/}]/.test(\`\${one(1) + \`}\`}\`) };
const typed = (e) =>
  e.target;
class Cart extends Base {
  #items = new Map();
  constructor(n) { super(); }
  static async add(item) { if (item) { this.x(() => { }); } }
  get size() { return 1 } #grow() { }
  handler = (e) => { };
}
module.exports.update = function () { };
Cart.prototype.remove = function (id) {
};
Cart.of = () => new Cart(), this.own = () => 1;
const o = { method() { }, arrow: () => 1, 'quoted': function () { }, wrapped: (() => 1) };
foo(function () { }); if (a) { } while (b) { }
const Late = class { late() {} }
x = function named() { function inner() {} }
function preset(how = () => 1) { x ??= () => 2 }
`;
const expected = [
  'walk 1-1',
  'put 2-4',
  'one 5-5',
  'two 5-5',
  'typed 6-7',
  'Cart.Cart 8-8',
  'Cart.constructor 10-10',
  'Cart.add 11-11',
  'Cart.size 12-12',
  'Cart.grow 12-12',
  'Cart.handler 13-13',
  'update 15-15',
  'Cart.remove 16-17',
  'Cart.of 18-18',
  'own 18-18',
  'method 19-19',
  'arrow 19-19',
  'quoted 19-19',
  'wrapped 19-19',
  'Late 21-21',
  'Late.late 21-21',
  'named 22-22',
  'inner 22-22',
  'preset 23-23',
  'how 23-23',
  'x 23-23',
];

for (const grammar of ['javascript', 'typescript', 'tsx'] as const) {
  test(`functions, methods, arrows, classes, read as ${grammar}`, async () => {
    assert.deepEqual(await listed(grammar, text), expected);
  });
}

test('TypeScript: types between, signatures, overloads, namespaces, decorators', async () => {
  const typed = `export async function* walk<T>(a: T): AsyncGenerator<{ a: T }> { yield a }
const put = async (key: string): Promise<Map<string, { n: number }>> => {
};
const typed: Handler<A> = (e) => e;
function over(a: string): void;
function over(a: number): void;
function over(a: any) { }
export abstract class Cart<T> extends Base<T> implements Shop {
  @cached()
  static async add<A>(item: A): Promise<void> { }
  abstract missing(): void;
  readonly handler: (e: Event) => void = (e) => { };
}
namespace shop { export function open() { } }
function preset(how: () => number = () => 1) { }
`;
  assert.deepEqual(await listed('typescript', typed), [
    'walk 1-1',
    'put 2-3',
    'typed 4-4',
    'over 7-7',
    'Cart.Cart 8-8',
    'Cart.add 10-10',
    'Cart.handler 12-12',
    'open 14-14',
    'preset 15-15',
    'how 15-15',
  ]);
});

test('half-typed code: the functions after it are found', async () => {
  for (const half of ['const a = {', 'if (x', 'foo(', 'const b = `', 'function (', 'x.', 'return (a +']) {
    const found = await listed(
      'javascript',
      `function before() {}\nfunction half() {\n  ${half}\n}\nfunction after() {\n}\nclass C {\n  m() {}\n}\n`,
    );
    // What an unclosed template swallows, nobody can tell.
    if (half.includes('`')) assert.ok(found.includes('before 1-1'), half);
    else
      for (const each of ['before 1-1', 'after 5-6'])
        assert.ok(found.includes(each), `${half}: ${found.join(', ')}`);
  }
});

/** How many of the functions that V8 finds are followed to where they stand, and all that are. */
async function agreement(files: readonly string[]) {
  const missed: string[] = [];
  let all = 0;
  for (const [file, functions] of v8Functions(files)) {
    const grammar: Grammar = grammarOf(file) ?? 'javascript';
    const follower = followFrames(await outline(grammar, readFileSync(file, 'utf8')), 'javascript');
    for (const { name, line, endLine } of functions) {
      const frame = { name, line, startLine: line };
      const { status } = follower.drift(frame);
      // What is no identifier names nothing that could be followed.
      if (status === 'unknown') continue;
      all += 1;
      const found = status === 'same' && follower.declaration(frame)?.endLine === endLine;
      if (!found) missed.push(`${file}:${line} ${name} ${status}`);
    }
  }
  return { all, missed };
}

const root = path.join(import.meta.dirname, '../../../..');

test('every named function of this project, where V8 has it', async t => {
  const files = globSync('{src,webview,test}/**/*.ts', { cwd: root }).map(file => path.join(root, file));
  const { all, missed } = await agreement(files);
  assert.deepEqual(missed, []);
  assert.ok(all > 1_500);
  t.diagnostic(`${all} functions of ${files.length} files agree`);
});

test('the named functions of packages, minified ones too, where V8 has them', async t => {
  const files = globSync(
    'node_modules/{@microsoft,lit-html,re2js,typescript,pprof-format,yauzl,glob}/**/*.js',
    {
      cwd: root,
    },
  ).map(file => path.join(root, file));
  const { all, missed } = await agreement(files.slice(0, 200));
  t.diagnostic(`${all - missed.length} of ${all} functions agree: ${missed.slice(0, 5).join('; ')}`);
  assert.ok(all > 3_000);
  assert.ok(missed.length < all / 200);
});
