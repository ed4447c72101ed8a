import assert from 'node:assert/strict';
import test from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';
import { PackageCode } from '../../../src/core/hints/packageCode.ts';
import { syntax } from '../code/parser.ts';
import { hintAt } from './hintAt.ts';

const leaky = 'package p\nvar seen = map[string]bool{}\nfunc f(id string) {\n\tseen[id] = true // here\n}\n';

test('a working set has no hint, whatever the source looks like', async () => {
  assert.equal(await hintAt(leaky, '// here', { retained: 0.3 }), null);
  assert.equal((await hintAt(leaky, '// here', { retained: 0.51 }))?.rule, 'onlyFilled');
  assert.equal((await hintAt(leaky, '// here', { retained: null }))?.rule, 'onlyFilled');
});

test('what the stack tells is said where the source does not say more', async () => {
  const stack = [
    'context.(*cancelCtx).propagateCancel',
    'context.withCancel',
    'context.WithCancel',
    'api.load',
  ];
  const load = (left: string, then: string): string =>
    `package api\nfunc (s *S) load() int {\n\t${left} := context.WithCancel(s.root) // here\n\t${then}\n\treturn ask(ctx)\n}\n`;
  assert.equal((await hintAt(load('ctx, _', ''), '// here', { stack }))?.rule, 'neverReleased');
  assert.equal(
    (await hintAt(load('ctx, cancel', 'keep(cancel)'), '// here', { stack }))?.rule,
    'contextsPileUp',
  );
});

/** A hub that keeps when sessions typed, and what rooms have said. */
const hub = (more = '') => `package p
type Hub struct { mu sync.Mutex; typed map[string]int; room *Room }
type Room struct { mu sync.Mutex; history []string; drafts map[string]string }
func (h *Hub) typing(id string) { h.typed[id] = 1 } // map
func (r *Room) say(text string) { r.history = append(r.history, text) } // list
${more}`;

test('of what grows by being copied less than half stays: of a map half, of a list a fifth', async () => {
  const copied =
    /48 % is still there\. What grows is copied as it does, and what it was copied from is freed\./;
  const hint = await hintAt(hub(), '// map', { retained: 0.48 });
  assert.equal(hint?.rule, 'onlyFilled');
  assert.match(hint?.text ?? '', copied);
  assert.doesNotMatch((await hintAt(hub(), '// map', { retained: 0.9 }))?.text ?? '', /copied/);
  assert.equal((await hintAt(hub(), '// list', { retained: 0.2 }))?.rule, 'onlyFilled');
  assert.equal(await hintAt(hub(), '// map', { retained: 0.2 }), null);
  assert.equal(await hintAt(hub(), '// list', { retained: 0.1 }), null);
});

test('that is said of nothing that is not copied', async () => {
  const synced = `package p
type Hub struct { typed sync.Map }
func (h *Hub) typing(id string) { h.typed.Store(id, 1) } // here
`;
  const java = `class Hub {
  static final List<String> said = new LinkedList<>();
  void say(String text) {
    said.add(text); // here
  }
}
`;
  const at = async (retained: number) => [
    (await hintAt(synced, '// here', { retained }))?.rule,
    (await hintAt(java, '// here', { file: 'Hub.java', retained }))?.rule,
  ];
  assert.deepEqual(await at(0.9), ['onlyFilled', 'onlyFilled']);
  assert.deepEqual(await at(0.48), [undefined, undefined]);
});

test('that is said of nothing that shrinks, is kept by a caller, or lives long only as the profiles show', async () => {
  const shrinks = 'func (h *Hub) quiet(id string) { delete(h.typed, id) }\n';
  assert.equal(await hintAt(hub(shrinks), '// map', { retained: 0.48 }), null);
  const draft = `func (r *Room) draft(id string) { r.drafts[id] = newText() }
func newText() string { return strings.Repeat("x", n) } // allocates
`;
  const callers = [{ name: 'p.(*Room).draft', file: 'a.go', line: 6 }];
  const at = (retained: number) => hintAt(hub(draft), '// allocates', { callers, retained });
  assert.deepEqual([(await at(0.9))?.rule, await at(0.48)], ['onlyFilled', null]);
  const brief = `type parser struct { names map[string]int }
func (p *parser) name(id string) { p.names[id] = 1 } // brief
`;
  assert.equal(await hintAt(hub(brief), '// brief', { retained: 0.48 }), null);
});

test('what cannot be read has no hint', async () => {
  assert.equal(await hintAt(leaky, '// here', { file: 'a.rb' }), null);
  assert.equal(await hintAt(leaky, 'package p'), null);
  const code = new PackageCode(syntax, new Map([['a.go', leaky]]));
  const input = { kind: 'memory', callers: [], stack: [], retained: null, references: null } as const;
  for (const site of [null, { file: 'b.go', line: 4, name: '' }, { file: 'a.go', line: 99, name: '' }]) {
    assert.equal(await explainLeak(code, { ...input, site }, heedNothing), null);
  }
  code.dispose();
});

test('of what is no memory nothing is said to be kept, but what waits for ever is told', async () => {
  const text = `package main

var seen = map[int]bool{}

func handle(ids chan int) {
	seen[<-ids] = true // adds
}

func ask() error {
	done := make(chan error)
	go func() {
		done <- work() // sends
	}()
	if isStopped() {
		return nil
	}
	return <-done
}
`;
  const rules = async (kind: 'memory' | 'leakedGoroutines' | 'time') => [
    (await hintAt(text, '// adds', { kind }))?.rule,
    (await hintAt(text, '// sends', { kind }))?.rule,
  ];
  assert.deepEqual(await rules('memory'), ['onlyFilled', 'goroutineBlocked']);
  assert.deepEqual(await rules('leakedGoroutines'), [undefined, 'goroutineBlocked']);
  assert.deepEqual(await rules('time'), [undefined, 'goroutineBlocked']);
});
