import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import {
  type Addition,
  additionAt,
  type Gain,
  gainLines,
  isBounded,
  isExported,
  isOwnerReset,
  siteOf,
  usedAs,
} from '../../../src/core/hints/gain.ts';
import type { PackageCode } from '../../../src/core/hints/packageCode.ts';
import { packageOf } from './packageOf.ts';

/** What the line with `mark` adds to, and all that is done to it. */
async function gainAt(
  t: TestContext,
  file: string,
  text: string,
  mark = 'HERE',
): Promise<(Gain & { readonly code: PackageCode }) | null> {
  const code = packageOf(t, { [file]: text });
  const line = text.split('\n').findIndex(each => each.includes(mark)) + 1;
  const site = await siteOf(code, { file, line, name: '' }, heedNothing);
  const addition = site && (await additionAt(code, site, heedNothing));
  const gain = addition && (await usedAs(code, addition, null, heedNothing));
  return gain && { ...gain, code };
}

/** The name of what is added to. */
async function gaining(
  t: TestContext,
  file: string,
  text: string,
  mark?: string,
): Promise<string | undefined> {
  return (await gainAt(t, file, text, mark))?.container.name;
}

function linesOf(addition: Addition | null): readonly number[] {
  return addition === null ? [] : gainLines(addition).map(({ line }) => line);
}

const go = `package p
var m = map[string]*item{}
var n = map[string]*item{}
`;

test('a site is a line in a function of a file that can be read', async t => {
  const code = packageOf(t, { 'a.go': 'package p\nfunc f() {\n}\n', 'b.js': 'f(() => {\n});' });
  const name = async (file: string, line: number) =>
    (await siteOf(code, { file, line, name: '' }, heedNothing))?.fn.name;
  assert.equal(await name('a.go', 3), 'f');
  assert.equal(await name('a.go', 1), undefined);
  assert.equal(await name('c.go', 3), undefined);
  assert.equal(await name('b.js', 2), '');
  assert.equal(await siteOf(code, null, heedNothing), null);
});

test('a line adds what its statement adds, and what was made on it', async t => {
  const text = `${go}func f(k string) {
	a := &item{} // MADE
	use(a) // BETWEEN
	m[k] = a
	n[k] = &item{
		name: k, // WITHIN
	}
}
`;
  const gain = await gainAt(t, 'a.go', text, 'MADE');
  assert.equal(gain?.container.name, 'm');
  assert.deepEqual(linesOf(gain), [7, 5]);
  assert.equal(await gaining(t, 'a.go', text, 'BETWEEN'), undefined);
  const within = await gainAt(t, 'a.go', text, 'WITHIN');
  assert.equal(within?.container.name, 'n');
  assert.deepEqual(linesOf(within), [8]);
});

test('of statements inside of one another the innermost counts, and two containers are none', async t => {
  const text = `${go}func f(k string) {
	n[k] = do(func() {
		m[k] = nil // INNER
	}) // OUTER
	n[k], m[k] = a, b // BOTH
}
`;
  assert.equal(await gaining(t, 'a.go', text, 'INNER'), 'm');
  assert.equal(await gaining(t, 'a.go', text, 'OUTER'), 'n');
  assert.equal(await gaining(t, 'a.go', text, 'BOTH'), undefined);
});

test('what the line itself adds to counts before what gets the value elsewhere, where two are none', async t => {
  const text = `const m = new Map(), n = new Map();
function f(k) {
  const made = remember(make(k), m.set(k, 1)); // LINE
  n.set(k, made);
}
function g(k) {
  const made = make(k); // ELSEWHERE
  if (k.isHot) m.set(k, made);
  else n.set(k, made);
}
`;
  assert.equal(await gaining(t, 'a.ts', text, 'LINE'), 'm');
  assert.equal(await gaining(t, 'a.ts', text, 'ELSEWHERE'), undefined);
});

test('to ask a local map for something puts nothing into what has the map', async t => {
  // The snippet is that of Tomcat's `StringManager`.
  const text = `class StringManager {
  private static final Map<String, Map<Locale, StringManager>> managers = new HashMap<>();
  static StringManager of(String name, Locale locale) {
    Map<Locale, StringManager> map = new LinkedHashMap<>(); // MADE
    managers.put(name, map);
    StringManager found = map.get(locale); // ASKED
    return found;
  }
}
`;
  assert.equal(await gaining(t, 'StringManager.java', text, 'MADE'), 'managers');
  assert.equal(await gaining(t, 'StringManager.java', text, 'ASKED'), undefined);
});

