import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

/** A program that makes an entry on one line and adds it to what a key has on another, and does more elsewhere. */
interface Language {
  readonly file: string;
  readonly text: (more: string) => string;
  /** What only looks at what a key has, and what takes from it. */
  readonly reads: readonly string[];
  readonly takes: readonly string[];
}

const java: Language = {
  file: 'Trail.java',
  text: more => `package p;
class Trail {
  private final Map<Long, List<Entry>> byTicket = new ConcurrentHashMap<>();
  private static final Trail instance = new Trail();
  void record(long ticket, String actor) {
    Entry entry = new Entry(actor); // made
    byTicket.computeIfAbsent(ticket, t -> new ArrayList<>()).add(entry); // added
  }
  void rest(long ticket) {
    ${more}
  }
}
`,
  reads: [
    '',
    'return byTicket.get(ticket);',
    'List<Entry> l = byTicket.get(ticket); l.add(new Entry("me"));',
    'for (List<Entry> l : byTicket.values()) print(l.size());',
    'for (Map.Entry<Long, List<Entry>> e : byTicket.entrySet()) print(e.getKey());',
    'List<Entry> l = byTicket.get(ticket); other.remove(l);',
  ],
  takes: [
    'byTicket.get(ticket).remove(e);',
    'List<Entry> l = byTicket.get(ticket); l.remove(e);',
    'List<Entry> l; l = byTicket.get(ticket); if (l != null) { l.remove(e); }',
    'for (List<Entry> l : byTicket.values()) l.removeIf(Entry::old);',
    'byTicket.values().forEach(l -> l.clear());',
    'byTicket.forEach((k, l) -> l.clear());',
    'byTicket.computeIfPresent(ticket, (k, l) -> { l.remove(e); return l; });',
    'byTicket.getOrDefault(ticket, List.of()).clear();',
    'for (Map.Entry<Long, List<Entry>> e : byTicket.entrySet()) e.getValue().clear();',
    'byTicket.remove(ticket);',
  ],
};

const trailOfPython = (first: string, add: string, more: string): string => `class Trail:
    def __init__(self):
        self.by_ticket = ${first}

    def record(self, ticket, actor):
        entry = Entry(actor) # made
        self.by_ticket${add}.append(entry) # added

    def rest(self, ticket, e):
        ${more}

trail = Trail()
`;
const ofPython = {
  file: 'trail.py',
  reads: [
    'pass',
    'return self.by_ticket.get(ticket)',
    'for l in self.by_ticket.values():\n            print(l)',
  ],
  takes: [
    'self.by_ticket[ticket].remove(e)',
    'self.by_ticket.get(ticket).remove(e)',
    'l = self.by_ticket.get(ticket)\n        l.remove(e)',
    'l = self.by_ticket[ticket]\n        if e in l: l.remove(e)',
    'for l in self.by_ticket.values():\n            l.clear()',
    'for k, l in self.by_ticket.items():\n            l.pop()',
    'l = self.by_ticket[ticket]\n        del l[0]',
    'self.by_ticket[ticket] = [x for x in self.by_ticket[ticket] if x != e]',
    'kept = [x for x in self.by_ticket[ticket] if x != e]\n        self.by_ticket[ticket] = kept',
    'del self.by_ticket[ticket][0]',
    'l = self.by_ticket[ticket]\n        l[:] = l[-9:]',
    'if l := self.by_ticket.get(ticket):\n            l.remove(e)',
    'del self.by_ticket[ticket]',
  ],
};
const pythonDefault: Language = {
  ...ofPython,
  text: more => trailOfPython('defaultdict(list)', '[ticket]', more),
};
const pythonSet: Language = {
  ...ofPython,
  text: more => trailOfPython('{}', '.setdefault(ticket, [])', more),
};

const javascript: Language = {
  file: 'bus.js',
  text: more => `class Bus {
  constructor() { this.listeners = {}; }
  on(topic, fn) {
    const entry = { fn }; // made
    (this.listeners[topic] ||= []).push(entry); // added
  }
  rest(topic, fn) {
    ${more}
  }
}
module.exports = new Bus();
`,
  reads: [
    '',
    'return this.listeners[topic];',
    'for (const l of Object.values(this.listeners)) l.forEach(each => each.fn());',
    'const l = this.listeners[topic]; this.others.splice(l.length, 1);',
  ],
  takes: [
    'this.listeners[topic].splice(0, 1);',
    'const l = this.listeners[topic]; l.splice(l.indexOf(fn), 1);',
    'this.listeners[topic] = this.listeners[topic].filter(x => x !== fn);',
    'const l = this.listeners[topic]; const kept = l.filter(x => x !== fn); this.listeners[topic] = kept;',
    'for (const k in this.listeners) this.listeners[k].length = 0;',
    'for (const l of Object.values(this.listeners)) l.pop();',
    'delete this.listeners[topic];',
  ],
};

