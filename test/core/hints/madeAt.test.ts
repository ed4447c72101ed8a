import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { isMadeAt } from '../../../src/core/hints/madeAt.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';
import { nodeIn, sourceOf } from './packageOf.ts';

/** The lines of a function from which something of what is `kept(…)` in it comes. */
async function linesOf(t: TestContext, file: string, text: string, expression = 'entry'): Promise<number[]> {
  const { source } = await sourceOf(t, file, text);
  const node = nodeIn(source, `kept(${expression})`, expression);
  return text.split('\n').flatMap((_, i) => (isMadeAt(source, node, i + 1) ? [i + 1] : []));
}

test('what is kept comes from the line that makes it, and from those that put more into it', async t => {
  const go = `package p

func (r *registry) with(labels map[string]string) {
	copied := make(map[string]string)
	for k, v := range labels {
		copied[k] = v
	}
	var entry *counter
	entry = &counter{labels: copied, value: 1}
	r.log(labels)
	r.kept(entry)
}
`;
  assert.deepEqual(await linesOf(t, 'a.go', go), [4, 6, 8, 9]);
});

test('it is followed through literals and constructors, in each language', async t => {
  const ts = `function keep(labels: string[]) {
  const copied: string[] = [];
  copied.push('x');
  const entry = { labels: [copied], value: 0 };
  kept(entry);
}
`;
  const python = `def keep(labels):
    copied = {}
    copied["x"] = labels
    entry = {"labels": (copied,)}
    kept(entry)
`;
  const java = `class A {
  void keep(String name) {
    List<String> copied = new ArrayList<>();
    copied.add(name);
    Entry entry = new Entry(copied);
    kept(entry);
  }
}
`;
  const rust = `fn keep(name: String) {
    let mut copied = Vec::new();
    copied.push(name);
    let entry = Entry { labels: copied };
    kept(entry);
}
`;
  assert.deepEqual(await linesOf(t, 'a.ts', ts), [2, 3, 4]);
  assert.deepEqual(await linesOf(t, 'a.py', python), [2, 3, 4]);
  assert.deepEqual(await linesOf(t, 'A.java', java), [3, 4, 5]);
  assert.deepEqual(await linesOf(t, 'a.rs', rust), [2, 3, 4]);
});

test('it is not followed through calls, what only looks at it, and another name like it', async t => {
  const go = `package p

func (r *registry) with(name string) {
	body := read(name)
	entry := parse(body)
	other := &counter{labels: entry}
	if name != "" {
		entry := 1
		use(entry)
	}
	use(other)
	r.kept(entry)
}
`;
  assert.deepEqual(await linesOf(t, 'a.go', go), [5]);
});

test('what is written where it is kept is looked into', async t => {
  const go = `package p

func (r *registry) with(name string) {
	body := read(name)
	r.kept(&counter{body: body, size: len(body)})
}
`;
  assert.deepEqual(await linesOf(t, 'a.go', go, '&counter{body: body, size: len(body)}'), [4]);
});

test('names that are made of one another end', async t => {
  const python = `def keep(entry):
    other = [entry]
    entry = [other]
    kept(entry)
`;
  assert.deepEqual(await linesOf(t, 'a.py', python), [1, 2, 3]);
});

test('each name is looked at once, however many are made of it', async t => {
  const names = Array.from({ length: 60 }, (_, i) => `n${i}`);
  const made = names.map((name, i) => `    ${name} = [${names.slice(0, i).join(', ')}]`);
  const python = ['def keep(other):', ...made, '    kept(n59)', ''].join('\n');
  const { source } = await sourceOf(t, 'a.py', python);
  const node = nodeIn(source, 'kept(n59)', 'n59');
  const started = cpuTime();
  assert.ok(!isMadeAt(source, node, 1));
  const took = cpuTime() - started;
  assert.ok(took < 2_000, `${took} ms`);
});
