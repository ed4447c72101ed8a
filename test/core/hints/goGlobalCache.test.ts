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

test('package-level containers that are only added to', () => {
  const hint = hintAt(leaky, '// map');
  assert.equal(hint?.rule, 'goGlobalCache');
  assert.match(
    hint?.text ?? '',
    /^`seen` is a package-level variable .* gains keys here; nothing in package shop removes/,
  );
  assert.deepEqual(hint?.lines, [
    { file: 'a.go', line: 12 },
    { file: 'a.go', line: 5 },
  ]);
  assert.match(hintAt(leaky, '// slice')?.text ?? '', /^`log` .* gains elements/);
  assert.match(hintAt(leaky, '// sync')?.text ?? '', /^`byName` .* gains keys/);
});

test('fixed: each loses or is bounded somewhere', () => {
  const fixed = `${leaky}
func forget() {
	delete(seen, "")
	old, log = log, nil
	byName.Range(func(k, _ any) bool { byName.Delete(k); return true })
}
`;
  for (const mark of ['// map', '// slice', '// sync']) assert.equal(hintAt(fixed, mark), null, mark);
});

test('a local variable of the same name is another', () => {
  const shadowed = leaky.replace('func mark(id string) {', 'func mark(id string, seen map[string]bool) {');
  assert.equal(hintAt(shadowed, '// map'), null);
  const elsewhere = `${leaky}\nfunc other() {\n\tseen := map[string]bool{}\n\tdelete(seen, "")\n}\n`;
  assert.equal(hintAt(elsewhere, '// map')?.rule, 'goGlobalCache');
});

test('registering and types as keys are bounded by the program', () => {
  assert.equal(hintAt(leaky.replace('func mark', 'func Register'), '// map'), null);
  const typed = leaky.replace('id string', 'id reflect.Type');
  assert.equal(hintAt(typed, '// sync'), null);
});
