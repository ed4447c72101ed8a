import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const file = 'a.rs';

test('a map by another name is one', async () => {
  const store = (type: string): string => `
type Entries = ${type};

pub struct Store {
    entries: Entries,
}

impl Store {
    pub fn add(&mut self, id: u64) {
        self.entries.insert(id, Entry::new()); // here
    }
}
`;
  const ruleOf = async (type: string) => (await hintAt(store(type), '// here', { file }))?.rule ?? null;
  assert.equal(await ruleOf('HashMap<u64, Entry>'), 'onlyFilled');
  assert.equal(await ruleOf('HashMap<u8, Entry>'), null);
  assert.equal(await ruleOf('Ring<Entry>'), null);
});

const leaky = `use std::collections::{HashMap, VecDeque};

pub struct Server {
    entries: Arc<Mutex<HashMap<u64, Entry>>>,
    log: Vec<String>,
    queue: VecDeque<u64>,
    peers: DashMap<String, u64>,
    text: String,
    limit: usize,
}

impl Server {
    pub fn new(limit: usize) -> Self {
        let mut server = Server {
            entries: Arc::new(Mutex::new(HashMap::new())),
            log: vec![],
            queue: VecDeque::new(),
            peers: DashMap::new(),
            text: String::new(),
            limit,
        };
        server.log.push("made".to_owned());
        server
    }

    fn add(&mut self, id: u64, peer: &str) -> Result<(), Error> {
        let mut entries = self.entries.lock().unwrap();
        entries.insert(id, Entry::new()); // guard
        self.entries.lock()?.entry(id).or_insert_with(Entry::new).count += 1; // entry
        if let Ok(mut entries) = self.entries.lock() {
            entries.insert(id + 1, Entry::new()); // if let
        }
        self.log.push(format!("{id}")); // pushed
        self.queue.push_back(id); // queued
        self.peers.entry(peer.to_owned()).or_default(); // peer
        self.text.push_str(peer); // text
        for line in &self.log {
            println!("{line} {}", self.log.len());
        }
        Ok(())
    }
}
`;

const marks = ['guard', 'entry', 'if let', 'pushed', 'queued', 'peer', 'text'] as const;
const rest = (body: string): string =>
  `${leaky}\nimpl Server {\n    fn rest(&mut self) {\n${body}\n    }\n}\n`;

async function silentAfter(body: string): Promise<readonly string[]> {
  const silent: string[] = [];
  for (const mark of marks) {
    const hint = await hintAt(rest(body), `// ${mark}`, { file });
    if (hint?.rule !== 'onlyFilled') silent.push(mark);
  }
  return silent;
}

test('maps, lists and texts that are only added to, behind guards and bare', async () => {
  assert.deepEqual(await silentAfter(''), []);
  const hint = await hintAt(leaky, '// guard', { file, retained: 0.9 });
  assert.equal(
    hint?.text,
    '`self.entries` gains keys here: it is added to at 3 places and taken from at none, and nothing resets it or limits its size. Of what was allocated here between the captures, 90 % is still there. Looked at: this folder, 1 file.',
  );
  assert.deepEqual(hint?.lines, [{ file, line: 28 }]);
});

test('silent once something may take from it', async () => {
  const entries = ['guard', 'entry', 'if let'];
  const fixes: readonly (readonly [string, readonly string[]])[] = [
    ['self.entries.lock().unwrap().remove(&1);', entries],
    ['let mut map = self.entries.lock().unwrap();\nmap.retain(|_, e| e.count > 0);', entries],
    ['let all = self.entries.clone();\ntokio::spawn(async move { all.lock().await.clear(); });', entries],
    ['match self.entries.lock() { Ok(mut map) => map.clear(), Err(_) => {} }', entries],
    ['*self.entries.lock().unwrap() = HashMap::new();', entries],
    ['sweep(Arc::clone(&self.entries));', entries],
    ['tokio::select! { _ = tick() => { self.entries.lock().unwrap().clear(); } }', entries],
    ['let old = std::mem::take(&mut self.log);', ['pushed']],
    ['self.log.drain(..);', ['pushed']],
    ['trim(&mut self.log);', ['pushed']],
    ['self.log = vec![];', ['pushed']],
    ['while self.queue.len() > self.limit { self.queue.pop_front(); }', ['queued']],
    ['if self.queue.len() >= self.limit { panic!("full"); }', ['queued']],
    ['if self.queue.len() as u64 >= self.limit { panic!("full"); }', ['queued']],
    ['let size = self.queue.len() as u64;', ['queued']],
    ['self.peers.retain(|_, seen| *seen > 0);', ['peer']],
    ['self.text.clear();', ['text']],
    ['*self = Server::new(1);', [...marks]],
    ['let Server { log, .. } = self;', ['pushed']],
  ];
  for (const [body, silent] of fixes) assert.deepEqual(await silentAfter(body), silent, body);
});

