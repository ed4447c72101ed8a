import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

/** A cache of C++ whose `put` has these statements, and more functions of its own, in one file. */
const cache = (
  put: string,
  { members = 'std::unordered_map<std::string, Entry> entries_;', more = '' } = {},
) => `
class Cache {
 public:
  void put(const std::string& key, const Entry& entry) {
    ${put}
  }
  ${more}
 private:
  ${members}
};
`;

const ruleOf = async (text: string, options: Parameters<typeof hintAt>[2] = {}): Promise<string | null> =>
  (await hintAt(text, '// here', { file: 'cache.cc', ...options }))?.rule ?? null;

const gains: readonly (readonly [what: string, put: string, members?: string])[] = [
  ['brackets', 'entries_[key] = entry; // here'],
  ['this', 'this->entries_[key] = entry; // here'],
  ['emplace', 'entries_.emplace(key, entry); // here'],
  ['insert', 'entries_.insert({key, entry}); // here'],
  ['insert_or_assign', 'entries_.insert_or_assign(key, entry); // here'],
  ['what a look makes', 'auto& found = entries_[key]; // here'],
  [
    'what is made where it was not',
    'if (entries_.find(key) == entries_.end()) {\n      Entry& made = entries_[key]; // here\n    }',
  ],
  [
    'another key than was asked for',
    'if (entries_.find(other) != entries_.end()) use(entries_[key]); // here',
  ],
  ['what one of two answers makes', 'if (entries_.count(key) || isOpen()) use(entries_[key]); // here'],
  ['what was not there', 'if (entries_.count(key) == 0) entries_[key] = entry; // here'],
  ['push_back', 'entries_.push_back(entry); // here', 'std::vector<Entry> entries_;'],
  ['a set', 'entries_.insert(key); // here', 'std::set<std::string> entries_;'],
  [
    'a guarded map',
    'entries_[key] = entry; // here',
    'std::map<std::string, Entry> entries_ GUARDED_BY(mutex_);',
  ],
  [
    'a map by another name',
    'entries_[key] = entry; // here',
    'using Entries = std::map<std::string, Entry>;\n  Entries entries_;',
  ],
  [
    'a map by an old name',
    'entries_[key] = entry; // here',
    'typedef std::map<std::string, Entry> Entries;\n  Entries entries_;',
  ],
  ['a map of abseil', 'entries_[key] = entry; // here', 'absl::flat_hash_map<std::string, Entry> entries_;'],
  [
    'what was made on a line before',
    'auto made = std::make_shared<Entry>(entry); // here\n    entries_.emplace(key, made);',
  ],
  [
    'what is put into what was made',
    'auto made = std::make_shared<Entry>();\n    made->parts.push_back(key); // here\n    entries_.emplace(key, made);',
  ],
];
for (const [what, put, members] of gains) {
  test(`a cache that gains by ${what}, and is taken from at none`, async () => {
    assert.equal(await ruleOf(cache(put, members === undefined ? {} : { members })), 'onlyFilled');
  });
}

const put = 'entries_[key] = entry; // here';
const silent: readonly (readonly [why: string, text: string])[] = [
  [
    'is one of few keys by another name',
    cache(put, { members: 'using Entries = std::map<EntryKind, Entry>;\n  Entries entries_;' }),
  ],
  [
    'is of another’s type of that name',
    cache(put, { members: 'using Entries = std::map<std::string, Entry>;\n  ring::Entries entries_;' }),
  ],
  [
    'is of a name that two classes give to two things',
    `${cache(put, { members: 'using Entries = std::map<std::string, Entry>;\n  Entries entries_;' })}
class Other { using Entries = boost::circular_buffer<Entry>; };`,
  ],
  [
    'is asked for the key before it is looked up',
    cache('if (entries_.find(key) == entries_.end()) return;\n    use(new Copy(entries_[key])); // here'),
  ],
  ...[
    'if (entries_.find(key) != entries_.end()) {\n      return entries_[key]; // here\n    }',
    'if (entries_.count(key) > 0 && isOpen()) return entries_[key]; // here',
    'if (entries_.contains(key) && entries_[key] == entry) stop(); // here',
    'return entries_.count(key) ? entries_[key] : Entry(); // here',
    'if (entries_.count(key) == 0) { stop(); } else { use(entries_[key]); } // here',
    'for (auto& [key, old] : entries_) entries_[key] = entry; // here',
    'for (const auto& old : entries_) entries_[old.first] = entry; // here',
  ].map(body => ['has the key already', cache(body)] as const),
  ['is emptied', cache(put, { more: 'void reset() { entries_.clear(); }' })],
  ['is swapped', cache(put, { more: 'void take(Map& other) { entries_.swap(other); }' })],
  ['is moved away', cache(put, { more: 'Map take() { return std::move(entries_); }' })],
  ['is assigned', cache(put, { more: 'void set(Map other) { entries_ = other; }' })],
  ['is given away', cache(put, { more: 'Map& all() { return entries_; }' })],
  ['is handed on', cache(put, { more: 'void sweep() { dropOld(entries_); }' })],
  ['has a limit', cache(`if (entries_.size() > limit) return; ${put}`)],
  ['has few keys', cache(put, { members: 'std::map<EntryType, Entry> entries_;' })],
  ['has a constant key', cache('entries_[kDefault] = entry; // here')],
  [
    'is another’s to reach',
    cache(put.replace('entries_', 'entries'), {
      members: 'public:\n  std::map<std::string, Entry> entries;',
    }),
  ],
  [
    'is filled while it is made',
    cache('', { more: 'Cache(const Entry& entry) { entries_["a" + entry.name] = entry; /* // here */ }' }),
  ],
  ['is of an object that lives shortly', cache(put).replaceAll('Cache', 'Request')],
  [
    'is a local',
    'void f(std::string key) {\n  std::map<std::string, int> found;\n  found[key] = 1; // here\n}\n',
  ],
];
for (const [why, text] of silent) {
  test(`nothing is said of what ${why}`, async () =>
    assert.equal(await ruleOf(text, { retained: 0.9 }), null));
}

