import assert from 'node:assert/strict';
import test from 'node:test';
import type { Hint } from '../../../src/core/hints/hint.ts';
import { type HintOptions, hintAt } from './hintAt.ts';

const go = `package main

type ledger[K comparable, V any] struct {
	mu   sync.Mutex
	seen map[K]V
}

func (l *ledger[K, V]) remember(k K, v V) {
	l.seen[k] = v // adds
}

var book = &ledger[string, *order]{seen: map[string]*order{}}

func handle(i int) {
	o := &order{id: i} // makes
	book.remember(o.id, o) // hands
}
`;

/** What is said of one line, and of which lines. */
async function said(text: string, mark: string, options: HintOptions = {}): Promise<string | null> {
  const hint = await hintAt(text, mark, { retained: 1, ...options });
  return hint && `${hint.rule}: ${hint.text.split(': ')[0] ?? ''}, ${linesOf(hint).join(' ')}`;
}

function linesOf({ lines }: Hint): number[] {
  return lines.map(({ line }) => line);
}

test('what a site makes and hands to a method that keeps it', async () => {
  const expected =
    'onlyFilled: `l.seen` gains keys in `(*ledger).remember`, which gets what is allocated here, 9';
  assert.equal(await said(go, '// makes'), expected);
  // Made where it is handed on.
  assert.equal(await said(go.replace('(o.id, o)', '(o.id, &order{id: i})'), '// hands'), expected);
  assert.equal(await said(go.replace('(o.id, o)', '(o.id, newOrder(i))'), '// hands'), expected);
  assert.equal(await said(go.replace('(o.id, o)', '(fmt.Sprint(i), nil)'), '// hands'), expected);
});

test('nothing of what is handed on from elsewhere, by a constant name, once, or to what removes', async () => {
  assert.equal(await said(go, '// hands'), null);
  const nothing = [
    go.replace('o.id, o)', '"last", o)'),
    go.replace('func handle', 'func registerAll'),
    go.replace('book.remember', 'other.remember'),
    go.replace('book.remember', 'book.forget'),
    `${go}\nfunc (l *ledger[K, V]) forget(k K) { delete(l.seen, k) }\nfunc use() { book.remember(1, 2); book.forget(1) }\n`,
  ];
  for (const text of nothing) assert.equal(await said(text, '// makes'), null, text);
});

test('nothing of parameters at the first line, nor where two containers keep it', async () => {
  const given = go
    .replace('func handle(i int) {', 'func handle(o *order) { // given')
    .replace('\to := &order{id: i} // makes\n', '');
  assert.equal(await said(given, '// given'), null);
  const two = go.replace('book.remember(o.id, o)', 'book.remember(o.id, o)\n\tshelf.keep(o)');
  const shelf =
    'type rack struct{ mu sync.Mutex; all []*order }\nfunc (r *rack) keep(o *order) { r.all = append(r.all, o) }\nvar shelf = &rack{}\n';
  assert.equal(await said(`${two}${shelf}`, '// makes'), null);
  assert.match(
    (await said(`${two.replace('book.remember', 'print')}${shelf}`, '// makes')) ?? '',
    /`r\.all` gains elements/,
  );
});

test('an object of a generic type lives long that a variable of the package is', async () => {
  assert.match((await said(go.replace('\tmu   sync.Mutex\n', ''), '// makes')) ?? '', /^onlyFilled/);
  const local = go
    .replace('var book =', 'var unused =')
    .replace('\tmu   sync.Mutex\n', '')
    .replace('i int)', 'i int, book *ledger[string, *order])');
  assert.equal(await said(local.replace('var unused = &ledger', 'var unused = &shelf'), '// makes'), null);
});

test('a removal is spoken of where it is, too', async () => {
  const text = `${go}\nfunc (l *ledger[K, V]) forget(k K) { delete(l.seen, k) }\n`;
  assert.match(
    (await hintAt(text, '// makes', { retained: 1 }))?.text ?? '',
    /taken from only in `\(\*ledger\)\.forget`/,
  );
});

test('of methods of one name, that of the type that a name is declared with', async () => {
  const other = `${go}\ntype log struct{}\n\nfunc (l *log) remember(k, v any) {}\n`;
  assert.match((await said(other, '// makes')) ?? '', /^onlyFilled/);
  // Declared twice, differently.
  const twice = `${other}\ntype shop struct{ book *log }\n`;
  assert.equal(await said(twice, '// makes'), null);
  assert.equal(await said(other.replace('= &ledger[string, *order]{', '= &log{'), '// makes'), null);
});

