import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const file = 'a.js';

async function ruleOf(text: string, retained: number | null): Promise<string | null> {
  return (await hintAt(text, '// here', { file, retained }))?.rule ?? null;
}

const memo = `function memoize(load) {
  const known = new Map();
  return function (id) {
    known.set(id, load(id)); // here
    return known.get(id);
  };
}
`;

test('a local that a function keeps which outlives the call', async () => {
  assert.equal(await ruleOf(memo, 0.9), 'onlyFilled');
  assert.equal(await ruleOf(memo, null), null, 'nothing shows that it is kept');
  assert.equal(
    await ruleOf(`${memo}const get = memoize(fetch);\n`, null),
    'onlyFilled',
    'the module keeps it',
  );
  assert.equal(
    await ruleOf(memo.replace('  return function', '  each(function').replace('  };', '  });'), 0.9),
    null,
  );
  assert.equal(await ruleOf(memo.replace('return known', 'known.clear(); return known'), 0.9), null);
});

test('a local that is filled again and again', async () => {
  const text = (call: string) =>
    `function watch(app, stream) {\n  const all = [];\n  ${call}\n    all.push(x); // here\n  });\n}\n`;
  assert.equal(await ruleOf(text('setInterval(x => {'), 0.9), 'onlyFilled');
  assert.equal(await ruleOf(text("app.get('/a', x => {"), 0.9), 'onlyFilled');
  assert.equal(await ruleOf(text("stream.on('data', x => {"), 0.9), null, 'a stream ends');
});

test('a local of the function around a module', async () => {
  const text =
    '(function () {\n  var seen = {};\n  function put(id) {\n    seen[id] = 1; // here\n  }\n})();\n';
  assert.equal(await ruleOf(text, null), 'onlyFilled');
});

test('what runs once does not grow, what it is called back for does', async () => {
  const text = (body: string) => `const seen = new Map();\nfunction setup(app, all) {\n  ${body}\n}\n`;
  assert.equal(await ruleOf(text('seen.set(app.id, 1); // here'), 0.9), null);
  assert.equal(await ruleOf(text('all.forEach(x => seen.set(x, 1)); // here'), 0.9), null);
  assert.equal(await ruleOf(text("app.on('request', x => seen.set(x.id, 1)); // here"), 0.9), 'onlyFilled');
});

test('objects of a class live long when a module keeps one, or by their name', async () => {
  const text = (name: string) =>
    `class ${name} {\n  seen = [];\n  put(x) {\n    this.seen.push(x); // here\n  }\n}\n`;
  assert.equal(await ruleOf(text('Parse'), 0.9), null);
  assert.equal(await ruleOf(text('Registry'), null), 'onlyFilled');
  assert.equal(await ruleOf(`${text('Parse')}module.exports = new Parse();\n`, null), 'onlyFilled');
});
