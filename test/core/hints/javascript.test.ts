import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const kept = { file: 'a.ts', retained: 0.9 };

async function ruleOf(text: string, options: Parameters<typeof hintAt>[2] = kept): Promise<string | null> {
  return (await hintAt(text, '// here', options))?.rule ?? null;
}

/** A module that adds in `add`, with more of it. */
const module = (declared: string, adds: string, more = ''): string =>
  `${declared}\nexport function add(id, value) {\n  ${adds} // here\n}\n${more}\n`;

test('what gains, and how it is added to', async () => {
  const all: readonly (readonly [string, string])[] = [
    ['const seen = new Map();', 'seen.set(id, value);'],
    ['const seen = new Map<string, number>() as Map<string, number>;', 'seen.set(id, value);'],
    ['let seen: Map<string, number>; seen ??= new Map();', 'seen.set(id, value);'],
    ['const seen = new Set();', 'seen.add(id);'],
    ['const seen = [];', 'seen.push(value);'],
    ['const seen: string[] = [];', 'seen!.push(value);'],
    ['const seen = [];', 'seen.unshift(value);'],
    ['const seen = [];', 'seen.splice(1, 0, value);'],
    ['let seen = [];', 'seen = [...seen, value];'],
    ['let seen = [];', 'seen = seen.concat(value);'],
    ['const seen = {};', 'seen[id] = value;'],
    ['const seen = {} satisfies Record<string, number>;', 'seen[id] ??= value;'],
    ['const seen = Object.create(null);', 'seen[id] = value;'],
    ['let seen = {};', 'seen = { ...seen, [id]: value };'],
    ['const state = { seen: new Map(), on: true };', 'state.seen.set(id, value);'],
    ['class Store { static seen = new Map(); }', 'Store.seen.set(id, value);'],
    ['function Store() {}\nStore.seen = [];', 'Store.seen.push(value);'],
    ['const seen = new Map();', 'const { size } = value; const all = seen; all.set(id, size);'],
  ];
  for (const [declared, adds] of all) {
    assert.equal(await ruleOf(module(declared, adds)), 'onlyFilled', `${declared} ${adds}`);
  }
});

test('what does not take from it', async () => {
  const reads = [
    'for (const [k, v] of seen) console.log(k, v);',
    'if (seen.size > 0) console.log(seen.size);',
    'const names = [...seen.keys()].map(String);',
    'seen?.get(id);',
    'const { seen } = other;',
    'JSON.stringify(seen);',
    'return { seen: 1, count: seen.size };',
    'other.seen.delete(id);',
  ];
  for (const read of reads) {
    const text = module(
      'const seen = new Map();',
      'seen.set(id, value);',
      `function look(other) { ${read} }`,
    );
    assert.equal(await ruleOf(text), 'onlyFilled', read);
  }
});

test('silent about what loses, is bounded, weak, exported or handed on', async () => {
  const all: readonly (readonly [string, string, string?])[] = [
    ['const seen = new WeakMap();', 'seen.set(value, id);'],
    ['const seen = new Map();', "seen.set('one', value);"],
    ['const seen = new Map();', 'seen.set(MAX, value);'],
    ['const seen = new Map();', 'seen.set(value.type, value);'],
    ['const seen = new Map<boolean, string>();', 'seen.set(id, value);'],
    ['const seen = [];', 'seen[id % 10] = value;'],
    ['export const seen = new Map();', 'seen.set(id, value);'],
    ['const seen = new Map();', 'seen.set(id, value);', 'export { seen };'],
    ['const seen = new Map();', 'seen.set(id, value);', 'module.exports = { seen };'],
    ['const seen = new Map();', 'seen.set(id, value);', 'function f() { const all = seen; all.clear(); }'],
    ['const seen = new Map();', 'seen.set(id, value);', 'function f() { trim(seen.size); }'],
    ['let seen = [];', 'seen.push(value);', 'function f() { seen = seen.slice(-9); }'],
    ['const seen = [];', 'seen.push(value);', 'function f() { while (seen.length > 99) seen.shift(); }'],
    ['const seen = {};', 'seen[id] = value;', 'function f(id) { delete seen[id]; }'],
    ['const seen = {};', 'seen[id] = value;', 'if (Object.keys(seen).length > 100) throw new Error();'],
    ['const state = { seen: new Map() };', 'state.seen.set(id, value);', 'function f(s) { s.seen.clear(); }'],
  ];
  for (const [declared, adds, more] of all) {
    const hint = await hintAt(module(declared, adds, more), '// here', { file: 'a.ts' });
    assert.equal(hint?.text ?? null, null, `${declared} ${adds} ${more}`);
  }
});

