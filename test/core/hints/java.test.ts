import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const file = 'Orders.java';

const leaky = `package shop;

import java.util.*;

@Service
public class Orders {
  private static final Map<String, Order> SEEN = new ConcurrentHashMap<>();
  private static final StringBuilder log = new StringBuilder();
  private static final ThreadLocal<Context> context = new ThreadLocal<>();
  private static final Cache<String, Order> cache = CacheBuilder.newBuilder().build();
  private final List<Order> all = new ArrayList<>();
  private final Set<String> ids;
  private final ObjectOutputStream out = new ObjectOutputStream(file);

  Orders() {
    this.ids = new HashSet<>();
    all.add(null); // constructor
  }

  Order put(String id, Order order) {
    if (SEEN.containsKey(id)) return SEEN.get(id);
    Order made = new Order(id); // made
    synchronized (SEEN) {
      SEEN.put(id, made); // map
    }
    this.all.add(order); // list
    ids.add(id); // set
    log.append(id); // text
    context.set(new Context(id)); // thread
    cache.put(id, order); // cache
    out.writeObject(order); // stream
    for (Order each : all) each.touch();
    for (int i = 0; i < all.size(); i++) all.get(i).touch();
    for (Map.Entry<String, Order> each : SEEN.entrySet()) each.getValue().touch();
    return SEEN.values().stream().findFirst().orElse(null);
  }

  static class Inner {
    int size() { return SEEN.size(); }
  }
}
`;

const rest = (body: string): string =>
  `${leaky.trimEnd().slice(0, -1)}  Object rest(String id) {\n    ${body}\n  }\n}\n`;

async function ruleAt(
  text: string,
  mark: string,
  retained: number | null = null,
): Promise<string | undefined> {
  return (await hintAt(text, mark, { file, retained }))?.rule;
}

test('static fields, and those of what lives long', async () => {
  const hint = await hintAt(leaky, '// map', { file });
  assert.equal(
    hint?.text,
    '`SEEN` gains keys here: it is added to at one place and taken from at none, and nothing resets it or limits its size. It belongs to `Orders` itself and lives as long as the process. How much of what is allocated here stays, these profiles do not tell. Looked at: package shop, 1 file.',
  );
  for (const [mark, rule, text] of [
    ['// made', 'onlyFilled', /^`SEEN` gains keys/],
    ['// list', 'onlyFilled', /^`this\.all` gains elements here: it is added to at 2 places/],
    ['// set', 'onlyFilled', /^`ids` gains members/],
    ['// text', 'onlyFilled', /^`log` gains text/],
    ['// cache', 'onlyFilled', /^`cache` gains keys/],
    ['// thread', 'threadKeeps', /no `context\.remove\(\)` was found/],
    ['// stream', 'streamKeeps', /no `out\.reset\(\)` was found/],
  ] as const) {
    const found = await hintAt(leaky, mark, { file });
    assert.equal(found?.rule, rule, mark);
    assert.match(found?.text ?? '', text, mark);
  }
});

test('fixed: each loses or is bounded somewhere', async () => {
  const fixes: readonly (readonly [mark: string, body: string])[] = [
    ['// map', 'return SEEN.remove(id);'],
    ['// map', 'SEEN.clear(); return null;'],
    ['// map', 'SEEN.values().removeIf(Order::isOld); return null;'],
    ['// map', 'Iterator<Order> i = SEEN.values().iterator(); return i;'],
    ['// map', 'Map<String, Order> seen = SEEN; seen.remove(id); return null;'],
    ['// map', 'ids.forEach(SEEN::remove); return null;'],
    ['// map', 'return SEEN;'],
    ['// map', 'if (SEEN.size() > 100) throw new Full(); return null;'],
    ['// list', 'return all.remove(0);'],
    ['// list', 'if (all != null) { all = new ArrayList<>(); } return null;'],
    ['// list', 'all = new ArrayList<>(); return null;'],
    ['// set', 'prune(ids); return null;'],
    ['// text', 'log.setLength(0); return null;'],
    ['// thread', 'context.remove(); return null;'],
    ['// thread', 'try { run(); } finally { context.set(before); } return null;'],
    ['// cache', 'cache.invalidate(id); return null;'],
    ['// stream', 'out.reset(); return null;'],
  ];
  for (const [mark, body] of fixes) assert.equal(await ruleAt(rest(body), mark), undefined, body);
  const inner = leaky.replace('return SEEN.size();', 'return prune(SEEN);');
  assert.equal(await ruleAt(inner, '// map'), undefined, 'in a class inside');
});

test('bounded by what it is', async () => {
  const variants: Record<string, readonly [mark: string, from: string, to: string]> = {
    'a body that removes': [
      '// map',
      'new ConcurrentHashMap<>()',
      'new LinkedHashMap<>() {\n    protected boolean removeEldestEntry(Map.Entry<String, Order> e) { return size() > 3; }\n  }',
    ],
    'weak keys': ['// map', 'new ConcurrentHashMap<>()', 'new WeakHashMap<>()'],
    'types as keys': ['// map', 'Map<String, Order> SEEN', 'Map<Class<?>, Order> SEEN'],
    'a constant key': ['// map', 'SEEN.put(id, made)', 'SEEN.put("id", made)'],
    'a limit of the cache': ['// cache', 'newBuilder()', 'newBuilder().maximumSize(100)'],
    'an age of the cache': ['// cache', 'newBuilder()', 'newBuilder()\n      .expireAfterWrite(1, HOURS)'],
    'public, another class may take from it': ['// list', 'private final List', 'public final List'],
    'handed on by what Lombok makes': ['// list', 'private final List', '@Getter private final List'],
    'given from outside': ['// set', 'this.ids = new HashSet<>()', 'this.ids = others'],
  };
  for (const [name, [mark, from, to]] of Object.entries(variants))
    assert.equal(await ruleAt(leaky.replace(from, to), mark), undefined, name);
});