const rust: Language = {
  file: 'trail.rs',
  text: more => `pub struct Trail {
    by_ticket: Mutex<HashMap<u64, Vec<Entry>>>,
}

impl Trail {
    pub fn record(&self, ticket: u64, actor: &str) {
        let entry = Entry { actor: actor.to_owned() }; // made
        self.by_ticket.lock().unwrap().entry(ticket).or_default().push(entry); // added
    }

    pub fn rest(&self, ticket: u64) -> Option<()> {
        let mut trails = self.by_ticket.lock().unwrap();
        ${more}
    }
}
`,
  reads: [
    '',
    'trails.get(&ticket).cloned()',
    'if let Some(list) = trails.get_mut(&ticket) { list.push(Entry::new()); }',
    'for list in trails.values_mut() { list.sort(); }',
    'trails.get_mut(&ticket).unwrap().reserve(9);',
  ],
  takes: [
    'trails.get_mut(&ticket).unwrap().clear();',
    'trails.get_mut(&ticket)?.truncate(9);',
    'trails.entry(ticket).or_default().drain(..);',
    'if let Some(list) = trails.get_mut(&ticket) { list.retain(|e| e.fresh()); }',
    'let Some(list) = trails.get_mut(&ticket) else { return None };\nlist.pop();',
    'match trails.get_mut(&ticket) { Some(list) => list.clear(), None => {} }',
    'for list in trails.values_mut() { list.truncate(9); }',
    'for (_, list) in trails.iter_mut() { list.pop(); }',
    'for (_, list) in &mut trails { list.pop(); }',
    'trails.values_mut().for_each(|list| list.clear());',
    'let list = trails.get_mut(&ticket).unwrap(); list.drain(..9);',
    'let list = trails.get_mut(&ticket)?; list.remove(0);',
    'trails.remove(&ticket);',
  ],
};

const typescript: Language = {
  file: 'trail.ts',
  text: more => `class Trail {
  private readonly byTicket = new Map<number, Entry[]>();
  record(ticket: number, actor: string) {
    const entry = new Entry(actor); // made
    let list = this.byTicket.get(ticket);
    if (list === undefined) {
      list = [];
      this.byTicket.set(ticket, list);
    }
    list.push(entry); // added
  }
  rest(ticket: number, e: Entry) {
    ${more}
  }
}
export const trail = new Trail();
`,
  reads: [
    '',
    'return this.byTicket.get(ticket);',
    'for (const l of this.byTicket.values()) l.sort();',
    'const l = this.byTicket.get(ticket); this.others.splice(l.length, 1);',
  ],
  takes: [
    'this.byTicket.get(ticket)?.splice(0, 1);',
    'this.byTicket.get(ticket)!.pop();',
    'const l = this.byTicket.get(ticket); if (l) l.splice(l.indexOf(e), 1);',
    'const l = this.byTicket.get(ticket)!; l.length = 0;',
    'const l = this.byTicket.get(ticket) ?? []; l.length = 0;',
    'for (const l of this.byTicket.values()) l.length = 0;',
    'for (const [k, l] of this.byTicket) l.shift();',
    'for (const [k, l] of this.byTicket.entries()) l.shift();',
    'this.byTicket.forEach(l => l.pop());',
    'this.byTicket.forEach((l, k) => l.pop());',
    'const l = this.byTicket.get(ticket)!; if (l.length > 9) throw e;',
    'this.byTicket.set(ticket, this.byTicket.get(ticket)!.filter(e => e.fresh));',
    'this.byTicket.delete(ticket);',
  ],
};

const javaByLocal: Language = {
  ...java,
  text: more =>
    java
      .text(more)
      .replace(
        'byTicket.computeIfAbsent(ticket, t -> new ArrayList<>()).add(entry);',
        'List<Entry> list = byTicket.get(ticket); if (list == null) { list = new ArrayList<>(); byTicket.put(ticket, list); }\n    list.add(entry);',
      ),
};

