import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { followFrames } from '../../../../src/core/code/drift.ts';
import { outline } from '../parser.ts';
import { classMethods } from './javaLines.ts';
import { listed } from './listed.ts';

const cart = `package shop;
import java.util.*;

/** A cart { */
@Deprecated
class Cart<T> extends ArrayList<T>
{
  private final Map<String,
      String> names =
          new HashMap<>(16);
  static int count =
     Integer.parseInt("1");
  static {
    count = 3;
  }
  {
    count = 4;
  }
  @Deprecated
  public
  Cart(
    int a)
  {
    super(
      a);
    count = a;
  }
  Cart()
  {

    count = 9;
  }
  @SuppressWarnings("all")
  <A> void
  put(int a)
  {
    // Nothing yet.
    String open = "{";
    Runnable r = () ->
    {
      count = open.length();
    };
    r.run();
    new Thread() {
      String z = new String("x");
      public void run() {
        count = 6;
      } };
  }
  void empty()
  {
  }
  static int twice(int a) { return a + a; }
  static int twice(long a) {
    class Local { int b = 1; int of() { return b; } }
    return new Local().of();
  }
  enum Kind { BIG {
      void f() { count = 1; } }, SMALL(
     3);
    void f() {}
    Kind() { }
    Kind(int a) { count = a; }
  }
  record Size(int a) {
     Size { count = a; } static void of() {} }
  interface Shop { Object key = new Object(); default int open() { return 1; } void close(); }
  static class Plain { Object field = new Object(); }
}
`;

test('Java: methods, constructors, initialisers, classes in classes', async () => {
  assert.deepEqual(
    (await listed('java', cart)).filter(each => !each.includes('<')),
    [
      'Cart.put 35-49',
      'run 46-48',
      'Cart.empty 50-52',
      'Cart.twice 53-53',
      'Cart.twice 54-57',
      'Local.of 55-55',
      'Kind.values 58-58',
      'f 59-59',
      'Kind.f 61-61',
      'Size.of 66-66',
      'Shop.open 67-67',
    ],
  );
});

test('half-typed code: the functions after it are found', async () => {
  for (const half of ['int x = ', 'if (x', 'foo(', 'foo.', 'new', 'return (a +', 'for (int i']) {
    const text = `class C {\n  void before() {}\n  void half() {\n    ${half}\n  }\n  void after() {\n    x();\n  }\n}\n`;
    const found = await listed('java', text);
    assert.ok(found.includes('C.before 2-2'), `${half}: ${found.join(', ')}`);
    assert.ok(
      found.some(each => each.endsWith('after 6-8')),
      `${half}: ${found.join(', ')}`,
    );
  }
});

test('every line of every method of a class stands where javac compiled it', async t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'heap-diff-java-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'Cart.java'), cart);
  try {
    execFileSync('javac', ['-nowarn', '-g', '-d', folder, path.join(folder, 'Cart.java')], { stdio: 'pipe' });
  } catch (error) {
    t.skip(`javac is missing: ${error}`);
    return;
  }
  const follower = followFrames(await outline('java', cart), 'java');
  const above = followFrames(await outline('java', `//\n//\n${cart}`), 'java');
  // What the source does not have: `valueOf` of an enum, and what a record declares by its header.
  const generated = /\.(?:valueOf|\$values|toString|hashCode|equals|a)$/;
  let all = 0;
  for (const { name, lines } of classMethods(folder)) {
    if (generated.test(name)) continue;
    const [startLine = 0] = lines;
    for (const line of lines) {
      const what = `${name}:${line}`;
      assert.equal(follower.drift({ name, line, startLine: 0 }).status, 'same', what);
      if (name.includes('lambda$')) continue;
      assert.equal(follower.drift({ name, line, startLine }).status, 'same', `${what} from ${startLine}`);
      all += 1;
    }
  }
  assert.ok(all > 40, `${all} lines`);
  const moved = above.drift({ name: 'shop.Cart.put', line: 43, startLine: 38 });
  assert.deepEqual(moved, { line: 45, status: 'moved', moved: { from: 43, to: 45 }, exact: true });
});