test('what takes away is no addition, though it is written like one', async t => {
  const text = (value: string) => `const m = {};\nfunction f(k) { m[k] = ${value}; }`;
  assert.equal(await gaining(t, 'a.js', text('k'), 'function f'), 'm');
  assert.equal(await gaining(t, 'a.js', text('undefined'), 'function f'), undefined);
});

test('in JavaScript, the line of a function stands for all that it adds', async t => {
  const text =
    'const m = new Map(), n = [];\nfunction f(k) {\n  if (k) {\n    m.set(k.id, 1);\n  }\n  k.on(\n    x => n.push(x),\n  );\n}\n';
  const gain = await gainAt(t, 'a.js', text, 'function f');
  assert.equal(gain?.container.name, 'm');
  assert.deepEqual(linesOf(gain), [4]);
  assert.equal(await gaining(t, 'a.js', text, 'x =>'), 'n', 'a function within has its own line');
});

test('uses are known with the gain, a first value in what was just made as one', async t => {
  const text = `package p
type c struct { m map[string]int }
func make() *c {
	x := &c{}
	x.m = load()
	return x
}
func (x *c) add(k string) { x.m[k] = 1 } // HERE
func (x *c) clear() { x.m = nil }
`;
  const gain = await gainAt(t, 'a.go', text);
  assert.deepEqual(
    gain?.uses.map(({ role, line }) => [role, line]),
    [
      ['initial', 5],
      ['added', 8],
      ['replaced', 9],
    ],
  );
});

test('what is measured, keyed by few values, just made or filled once is bounded', async t => {
  const js = (statement: string, more = '') =>
    gainAt(t, 'a.js', `const m = new Map();\n${statement}\n${more}`).then(
      gain => gain && isBounded(gain.code, gain, heedNothing),
    );
  assert.equal(await js('function f(k) { m.set(k, 1); } // HERE'), false);
  assert.equal(await js('function f(k) { m.set(k, 1); } // HERE', 'if (m.size > 9) stop();'), true);
  assert.equal(await js("function f(k) { m.set('a', k); } // HERE"), true);
  assert.equal(await js(['function f(k) { m.set(`a$', '{k}`, k); } // HERE'].join('')), false);
  assert.equal(await js('function f(type) { m.set(type, 1); } // HERE'), true);
  assert.equal(await js('function setup(k) { m.set(k, 1); } // HERE'), true);
  const fields =
    'class C {\n  m = new Map();\n  constructor(k) { this.m.set(k, 1); } // MADE\n  f(k) { this.m.set(k, 1); } // HERE\n}';
  for (const [mark, bounded] of [
    ['MADE', true],
    ['HERE', false],
  ] as const) {
    const gain = await gainAt(t, 'a.js', fields, mark);
    assert.equal(gain && (await isBounded(gain.code, gain, heedNothing)), bounded, mark);
  }
  const few = await gainAt(
    t,
    'a.go',
    'package p\nvar m = map[bool]int{}\nfunc f(k bool) { m[k] = 1 } // HERE',
  );
  assert.equal(few && (await isBounded(few.code, few, heedNothing)), true);
  const made =
    'package p\ntype c struct { m map[string]int }\nfunc f(k string) *c { x := &c{}; x.m[k] = 1; return x } // HERE';
  const fresh = await gainAt(t, 'a.go', made);
  assert.equal(fresh && (await isBounded(fresh.code, fresh, heedNothing)), true);
});

test('another package may take from what is exported, but none from a program', async t => {
  const exported = async (name: string, pkg: string) => {
    const text = `package ${pkg}\nvar ${name} = map[string]int{}\nfunc f(k string) { ${name}[k] = 1 } // HERE`;
    const gain = await gainAt(t, 'a.go', text);
    return gain && isExported(gain);
  };
  assert.equal(await exported('Seen', 'p'), true);
  assert.equal(await exported('seen', 'p'), false);
  assert.equal(await exported('Seen', 'main'), false);
});

test('a method that overwrites its object takes all that it has', async t => {
  const reset = async (body: string) => {
    const text = `package p
type c struct { m map[string]int }
func (x *c) add(k string) { x.m[k] = 1 } // HERE
func (x *${body} }
`;
    const gain = await gainAt(t, 'a.go', text);
    return gain && isOwnerReset(gain);
  };
  assert.equal(await reset('c) reset() { *x = c{}'), true);
  assert.equal(await reset('d) reset() { *x = d{}'), false);
});