test('through functions that only hand it on, and no further than three', async () => {
  const more = (count: number): string => {
    const names = Array.from({ length: count }, (_, i) => `pass${i}`);
    const bodies = names.map(
      (name, i) => `func ${name}(a int, o *order) { ${names[i + 1] ?? 'book.remember'}(a, o) }\n`,
    );
    return `${go.replace('book.remember(o.id, o) // hands', 'pass0(i, o)')}${bodies.join('')}`;
  };
  assert.match((await said(more(2), '// makes')) ?? '', /in `\(\*ledger\)\.remember`/);
  assert.equal(await said(more(3), '// makes'), null);
  const around = go.replace('book.remember(o.id, o) // hands', 'again(o)');
  assert.equal(
    await said(`${around}func again(o *order) { back(o) }\nfunc back(o *order) { again(o) }\n`, '// makes'),
    null,
  );
});

test('a function with very many calls is left alone', async () => {
  const calls = (count: number): string =>
    go.replace('// makes', `// makes\n${'\tprint(1)\n'.repeat(count)}`);
  assert.match((await said(calls(499), '// makes')) ?? '', /^onlyFilled/);
  assert.equal(await said(calls(500), '// makes'), null);
});

test('a caller that gets what is made, and hands it on', async () => {
  const text = go.replace('o := &order{id: i} // makes', 'o := newOrder(i) // calls');
  const whole = `${text}\nfunc newOrder(i int) *order {\n\treturn &order{id: i} // makes\n}\n`;
  const line = whole.split('\n').findIndex(each => each.includes('// calls')) + 1;
  const callers = [{ name: 'main.handle', file: 'a.go', line }];
  assert.match(
    (await said(whole, '// makes', { callers })) ?? '',
    /^onlyFilled: `l\.seen` gains keys in `\(\*ledger\)\.remember`/,
  );
  assert.equal(await said(whole, '// makes'), null);
});

test('in other languages', async () => {
  const python = `class Sessions:
    def __init__(self):
        self.by_id = {}

    def add(self, key, session):
        self.by_id[key] = session


class Server:
    def __init__(self):
        self.sessions = Sessions()

    def accept(self, key):
        session = [key] * 1000  # makes
        self.sessions.add(session=session, key=key)
`;
  assert.match(
    (await said(python, '# makes', { file: 'a.py' })) ?? '',
    /^onlyFilled: `self\.by_id` gains keys in `Sessions\.add`, which gets/,
  );
  const ts = `class SessionStore {
  private readonly byId = new Map<string, object>();
  add(id: string, { session }: { session: object }) {
    this.byId.set(id, session);
  }
}
export class Server {
  constructor(private readonly sessions: SessionStore) {}
  accept(id: string) { // makes
    const session = { id, at: [] };
    this.sessions.add(id, { session });
  }
}
`;
  assert.match(
    (await said(ts, '// makes', { file: 'a.ts' })) ?? '',
    /^onlyFilled: `this\.byId` gains keys in `SessionStore\.add`, which gets/,
  );
  const java = `package p;
class Sessions {
  private final Map<String, Session> byId = new HashMap<>();
  void add(String id, Session session) {
    byId.put(id, session);
  }
}
class Server {
  private final Sessions store = new Sessions();
  void accept(String id) {
    Session session = new Session(id); // makes
    store.add(id, session);
  }
}
`;
  assert.match(
    (await said(java, '// makes', { file: 'A.java' })) ?? '',
    /^onlyFilled: `byId` gains keys in `Sessions\.add`, which gets/,
  );
  const rust = `pub struct Sessions {
    by_id: HashMap<u64, Session>,
}
impl Sessions {
    fn add(&mut self, id: u64, session: Session) {
        self.by_id.insert(id, session);
    }
}
pub struct Server {
    sessions: Sessions,
}
impl Server {
    fn accept(&mut self, id: u64) {
        let session = Session::new(id); // makes
        self.sessions.add(id, session);
    }
}
`;
  assert.match(
    (await said(rust, '// makes', { file: 'a.rs' })) ?? '',
    /^onlyFilled: `self\.by_id` gains keys in `Sessions::add`, which gets/,
  );
});

test('a slice in a map gains what is made on a line before', async () => {
  const text = `package main

type hub struct {
	mu   sync.Mutex
	subs map[string][]chan int
}

func (h *hub) subscribe(id string) <-chan int {
	c := make(chan int, 64) // makes
	h.subs[id] = append(h.subs[id], c)
	return c
}
`;
  assert.equal(
    await said(text, '// makes'),
    'onlyFilled: `h.subs` gains keys at line 10, with what is allocated here, 10 9',
  );
});