const pythonByLocal: Language = {
  ...ofPython,
  text: more =>
    trailOfPython('{}', '', more).replace(
      'self.by_ticket.append',
      'l = self.by_ticket.get(ticket)\n        if l is None:\n            l = self.by_ticket[ticket] = []\n        l.append',
    ),
};

for (const [name, { file, text, reads, takes }] of Object.entries({
  java,
  javaByLocal,
  pythonDefault,
  pythonSet,
  pythonByLocal,
  javascript,
  typescript,
  rust,
})) {
  const ruleOf = async (more: string, mark: 'made' | 'added'): Promise<string | undefined> => {
    const comment = file.endsWith('.py') ? '#' : '//';
    return (await hintAt(text(more), `${comment} ${mark}`, { file }))?.rule;
  };

  test(`${name}: what a key has gains, from where it is made to where it is added`, async () => {
    for (const more of reads) {
      assert.equal(await ruleOf(more, 'made'), 'onlyFilled', more);
      assert.equal(await ruleOf(more, 'added'), 'onlyFilled', more);
    }
  });

  test(`${name}: what is taken from what a key has is taken`, async () => {
    for (const more of takes) {
      assert.equal(await ruleOf(more, 'made'), undefined, more);
      assert.equal(await ruleOf(more, 'added'), undefined, more);
    }
  });
}

test('of what a key has it is said that it gains, where the key was there before', async () => {
  const hint = await hintAt(typescript.text(''), '// made', { file: typescript.file });
  assert.match(
    hint?.text ?? '',
    /^`this\.byTicket` gains entries under its keys at line 10, with what is allocated here: nothing was found that takes from it or from them, resets it or limits its size\. /,
  );
  assert.match(
    (await hintAt(java.text(''), '// added', { file: java.file }))?.text ?? '',
    /^`byTicket` gains keys here: /,
  );
});

test('what a set under a key gains is no key', async () => {
  const text = `class OneManager {
  private readonly byId = new Map<string, Set<object>>();
  add(id: string, v: object): void {
    let set = this.byId.get(id);
    if (set === undefined) this.byId.set(id, (set = new Set()));
    set.add(v); // grows
  }
}
export const one = new OneManager();
`;
  assert.match(
    (await hintAt(text, '// grows', { file: 'one.ts' }))?.text ?? '',
    /^`this\.byId` gains entries under its keys here: /,
  );
});

test('what another object than a container has for methods is no gain', async () => {
  const text = `class Backend:
    def __init__(self):
        self.clusters = {}

    def add(self, name):
        self.clusters[name] = Cluster()

    def change(self, name, size):
        cluster = self.clusters[name]
        cluster.update(size) # changed
        self.clusters[name].size += size # counted

backend = Backend()
`;
  for (const mark of ['# changed', '# counted'])
    assert.equal(await hintAt(text, mark, { file: 'backend.py' }), null, mark);
});

test('what a function fills to give it back is made once for each key', async () => {
  const text = `const tables = {};
function tableOf(kind) {
  let table = tables[kind];
  if (table) return table;
  table = tables[kind] = [];
  for (let i = 0; i < 128; i++) table.push(String(i)); // filled
  return table;
}
module.exports = s => tableOf(s);
`;
  assert.equal(await hintAt(text, '// filled', { file: 'tables.js' }), null);
});

test('what is no map’s is no key’s either', async () => {
  const text = `class Pool {
  rows = [];
  add(i, x) {
    const row = this.rows[i]; // row
    row.push(x); // added
  }
}
module.exports = new Pool();
`;
  assert.equal(await hintAt(text, '// added', { file: 'pool.js' }), null);
});

test('keys that are gained stay, whatever is taken from what they have', async () => {
  const windows = `export class Limiter {
  private readonly windows: Record<string, number[]> = {};
  allow(address: string, now: number) {
    if (!this.windows[address]) this.windows[address] = []; // grows
    this.windows[address] = this.windows[address].filter(at => at > now - 1000);
    return this.windows[address].length < 9;
  }
}
export const limiter = new Limiter();
`;
  assert.equal((await hintAt(windows, '// grows', { file: 'limiter.ts' }))?.rule, 'onlyFilled');
});