test('what is taken from in another function is told, where most of it stays all the same', async () => {
  for (const more of [
    'void drop(const std::string& key) { entries_.erase(key); }',
    'void sweep() { std::erase_if(entries_, isOld); }',
  ]) {
    assert.equal(await ruleOf(cache(put, { more }), { retained: 0.9 }), 'removedElsewhere');
    assert.equal(await ruleOf(cache(put, { more })), null);
  }
});

const header = `
class Cache {
 public:
  void put(const std::string& key, const Entry& entry);
  void drop(const std::string& key);
  virtual void log() const = 0;
 private:
  std::unordered_map<std::string, Entry> entries_;
};
`;
const source = `
void Cache::put(const std::string& key, const Entry& entry) {
  entries_[key] = entry; // here
}
`;

test('a class may stand in its header, beside the source or elsewhere', async () => {
  const defined = `${source}\nvoid Cache::drop(const std::string& key) { log(); }\n`;
  const hint = await hintAt(defined, '// here', { file: 'cache.cc', more: { 'cache.h': header } });
  assert.match(hint?.text ?? '', /^`entries_` gains keys here: .* Looked at: this folder, 2 files\.$/);
  const elsewhere = { file: 'cache.cc', more: { '../include/cache.h': header } };
  assert.match(
    (await hintAt(defined, '// here', elsewhere))?.text ?? '',
    /folder and its headers elsewhere, 2 files\.$/,
  );
});

test('a function that is declared and defined in no file may take what it likes', async () => {
  assert.equal(await ruleOf(source, { more: { 'cache.h': header } }), null);
});

test('a destructor runs without being called', async () => {
  const map = 'std::map<std::string, Entry*> entries_;';
  const drop = (name: string): string =>
    cache('entries_[key] = new Entry(entry); // here', {
      members: map,
      more: `${name}(const std::string& key) { entries_.erase(key); }`,
    });
  assert.equal(await ruleOf(drop('void drop'), { retained: 0.9 }), 'removedElsewhere');
  const guard = `${cache('entries_[key] = new Entry(entry); // here', { members: map })}\nGuard::~Guard() { cache.entries_.erase(key); }\n`;
  assert.equal(await ruleOf(guard, { retained: 0.9 }), null);
});

test('what is static lives as long as the process', async () => {
  const file =
    'static std::map<std::string, int> seen;\nvoid f(const std::string& key) {\n  seen[key] = 1; // here\n}\n';
  const hint = await hintAt(file, '// here', { file: 'a.cc' });
  assert.match(
    hint?.text ?? '',
    /It is static and lives as long as the process\. .* Looked at: this folder, 1 file\.$/,
  );
  const inFunction =
    'int f(const std::string& key) {\n  static std::unordered_map<std::string, int> memo;\n  memo[key] = slow(key); // here\n  return 1;\n}\n';
  assert.match(
    (await hintAt(inFunction, '// here', { file: 'a.cc' }))?.text ?? '',
    /^`memo` gains keys here/,
  );
  const unnamed = `namespace {\nstd::map<std::string, int> seen;\n}\n${file.slice(file.indexOf('void'))}`;
  assert.match((await hintAt(unnamed, '// here', { file: 'a.cc' }))?.text ?? '', /^`seen` gains keys here/);
});
