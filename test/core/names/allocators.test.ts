import assert from 'node:assert/strict';
import test from 'node:test';
import { isAllocator } from '../../../src/core/names/allocators.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

const allocators = [
  'malloc',
  '__libc_malloc',
  '_int_malloc',
  'posix_memalign',
  'operator new(unsigned long)',
  'operator new[](unsigned long, std::align_val_t)',
  'std::allocator<int>::allocate(unsigned long)',
  '__gnu_cxx::new_allocator<char>::allocate',
  'std::vector<Row, std::allocator<Row> >::_M_realloc_insert<Row>',
  'tcmalloc::allocate_full_malloc_oom',
  'tc_new',
  'je_malloc_default',
  '_rjem_je_prof_tctx_create',
  '_rjem_mallocx',
  'prof_backtrace_impl',
  'prof_alloc_prep',
  'imalloc_body',
  'imalloc',
  'irallocx_prof',
  'do_rallocx',
  '_mi_heap_malloc_zero',
  'mi_malloc',
  '__rust_alloc',
  '__rustc::__rust_alloc',
  '__rg_alloc',
  '__rdl_alloc_zeroed',
  'alloc::alloc::alloc',
  'alloc::raw_vec::finish_grow',
  'alloc::raw_vec::RawVec<T,A>::grow_one',
  'alloc::vec::Vec<T,A>::push::h0123456789abcdef',
  '<alloc::alloc::Global as core::alloc::Allocator>::allocate',
  '<alloc::vec::Vec<T> as core::clone::Clone>::clone',
  '<tikv_jemallocator::Jemalloc as core::alloc::global::GlobalAlloc>::alloc',
  '<T as alloc::slice::hack::ConvertVec>::to_vec',
  'std::alloc::System::alloc',
  'hashbrown::raw::RawTable<T,A>::reserve_rehash',
  'PyObject_Malloc',
  'runtime.mallocgc',
  'runtime.growslice',
  'runtime.mapassign_faststr',
  'java/util/Arrays.copyOfRange',
  'java.util.Arrays.copyOf(byte[], int)',
  'jdk/internal/misc/Unsafe.allocateUninitializedArray0',
  'java/util/ArrayList.add',
  'java/util/HashMap.putVal',
  'java/util/concurrent/ConcurrentHashMap.putVal',
  'java/util/ImmutableCollections$ListN.<init>',
  'java.util.ArrayDeque.addLast(Object)',
  'java/lang/StringBuilder.toString',
  'java/lang/StringLatin1.newString',
  'java/lang/AbstractStringBuilder.append',
  'java/lang/invoke/LambdaForm$DMH.0x00007f.newInvokeSpecial',
  'java/lang/Long.valueOf',
  '[libjemalloc.so.2] 0x22044',
  '[libtcmalloc_minimal.so.4.5.10] 0x1a2b',
  '[libstdc++.so.6.0.30] 0x13fcdd',
  '[libc++.1.dylib] 0x1a2b',
  'std::vector<int>::push_back(int const&)',
  'std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >::_M_append(char const*, unsigned long)',
  'std::__cxx11::basic_string::_M_mutate',
  'std::__1::vector<int, std::__1::allocator<int>>::push_back[abi:v160006](int const&)',
  'std::basic_string<char, std::char_traits<char>, std::allocator<char> > std::operator+<char, std::char_traits<char>, std::allocator<char> >(char const*, std::string const&)',
  'std::__detail::_Hashtable_alloc::_M_allocate_node',
  'std::unordered_map::emplace',
  'std::make_shared<Session>()',
  'std::_Rb_tree<int, int>::_M_insert_unique(int&&)',
];
for (const name of allocators) {
  test(`${name} is an allocator's`, () => assert.equal(isAllocator(name, ''), true));
}

for (const [name, file] of [
  ['bytes.makeSlice', '/usr/local/go/src/bytes/buffer.go'],
  ['bufio.NewReaderSize', 'bufio/bufio.go'],
  ['strings.(*Builder).grow', '/usr/local/go/src/strings/builder.go'],
  ['slices.Grow[...]', '/usr/local/go/src/slices/slices.go'],
  ['fmt.Sprintf', 'C:/Program Files/Go/src/fmt/print.go'],
  ['io.ReadAll', '/usr/local/go/src/io/io.go'],
  ['container/list.(*List).insertValue', '/usr/local/go/src/container/list/list.go'],
  ['sync.(*Map).Store', '/usr/local/go/src/sync/map.go'],
  ['internal/sync.newEntryNode[...]', '/usr/local/go/src/internal/sync/hashtriemap.go'],
  ['reflect.Value.SetMapIndex', '/usr/local/go/src/reflect/map.go'],
  ['reflect.unsafe_NewArray', '/usr/local/go/src/runtime/malloc.go'],
] as const) {
  test(`${name} of Go's library makes it for its caller`, () => assert.equal(isAllocator(name, file), true));
}

const library = '/rustc/59807616e1fa/library';
for (const [name, file] of [
  ['core::option::Option<T>::map_or_else', `${library}/core/src/option.rs`],
  [
    '<core::iter::adapters::map::Map<I,F> as core::iter::Iterator>::fold',
    `${library}/core/src/iter/adapters/map.rs`,
  ],
  ['core::ops::function::FnOnce::call_once', '/rustc/59807616e1fa/library\\core\\src\\ops\\function.rs'],
  ['<str>::to_owned', `${library}/alloc/src/str.rs`],
  ['std::collections::hash::map::HashMap<K,V,S>::insert', `${library}/std/src/collections/hash/map.rs`],
  ['hashbrown::map::HashMap<K,V,S,A>::insert', '/rust/deps/hashbrown-0.15.2/src/map.rs'],
] as const) {
  test(`${name} of Rust's ${file} only leads on`, () => assert.equal(isAllocator(name, file), true));
}