test('where it is taken from elsewhere, that is said with the place', async () => {
  const hint = await hintAt(
    java.text('List<Entry> l = byTicket.get(ticket); if (l != null) l.clear();'),
    '// made',
    { file: java.file, retained: 0.9 },
  );
  assert.equal(hint?.rule, 'removedElsewhere');
  assert.deepEqual(hint.next?.lines, [{ file: java.file, line: 10 }]);
});

test('what a cache has is asked for by methods that other objects have as well', async () => {
  // The snippet is that of Tomcat's `Request`.
  const text = `package p;
class RequestRegistry {
  private static final Map<String, Adapter> adapters = new HashMap<>();
  static void put(String name, Adapter adapter) { adapters.put(name, adapter); }
  Object attribute(String name) {
    Adapter adapter = adapters.get(name);
    return adapter.get(this, name); // asked
  }
}
`;
  assert.equal(await hintAt(text, '// asked', { file: 'RequestRegistry.java' }), null);
});

/** Loops that write to the keys that a container has, in a class that has it as `m`, and ones that write to others. */
const loops: Readonly<
  Record<
    string,
    {
      readonly text: (loop: string) => string;
      readonly own: readonly string[];
      readonly others: readonly string[];
    }
  >
> = {
  'a.go': {
    text: loop => `package p
type aCache struct {
	mu sync.Mutex
	m  map[string]int
}
func (a *aCache) put(k string) {
	a.m[k] = 1 // put
}
func (a *aCache) bump(other map[string]int) {
	${loop} // loop
}
`,
    own: [
      'for k, v := range a.m { a.m[k] = v + 1 }',
      'for k := range a.m { a.m[k] = 1 }',
      'for k := range a.m { a.m[k]++ }',
    ],
    others: ['for k, v := range other { a.m[k] = v }', 'for k, v := range a.m { a.m[k+"x"] = v }'],
  },
  'ACache.java': {
    text: loop => `class ACache {
  private final Map<String, Integer> m = new HashMap<>();
  void put(String k) {
    m.put(k, 1); // put
  }
  void bump(Map<String, Integer> other) {
    ${loop} // loop
  }
}
`,
    own: [
      'for (Map.Entry<String, Integer> e : m.entrySet()) { m.put(e.getKey(), 1); }',
      'for (String k : m.keySet()) { m.put(k, 1); }',
      'm.forEach((k, v) -> m.put(k, v + 1));',
    ],
    others: [
      'for (String k : other.keySet()) { m.put(k, 1); }',
      'for (Map.Entry<String, Integer> e : m.entrySet()) { m.put(e.getValue(), 1); }',
    ],
  },
  'a.ts': {
    text: loop => `class ACache {
  m = new Map<string, number>();
  put(k) {
    this.m.set(k, 1); // put
  }
  bump(other) {
    ${loop} // loop
  }
}
`,
    own: [
      'for (const [k, v] of this.m) this.m.set(k, v + 1);',
      'for (const k of this.m.keys()) this.m.set(k, 1);',
      'for (const [k, v] of this.m.entries()) this.m.set(k, v + 1);',
    ],
    others: [
      'for (const [k, v] of other) this.m.set(k, v);',
      'for (const k of this.m.values()) this.m.set(k, 1);',
    ],
  },
  'a.py': {
    text: loop => `class ACache:
    def __init__(self):
        self.m = {}
    def put(self, k):
        self.m[k] = 1 # // put
    def bump(self, other):
        ${loop} # // loop
`,
    own: [
      'for k, v in self.m.items(): self.m[k] = v + 1',
      'for k, v in list(self.m.items()): self.m[k] = v + 1',
      'for k in self.m: self.m[k] = 1',
      'for k in list(self.m): self.m[k] = 1',
      'for k in sorted(self.m.keys()): self.m[k] = 1',
    ],
    others: ['for k, v in other.items(): self.m[k] = v', 'for k in self.m.values(): self.m[k] = 1'],
  },
};
for (const [file, { text, own, others }] of Object.entries(loops)) {
  test(`${file}: what goes through the keys of a container adds none to it, and is not counted`, async () => {
    for (const loop of own) {
      assert.equal(await hintAt(text(loop), '// loop', { file }), null, loop);
      assert.match(
        (await hintAt(text(loop), '// put', { file }))?.text ?? '',
        /is added to at one place/,
        loop,
      );
    }
    for (const loop of others)
      assert.match(
        (await hintAt(text(loop), '// loop', { file }))?.text ?? '',
        /is added to at 2 places/,
        loop,
      );
  });
}