test('what only reads does not silence', async () => {
  for (const body of [
    'show(&self.log);',
    'let n = self.entries.lock().unwrap().get(&1).map(|e| e.count);',
    'for (id, e) in self.entries.lock().unwrap().iter() {}',
    'let copy = self.log.clone();',
    'info!("{}", self.queue.len());',
    'self.next(self.queue.len() + 1);',
    'let next = self.queue.len() + 1;',
    'let next = self.queue.len() as u64 + 1;',
    'self.next(self.queue.len() as u64);',
    'Page { number: self.queue.len() + 1, name: name.to_owned() }',
  ]) {
    assert.deepEqual(await silentAfter(body), [], body);
  }
});

test('statics, those of macros too', async () => {
  const text = `
static CACHE: OnceLock<Mutex<HashMap<String, Vec<u8>>>> = OnceLock::new();
lazy_static! {
    static ref SEEN: Mutex<HashSet<u64>> = Mutex::new(HashSet::new());
}
thread_local! {
    static STACK: RefCell<Vec<u64>> = RefCell::new(Vec::new());
}
fn add(name: String, id: u64) {
    CACHE.get_or_init(|| Mutex::new(HashMap::new())).lock().unwrap().insert(name, vec![0; 9]); // cache
    SEEN.lock().unwrap().insert(id); // seen
    STACK.with(|stack| stack.borrow_mut().push(id)); // stack
}
`;
  for (const mark of ['cache', 'seen', 'stack']) {
    assert.equal((await hintAt(text, `// ${mark}`, { file }))?.rule, 'onlyFilled', mark);
  }
  const fixed = `${text}fn drop_all() {
    if let Some(cache) = CACHE.get() { cache.lock().unwrap().clear(); }
    SEEN.lock().unwrap().clear();
    STACK.with_borrow_mut(|stack| { stack.pop(); });
}
`;
  for (const mark of ['cache', 'seen', 'stack']) {
    assert.equal(await hintAt(fixed, `// ${mark}`, { file }), null, mark);
  }
  assert.equal(await hintAt(text.replace('static CACHE', 'pub static CACHE'), '// cache', { file }), null);
});

test('objects that live shortly, and those that were just made', async () => {
  const parser = leaky.replaceAll('Server', 'Parser').replace('Arc<Mutex<HashMap<u64, Entry>>>', 'u8');
  const bare = parser.replace('peers: DashMap<String, u64>', 'peers: u8');
  assert.equal(await hintAt(bare, '// pushed', { file, retained: 0.9 }), null);
  assert.equal(await hintAt(leaky, 'server.log.push', { file, retained: 0.9 }), null);
});

test('memory that is given up', async () => {
  const text = (body: string): string => `fn f(name: String) -> *const u8 {\n    ${body} // here\n}\n`;
  const leaks = [
    'let name: &str = Box::leak(name.into_boxed_str());',
    'let name: &str = name.leak();',
    'let raw = Box::into_raw(Box::new(name));',
    'let raw = CString::new(name).unwrap().into_raw();',
  ];
  for (const body of leaks) {
    assert.equal((await hintAt(text(body), '// here', { file }))?.rule, 'leaked', body);
    const taken = `${text(body)}fn g(p: *mut u8) { drop(unsafe { Box::from_raw(p) }); }\n`;
    assert.equal(await hintAt(taken, '// here', { file }), null, body);
    assert.equal(await hintAt(text(body).replace('fn f', 'fn main'), '// here', { file }), null, body);
  }
  const once = 'static NAME: LazyLock<&str> = LazyLock::new(|| Box::leak(read()));';
  assert.equal(await hintAt(`fn f() {\n    ${once} // here\n}\n`, '// here', { file }), null);
  const guard = text('let guard = lock(name);\n    mem::forget(guard);');
  assert.equal(await hintAt(guard, 'let guard', { file }), null);
  assert.equal((await hintAt(guard.replaceAll('guard', 'lease'), 'let lease', { file }))?.rule, 'leaked');
});

test('what main makes lives long, in whatever file that is', async () => {
  const brief = `pub struct Book { audit: Vec<String> }
impl Book {
    pub fn place(&mut self, id: u64) {
        self.audit.push(format!("{id}")); // grows
    }
}
`;
  const rule = async (main: string): Promise<string | undefined> =>
    (await hintAt(brief, '// grows', { file: 'src/book.rs', more: { 'src/main.rs': main } }))?.rule;
  const made = 'let mut book = book::Book::default(); serve(&mut book);';
  assert.equal(await rule(`async fn main() { ${made} }`), 'onlyFilled');
  assert.equal(
    await rule('fn main() { let mut book = Book { audit: vec![] }; serve(&mut book); }'),
    'onlyFilled',
  );
  assert.equal(await rule(`fn handle() { ${made} }`), undefined);
  assert.equal(await rule('fn main() { handle(Book::default()) }'), undefined);
});
