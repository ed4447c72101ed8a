import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const leaky = `package shop

var (
	mu   sync.Mutex
	seen = map[string]bool{}
	log  []string
)

var byName sync.Map

func mark(id string) {
	seen[id] = true // map
	log = append(log, id) // slice
	byName.LoadOrStore(id, 1) // sync
}
`;

test('package-level containers that are only added to', async () => {
  const hint = await hintAt(leaky, '// map');
  assert.equal(hint?.rule, 'onlyFilled');
  assert.match(
    hint?.text ?? '',
    /^`seen` gains keys here: .* It is a package-level variable and lives as long as the process\. How much .* do not tell\. Looked at: package shop, 1 file\.$/,
  );
  assert.deepEqual(hint?.lines, [
    { file: 'a.go', line: 12 },
    { file: 'a.go', line: 5 },
  ]);
  assert.match((await hintAt(leaky, '// slice'))?.text ?? '', /^`log` gains elements/);
  assert.match((await hintAt(leaky, '// sync'))?.text ?? '', /^`byName` gains keys/);
});

test('fixed: each loses or is bounded somewhere', async () => {
  const fixed = `${leaky}
func forget() {
	delete(seen, "")
	old, log = log, nil
	byName.Range(func(k, _ any) bool { byName.Delete(k); return true })
}
`;
  for (const mark of ['// map', '// slice', '// sync']) assert.equal(await hintAt(fixed, mark), null, mark);
});

test('a map of a type that has a name is one, unless a method of it may take from it', async () => {
  const table = (more: string, key = 'string'): string => `package shop

type table map[${key}]*entry

type Shop struct {
	mu      sync.Mutex
	entries table
}

func (s *Shop) mark(id ${key}) {
	s.entries[id] = &entry{} // here
}
${more}`;
  assert.match((await hintAt(table(''), '// here'))?.text ?? '', /^`s\.entries` gains keys here/);
  const silent = [
    'func (s *Shop) forget(id string) { delete(s.entries, id) }',
    'func (t table) drop(id string) { delete(t, id) }\n\nfunc (s *Shop) forget(id string) { s.entries.drop(id) }',
    'func (s *Shop) all() table { return s.entries }',
    'func (s *Shop) reset() { s.entries = table{} }',
  ];
  for (const more of silent) assert.equal(await hintAt(table(more), '// here'), null, more);
  assert.equal(await hintAt(table('', 'reflect.Type'), '// here'), null);
  const nested = table('')
    .replace('entries table', 'entries map[int]table')
    .replace('s.entries[id]', 's.entries[0][id]');
  assert.match((await hintAt(nested, '// here'))?.text ?? '', /^`s\.entries` gains keys here/);
  assert.equal(
    await hintAt(`${nested}\nfunc (s *Shop) forget(id string) { delete(s.entries[0], id) }`, '// here'),
    null,
  );
});

test('a local variable of the same name is another', async () => {
  const shadowed = leaky.replace('func mark(id string) {', 'func mark(id string, seen map[string]bool) {');
  assert.equal(await hintAt(shadowed, '// map'), null);
  const elsewhere = `${leaky}\nfunc other() {\n\tseen := map[string]bool{}\n\tdelete(seen, "")\n}\n`;
  assert.equal((await hintAt(elsewhere, '// map'))?.rule, 'onlyFilled');
});

test('registering and types as keys are bounded by the program', async () => {
  assert.equal(await hintAt(leaky.replace('func mark', 'func Register'), '// map'), null);
  const typed = leaky.replace('id string', 'id reflect.Type');
  assert.equal(await hintAt(typed, '// sync'), null);
});
