import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const file = 'shop.py';

const leaky = `import threading

seen = {}
names: list[str] = []
counts = defaultdict(int)


class Cache:
    shared = set()

    def __init__(self, limit):
        self._lock = threading.Lock()
        self.limit = limit
        self.entries: dict[str, Entry] = {}

    def get(self, key):
        with self._lock:
            if self.entries is None:
                self.entries = {}
            if key in self.entries:
                return self.entries[key]
            entry = Entry(key)  # made
            self.entries[key] = entry  # grows
            print(f"{len(self.entries)} entries, {self.entries}")
            self.shared.add(key)  # class
        for each in self.entries.values():
            each.touch()
        return self.entries.get(key)


def mark(id, known={}):
    seen.setdefault(id, 1)  # map
    names.append(id)  # list
    counts[id] += 1  # counts
    known[id] = True  # default
`;

const rest = (body: string): string => `${leaky}\nclass More(Cache):\n    def rest(self):\n        ${body}\n`;
const fixedBy = (body: string): string => `${leaky}\ndef fix():\n    global names, seen\n    ${body}\n`;

async function ruleAt(
  text: string,
  mark: string,
  retained: number | null = null,
): Promise<string | undefined> {
  return (await hintAt(text, mark, { file, retained }))?.rule;
}

test('a field of a class whose objects are shared, a class attribute, variables of a module, a default value', async () => {
  const hint = await hintAt(leaky, '# grows', { file });
  assert.equal(
    hint?.text,
    '`self.entries` gains keys here: it is added to at one place and taken from at none, and nothing resets it or limits its size. How much of what is allocated here stays, these profiles do not tell. Looked at: this folder, 1 file.',
  );
  assert.equal(await ruleAt(leaky, '# made'), 'onlyFilled');
  for (const [mark, text] of [
    ['# class', /^`self\.shared` gains members here: .* It belongs to `Cache` itself/],
    [
      '# map',
      /^`seen` gains keys here: .* It is a variable of its module .* Looked at: this folder, 1 file\.$/,
    ],
    ['# list', /^`names` gains elements here/],
    ['# counts', /^`counts` gains keys here/],
    ['# default', /^`known` gains keys here: .* It is a default value, made once for all calls/],
  ] as const) {
    assert.match((await hintAt(leaky, mark, { file }))?.text ?? '', text, mark);
  }
});

test('fixed: each loses or is bounded somewhere', async () => {
  const fixes = [
    'del self.entries["a"]',
    'del other[0], self.entries["a"]',
    'self.entries.pop("a", None)',
    'self.entries.popitem()',
    'self.entries.clear()',
    'task.add_done_callback(self.entries.pop)',
    'self.entries = {}',
    'self.entries, old = {}, 1',
    'if self.entries is not None:\n            self.entries = {}',
    'if self.entries != None:\n            self.entries = {}',
    'if not keep:\n            self.entries = {}',
    'if keep not in self.others:\n            self.entries = {}',
    'if not hasattr(self, "others"):\n            self.entries = {}',
    'entries = self.entries\n        entries.clear()',
    'prune(self.entries)',
    'return self.entries',
    'if len(self.entries) >= self.limit:\n            raise Full',
  ];
  for (const fix of fixes) assert.equal(await ruleAt(rest(fix), '# grows'), undefined, fix);
  for (const fix of ['del names[0]', 'names[:] = []', 'names = []', 'names.pop()', 'heapq.heappop(names)'])
    assert.equal(await ruleAt(fixedBy(fix), '# list'), undefined, fix);
  for (const fix of ['seen = {}', 'seen.clear()', 'prune(seen)'])
    assert.equal(await ruleAt(fixedBy(fix), '# map'), undefined, fix);
  const reset = leaky.replace('self.shared.add(key)', 'self.__dict__.clear()');
  assert.equal(await ruleAt(reset, '# grows'), undefined, 'the whole object is reset');
  const limited = leaky.replace('names: list[str] = []', 'names = deque(maxlen=100)');
  assert.equal(await ruleAt(limited, '# list'), undefined);
  const weak = leaky.replace('seen = {}', 'seen = WeakValueDictionary()');
  assert.equal(await ruleAt(weak, '# map'), undefined);
});

test('taken from in another file of the folder', async () => {
  const more = { 'clean.py': 'from .shop import seen\n\ndef clean():\n    seen.clear()\n' };
  assert.equal(await hintAt(leaky, '# map', { file, more }), null);
  const only = { 'clean.py': 'from .shop import seen\n\ndef ask(id):\n    return seen.get(id)\n' };
  assert.equal((await hintAt(leaky, '# map', { file, more: only }))?.rule, 'onlyFilled');
});

test('what does not take from it does not silence', async () => {
  for (const body of [
    'print(self.entries)',
    'return sorted(self.entries)',
    'return len(self.entries) > 0',
    'return [each for each in self.entries]',
    'del self.others["a"]',
    '# self.entries.clear()',
    'if not self.entries:\n            self.entries = {}',
    'if self.entries == None:\n            self.entries = {}',
    'if not hasattr(self, "entries"):\n            self.entries = {}',
    'if "entries" not in self.__dict__:\n            self.entries = {}',
  ])
    assert.equal(await ruleAt(rest(body), '# grows'), 'onlyFilled', body);
  const local = `${leaky}\ndef other():\n    seen = {}\n    seen.clear()\n`;
  assert.equal(await ruleAt(local, '# map'), 'onlyFilled', 'a local of the same name');
});