test('what does not take from it does not silence', async () => {
  for (const body of [
    'return SEEN.size();',
    'return new ArrayList<>(SEEN.values());',
    'return Collections.unmodifiableMap(SEEN);',
    'Map<String, Order> SEEN = copy(); SEEN.clear(); return null;',
    'other.clear(); return null;',
    '// SEEN.clear();',
  ])
    assert.equal(await ruleAt(rest(body), '// map'), 'onlyFilled', body);
  const more = {
    'Other.java': 'package shop;\nclass Other { void f() { SEEN.clear(); } Map<String, Order> SEEN; }\n',
  };
  assert.equal((await hintAt(leaky, '// map', { file, more }))?.rule, 'onlyFilled', 'of another class');
});

test('what main makes lives long', async () => {
  const text = (method: string): string => `class Book {
  private final List<String> audit = new ArrayList<>();
  void place(String order) {
    audit.add("placed " + order); // grows
  }
}
class App {
  public static void ${method}(String[] args) {
    Book book = new Book();
    serve(book);
  }
}
`;
  assert.equal(await ruleAt(text('main'), '// grows'), 'onlyFilled');
  assert.equal(await ruleAt(text('handle'), '// grows'), undefined);
});

test('taken from by another class of the package, where it can', async () => {
  const open = leaky.replace('private static final Map', 'static final Map');
  const more = { 'Sweep.java': 'package shop;\nclass Sweep { void f() { Orders.SEEN.clear(); } }\n' };
  assert.equal(await hintAt(open, '// map', { file, more }), null);
  assert.equal((await hintAt(leaky, '// map', { file, more }))?.rule, 'onlyFilled');
});

test('silent about what lives shortly, or gains while it is made', async () => {
  const brief = leaky.replace('@Service\n', '').replaceAll('Orders', 'Parser');
  assert.equal(await ruleAt(brief, '// list', 0.9), undefined);
  assert.equal(await ruleAt(leaky, '// constructor'), undefined);
  assert.equal(await ruleAt(leaky.replace('Order put(', 'Order init('), '// map'), undefined);
});

test('what is registered, unless something undoes it under either name', async () => {
  const text = (more: string): string => `class Server {
  void start() {
    ShutdownThread.register(this); // registered
    ${more}
  }
}
`;
  assert.equal(await ruleAt(text(''), '// registered'), 'listenerOnlyAdded');
  for (const undone of ['ShutdownThread.deregister(this);', 'ShutdownThread.unregister(this);'])
    assert.equal(await ruleAt(text(undone), '// registered'), undefined, undone);
});

test('what a statement has found is closed with it', async () => {
  const query = (statement: string): string => `class Query {
  static String first(Connection c) throws SQLException {
    ${statement}
      ResultSet rs = s.executeQuery("x"); // query
      return rs.next() ? rs.getString(1) : null;
    }
  }
}
`;
  const made = 'Statement s = c.createStatement();';
  assert.equal(await ruleAt(query(`${made} {`), '// query'), 'neverReleased');
  for (const statement of [
    'try (Statement s = c.createStatement()) {',
    `${made} try (Closeable all = s::close) {`,
    `${made} register(s); {`,
    'Statement s = last; {',
  ])
    assert.equal(await ruleAt(query(statement), '// query'), undefined, statement);
});

const calls = `package shop;

class Calls {
  void run(Path path) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop)); // hook
    path.toFile().deleteOnExit(); // exit
    Platform.getInstance().addFooListener(this); // listener
    ExecutorService pool = Executors.newFixedThreadPool(3); // pool
    pool.submit(this::stop);
    FileInputStream in = new FileInputStream("a"); // file
    int first = in.read();
    long lines = Files.lines(path).filter(String::isBlank).count(); // lines
  }
}
`;

test('what is never given back', async () => {
  const variants: readonly (readonly [
    mark: string,
    rule: string,
    fixes: readonly (readonly [string, string])[],
  ])[] = [
    [
      '// hook',
      'keptUntilExit',
      [['int first', 'Runtime.getRuntime().removeShutdownHook(hook);\n    int first']],
    ],
    ['// exit', 'keptUntilExit', [['deleteOnExit()', 'delete()']]],
    [
      '// listener',
      'listenerOnlyAdded',
      [
        ['int first', 'Platform.getInstance().removeFooListener(this);\n    int first'],
        ['Platform.getInstance()', 'platform'],
      ],
    ],
    [
      '// pool',
      'neverReleased',
      [
        ['int first', 'pool.shutdown();\n    int first'],
        ['int first', 'this.pool = pool;\n    int first'],
        ['int first', 'run(pool);\n    int first'],
      ],
    ],
    [
      '// file',
      'neverReleased',
      [
        ['int first = in.read();', 'in.close();'],
        ['int first = in.read();', 'read(in);'],
        ['int first = in.read();', 'sd.fchannel = in.getChannel();'],
        ['int first = in.read();', 'use(in.getFD());'],
        [
          'FileInputStream in = new FileInputStream("a");',
          'try (FileInputStream in = new FileInputStream("a")) {}',
        ],
      ],
    ],
    [
      '// lines',
      'neverReleased',
      [['long lines = Files.lines(path)', 'try (var all = Files.lines(path)) {} long lines = all']],
    ],
  ];
  for (const [mark, rule, fixes] of variants) {
    assert.equal(await ruleAt(calls, mark), rule, mark);
    for (const [from, to] of fixes) assert.equal(await ruleAt(calls.replace(from, to), mark), undefined, to);
  }
});