for (const [name, file] of [
  ['std::vector::emplace_back', '/usr/include/c++/12/bits/vector.tcc'],
  ['std::string::append', '/opt/llvm/include/c++/v1/string'],
  [
    'std::basic_string::_M_mutate',
    '../../../../../src/libstdc++-v3/include/bits/../../../libstdc++-v3/include/bits/basic_string.tcc',
  ],
  [
    'std::vector<int>::_Emplace_reallocate',
    'C:\\Program Files\\Microsoft Visual Studio\\2022\\VC\\Tools\\MSVC\\14.38.33130\\include\\vector',
  ],
] as const) {
  test(`${name} of C++'s ${file} only hands on`, () => assert.equal(isAllocator(name, file), true));
}

const registry = '/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f';
for (const [name, file] of [
  ['alloc', `${registry}/tikv-jemallocator-0.6.1/src/lib.rs`],
  ['realloc', `${registry}/jemallocator-0.5.4/src/lib.rs`],
  [
    'alloc',
    'C:\\Users\\me\\.cargo\\registry\\src\\index.crates.io-6f17d22bba15001f\\mimalloc-0.1.48\\src\\lib.rs',
  ],
  ['alloc', '/root/.cargo/git/checkouts/snmalloc-rs-1f2e3d4c5b6a7988/0a1b2c3/src/lib.rs'],
  ['alloc', `${registry}/dhat-0.3.3/src/lib.rs`],
] as const) {
  test(`${name} of ${file} stands in for the allocator`, () => assert.equal(isAllocator(name, file), true));
}

const others: readonly (readonly [name: string, file: string])[] = [
  ['main.(*cache).malloc', 'cache.go'],
  ['malloc', '/app/pool.js'],
  ['alloc', ''],
  ['allocate', '/src/arena.c'],
  ['main.allocate', 'a.go'],
  ['pageserver::cache::Cache::insert', '/src/cache.rs'],
  ['std::collections::hash::map::HashMap<K,V,S>::insert', ''],
  ['myalloc::Pool::grow', '/src/pool.rs'],
  ['insert', `${registry}/gimli-0.34.0/src/read/abbrev.rs`],
  ['alloc', '/src/mimalloc/src/lib.rs'],
  ['alloc', '/src/my-dhat-0.3/src/arena.rs'],
  ['core::Cache::insert', '/src/core/src/cache.rs'],
  ['core::Cache::insert', '/src/library/core/src/cache.cc'],
  ['std::io::Read::read_to_end', `${library}/std/src/io/mod.rs`],
  ['bytes.makeSlice', '/src/bytes.js'],
  ['example.com/app/bytes.Grow', '/src/app/bytes/grow.go'],
  ['main.bytes', '/src/app/main.go'],
  ['net/http.(*Transport).dialConn', '/usr/local/go/src/net/http/transport.go'],
  ['context.(*cancelCtx).propagateCancel', '/usr/local/go/src/context/context.go'],
  ['encoding/json.(*decodeState).literalStore', '/usr/local/go/src/encoding/json/decode.go'],
  ['sync.(*WaitGroup).Go', '/usr/local/go/src/sync/waitgroup.go'],
  ['reflect.FuncOf', '/usr/local/go/src/reflect/type.go'],
  // As in `go io.Copy(to, from)`: nothing else is on the stack.
  ['io.copyBuffer', '/usr/local/go/src/io/io.go'],
  ['os.OpenFile', '/usr/local/go/src/os/file.go'],
  ['runtime.malg', '/usr/local/go/src/runtime/proc.go'],
  ['app::prof_report', ''],
  ['[libfoo.so] 0x1a2b', ''],
  ['[libjemallocator_user.so] 0x1a2b', ''],
  ['std::shared_ptr<Session> store::open<int>(int)', ''],
  ['std::io::buffered::bufreader::BufReader<R>::new', ''],
  ['std::thread::Builder::spawn', ''],
  ['std::vector<int>::push_back', '/src/vector.cc'],
  ['app::Map::insert', '/src/include/c++20/map.h'],
  ['java/util/stream/Collectors.toList', 'java/util/stream/Collectors'],
  ['java/util/regex/Pattern.compile', 'java/util/regex/Pattern'],
  ['java/util/zip/Inflater.init', 'java/util/zip/Inflater'],
  ['java/lang/ClassLoader.defineClass', 'java/lang/ClassLoader'],
  ['com/acme/util/SessionMap.put', 'SessionMap.java'],
];
for (const [name, file] of others) {
  test(`${name} ${file} is not`, () => assert.equal(isAllocator(name, file), false));
}

test('a long name is looked at in linear time', () => {
  const started = cpuTime();
  for (const part of ['::_M_', '<a as ', 'alloc<', '(anonymous namespace)'])
    isAllocator(part.repeat(20_000), '');
  assert.ok(cpuTime() - started < 1000);
});

test('what V8 brings along is nobody’s, and a function of that name in a file is', () => {
  assert.equal(isAllocator('join', 'v8:builtins'), true);
  assert.equal(isAllocator('join', 'file:///app/join.js'), false);
});
