import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const leaky = `package p

type registry struct {
	mu    sync.Mutex
	rooms map[string]map[string]*user
	lists map[string][]*user
}

func (r *registry) join(room string, u *user) {
	if r.rooms[room] == nil {
		r.rooms[room] = map[string]*user{}
	}
	r.rooms[room][u.name] = u // inner
	r.lists[room] = append(r.lists[room], u) // list
	for _, users := range r.rooms {
		println(len(users))
	}
}
`;
const rest = (body: string): string =>
  `${leaky}\nfunc (r *registry) rest(room string, u *user) {\n${body}\n}\n`;

test('a map in a map that is only added to', async () => {
  assert.equal((await hintAt(leaky, '// inner'))?.rule, 'onlyFilled');
  for (const body of [
    '\tdelete(r.rooms, room)',
    '\tdelete(r.rooms[room], u.name)',
    '\tusers := r.rooms[room]\n\tdelete(users, u.name)',
    '\tusers, ok := r.rooms[room]\n\tdelete(users, u.name)',
    '\tfor _, users := range r.rooms {\n\t\tdelete(users, u.name)\n\t}',
    '\tmaps.DeleteFunc(r.rooms[room], old)',
    '\tif len(r.rooms[room]) > 99 {\n\t\tpanic("full")\n\t}',
    '\tn := len(r.rooms)\n\tcheck(n)',
    '\tprune(r.rooms)',
  ]) {
    assert.equal(await hintAt(rest(body), '// inner'), null, body);
  }
  assert.equal((await hintAt(rest('\tu = r.rooms[room][u.name]'), '// inner'))?.rule, 'onlyFilled');
});

test('a slice in a map that is only added to', async () => {
  assert.equal((await hintAt(leaky, '// list'))?.rule, 'onlyFilled');
  for (const body of [
    '\tl := r.lists[room]\n\tr.lists[room] = append(l[:1], l[2:]...)',
    '\tr.lists[room] = slices.Delete(r.lists[room], 0, 1)',
    '\tr.lists[room] = r.lists[room][1:]',
    '\tvar kept []*user\n\tfor _, each := range r.lists[room] {\n\t\tif each != u {\n\t\t\tkept = append(kept, each)\n\t\t}\n\t}\n\tr.lists[room] = kept',
    '\tdelete(r.lists, room)',
  ]) {
    assert.equal(await hintAt(rest(body), '// list'), null, body);
  }
});

test('what an embedded struct holds, and an object that was just made', async () => {
  const text = `${leaky}
type hub struct {
	*registry
}
func (h *hub) put(u *user) {
	h.lists[u.name] = append(h.lists[u.name], u) // embedded
}
func newRegistry(users []*user) *registry {
	r := &registry{lists: map[string][]*user{}}
	for _, u := range users {
		r.lists[u.name] = append(r.lists[u.name], u) // made
	}
	return r
}
`;
  assert.equal((await hintAt(text, '// embedded'))?.rule, 'onlyFilled');
  assert.equal(await hintAt(text, '// made'), null);
});

test('an object that may live shortly, whatever the profile shows', async () => {
  const parser = leaky.replaceAll('registry', 'parser').replace('mu    sync.Mutex', 'mu    int');
  assert.equal(await hintAt(parser, '// inner', { retained: 1 }), null);
  const held = `${parser}\ntype server struct {\n\tp *parser\n}\n`;
  assert.equal((await hintAt(held, '// inner', { retained: 1 }))?.rule, 'onlyFilled');
});