test('silent about what is local, made with its object, few, or shortly there', async () => {
  const variants: Record<string, readonly [from: string, to: string]> = {
    local: ['def mark(id', 'def mark(id, seen'],
    'of another function': ['def mark(id, known={}):', 'def mark(id, known={}):\n    seen = {}'],
    'a constant key': ['seen.setdefault(id, 1)', 'seen.setdefault("a", 1)'],
    'a type as the key': ['seen.setdefault(id, 1)', 'seen.setdefault(type(id), 1)'],
    'registered once': ['def mark(', 'def register_mark('],
  };
  for (const [name, [from, to]] of Object.entries(variants))
    assert.equal(await ruleAt(leaky.replace(from, to), '# map'), undefined, name);
  const called = `${leaky}\nmark("a")\nmark("b")\n`;
  assert.equal(await ruleAt(called, '# map'), undefined, 'as often as the module calls it');
  const loops = called.replace('    seen.setdefault', '    while True:\n        seen.setdefault');
  assert.equal(await ruleAt(loops, '# map'), 'onlyFilled', 'in a loop of what the module calls');
  const brief = leaky.replace('        self._lock = threading.Lock()\n', '').replaceAll('Cache', 'Parser');
  assert.equal(await ruleAt(brief, '# grows', 0.9), undefined, 'a parser');
  const made = leaky.replace('def get(self, key):', 'def __init__(self, key):');
  assert.equal(await ruleAt(made, '# grows'), undefined, 'in the constructor');
  const copied = leaky.replace('known={}):', 'known={}):\n    known = dict(known)');
  assert.equal(await ruleAt(copied, '# default'), undefined, 'a default value that is copied');
});

test('what main or the program itself makes lives long', async () => {
  const text = (made: string): string => `class Book:
    def __init__(self):
        self.audit = []

    def place(self, order):
        self.audit.append(f"placed {order}")  # grows

${made}
`;
  for (const made of ['def main():', 'async def main():', 'if __name__ == "__main__":'])
    assert.equal(
      await ruleAt(text(`${made}\n    book = Book()\n    serve(book)`), '# grows'),
      'onlyFilled',
      made,
    );
  for (const made of ['def handle():\n    book = Book()', 'def main():\n    book = book_of(1)'])
    assert.equal(await ruleAt(text(made), '# grows'), undefined, made);
});

const cached = `import functools

@functools.lru_cache(maxsize=None)  # decorator
def load(path):
    data = read(path)
    return parse(data)  # returns

class Client:
    @functools.cache
    def fetch(self, id):  # method
        return self.get(id)
`;

test('a cache without a limit, at any of its lines', async () => {
  for (const mark of ['# decorator', 'def load', '# returns', '# method'])
    assert.equal(await ruleAt(cached, mark), 'cacheWithoutLimit', mark);
  assert.match(
    (await hintAt(cached, '# method', { file }))?.text ?? '',
    /for each object, and the object as well/,
  );
  const variants: Record<string, readonly [from: string, to: string]> = {
    'a limit': ['maxsize=None', 'maxsize=100'],
    'no arguments': ['(path)', '()'],
    'a type': ['load(path)', 'load(cls)'],
    cleared: ['class Client', 'def forget():\n    load.cache_clear()\n\nclass Client'],
  };
  for (const [name, [from, to]] of Object.entries(variants))
    assert.equal(await ruleAt(cached.replace(from, to), '# decorator'), undefined, name);
});

const kept = `import atexit, logging, weakref

class Client:
    def open(self, stream):
        atexit.register(self.close)  # exit
        weakref.finalize(self, self.close)  # finalize
        log = logging.getLogger("client")
        log.addHandler(logging.StreamHandler(stream))  # handler

    def close(self):
        pass
`;

test('what is kept until the process ends', async () => {
  assert.equal(await ruleAt(kept, '# exit'), 'keptUntilExit');
  assert.equal(await ruleAt(kept, '# finalize'), 'keptUntilExit');
  assert.equal(await ruleAt(kept, '# handler'), 'listenerOnlyAdded');
  const variants: readonly (readonly [mark: string, from: string, to: string])[] = [
    ['# exit', 'weakref.finalize', 'atexit.unregister'],
    ['# exit', 'self.close)  # exit', 'close_all)  # exit'],
    ['# finalize', 'weakref.finalize(self, self.close)', 'weakref.finalize(self, close, 3)'],
    ['# finalize', 'def close(self)', '@staticmethod\n    def close()'],
    ['# finalize', 'def close(self)', '@classmethod\n    def close(cls)'],
    ['# finalize', '    def close(self)', 'class Other:\n    def close(self)'],
    ['# handler', 'log = logging', 'if log.handlers: return\n        log = logging'],
    ['# handler', 'atexit.register(self.close)', 'log.removeHandler(handler)'],
    ['# handler', 'def open', 'def setup_logging'],
  ];
  for (const [mark, from, to] of variants)
    assert.equal(await ruleAt(kept.replace(from, to), mark), undefined, to);
});

test('what is made on one line and appended on another', async () => {
  const text = `class Log:
    def __init__(self):
        self.items = []

    def add(self, x):
        entry = Entry(x) # made
        self.items.append(entry)

log = Log()
`;
  const hint = await hintAt(text, '# made', { file: 'log.py' });
  assert.match(hint?.text ?? '', /^`self\.items` gains elements at line 7, with what is allocated here: /);
});