test('the fields of a class', async () => {
  const cls = (field: string, adds: string, more = '') =>
    `class Store {\n  ${field}\n  add(id, value) {\n    ${adds} // here\n  }\n  ${more}\n}\nconst store = new Store();\n`;
  const all: readonly (readonly [string, string, string?])[] = [
    ['#seen = new Map();', 'this.#seen.set(id, value);'],
    ['private readonly seen: Map<string, number> = new Map();', 'this.seen.set(id, value);'],
    ['declare seen: string[];', '(this.seen as any).push(value);'],
    ['seen: Record<string, number> = {};', 'this.seen[id] = value;'],
    ['seen!: Map<string, number>;', 'this.seen?.set(id, value);', 'constructor() { this.seen = new Map(); }'],
  ];
  for (const [field, adds, more] of all)
    assert.equal(await ruleOf(cls(field, adds, more)), 'onlyFilled', field);
  const fixes = [
    'drop(id) { this.seen.delete(id); }',
    'drop(id) { const { seen } = this; seen.delete(id); }',
    'drop(id) { const { seen: all } = this; all.delete(id); }',
    'reset() { this.seen = new Map(); }',
    'all() { return this.seen; }',
  ];
  for (const fix of fixes) {
    const text = cls('seen = new Map();', 'this.seen.set(id, value);', fix);
    assert.equal(await ruleOf(text, { file: 'a.ts' }), null, fix);
  }
  assert.equal(
    await ruleOf(cls('seen = [];', '1;', 'constructor(a) { this.seen.push(a); /* // here */ }')),
    null,
  );
});

test('what constructors of old gave an object', async () => {
  const text = `function Cache() {\n  this.seen = {};\n}\nCache.prototype.put = function (id, value) {\n  this.seen[id] = value; // here\n};\n`;
  assert.equal(await ruleOf(text, { file: 'a.js' }), 'onlyFilled');
  const fixed = `${text}Cache.prototype.drop = function (id) {\n  delete this.seen[id];\n};\n`;
  assert.equal(await ruleOf(fixed, { file: 'a.js' }), null);
});

test('intervals', async () => {
  const told = [
    'function poll(f) {\n  setInterval(f, 10); // here\n}',
    'function poll(f) {\n  setInterval(f, 10).unref(); // here\n}',
    'function poll(f) {\n  const timer = setInterval(f, 10); // here\n  timer.unref();\n}',
    'class Poll {\n  go(f) {\n    this.timer = setInterval(f, 10); // here\n  }\n}',
    'let timer;\nfunction poll(f) {\n  timer = setInterval(f, 10); // here\n}',
  ];
  for (const text of told) assert.equal(await ruleOf(text), 'intervalNeverCleared', text);
  const silent = [
    'setInterval(() => 1, 10); // here',
    'function start(f) {\n  setInterval(f, 10); // here\n}',
    'function poll(f) {\n  return setInterval(f, 10); // here\n}',
    'function poll(f) {\n  const stop = () => clearInterval(timer);\n  const timer = setInterval(f, 10); // here\n  return stop;\n}',
    'class Poll {\n  go(f) {\n    this.timer = setInterval(f, 10); // here\n  }\n  end() { clearInterval(this.timer); }\n}',
    'let timer;\nfunction poll(f) {\n  if (!timer) timer = setInterval(f, 10); // here\n}',
    'class Poll {\n  constructor(f) {\n    setInterval(f, 10); // here\n  }\n}\nconst poll = new Poll();',
  ];
  for (const text of silent) assert.equal(await ruleOf(text), null, text);
});

test('listeners', async () => {
  const listens = (call: string, more = '') =>
    `import process from 'node:process';\nfunction attach(r) {\n  ${call} // here\n}\n${more}`;
  for (const call of [
    "process.on('exit', () => r.end());",
    "process.addListener('exit', r.end);",
    "window.addEventListener('resize', () => r.end());",
    "document.addEventListener('click', r.end.bind(r), { passive: true });",
  ]) {
    assert.equal(await ruleOf(listens(call)), 'listenerOnlyAdded', call);
  }
  for (const [call, more] of [
    ["window.addEventListener('resize', r.end);", ''],
    ["window.addEventListener('resize', () => r.end(), { once: true });", ''],
    ["window.addEventListener('resize', () => r.end(), { signal: r.signal });", ''],
    ["process.once('exit', () => r.end());", ''],
    ["process.on('exit', r.end);", "function detach(r) { process.off('exit', r.end); }"],
    ["process.on('exit', r.end);", 'attach(1);'],
    ["r.on('exit', () => r.end());", ''],
  ] as const) {
    assert.equal(await ruleOf(listens(call, more), { file: 'a.ts' }), null, call);
  }
});

test('what is made on one line and pushed on another, as profiles with lines have it', async () => {
  const text = `class Log {
  items = [];
  add(x) {
    const entry = { x }; // made
    this.items.push(entry);
  }
}
module.exports = new Log();
`;
  const hint = await hintAt(text, '// made', { file: 'log.js' });
  assert.match(hint?.text ?? '', /^`this\.items` gains elements at line 5, with what is allocated here: /);
});
