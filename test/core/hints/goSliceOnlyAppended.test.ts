import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const leaky = `package shop
type server struct {
	mu    sync.Mutex
	audit []record
}
func (s *server) note(r record) {
	s.audit = append(s.audit, r) // grows
}
func (s *server) last() record { return s.audit[len(s.audit)-1] }
`;

test('a slice that is only appended to', async () => {
  const hint = await hintAt(leaky, '// grows');
  assert.equal(hint?.rule, 'onlyFilled');
  assert.match(hint?.text ?? '', /^`s\.audit` gains elements here: it is added to at one place/);
});

test('fixed: shortened, replaced, bounded, pooled', async () => {
  const fixes = [
    's.audit = s.audit[1:]',
    's.audit = nil',
    's.audit = append(s.audit[:0], s.audit[1:]...)',
    's.audit, n = nil, 0',
    'if len(s.audit) > 100 { return }',
    'trim(&s.audit)',
    's.audit[0] = nil',
    '*s = server{}',
  ];
  for (const fix of fixes)
    assert.equal(await hintAt(`${leaky}func (s *server) fix() {\n\t${fix}\n}\n`, '// grows'), null, fix);
});

test('an append to something else keeps nothing here', async () => {
  assert.equal(
    await hintAt(leaky.replace('s.audit = append(s.audit, r)', 'x := append(s.audit, r)\n_ = x'), '// grows'),
    null,
  );
});

test('what a slice has at an index is another slice: the outer one does not gain what that does', async () => {
  const leaky = `package shop

type keyIterator struct {
	mu     sync.Mutex
	i      int
	blocks [][]block
}

func (k *keyIterator) encode(n int) {
	k.blocks = append(k.blocks, nil) // outer
	k.blocks[n] = append(k.blocks[n], block{}) // inner
}

func (k *keyIterator) next() {
	k.blocks[k.i] = k.blocks[k.i][1:]
}
`;
  assert.equal((await hintAt(leaky, '// outer'))?.rule, 'onlyFilled');
  assert.equal(await hintAt(leaky, '// inner'), null);
});
