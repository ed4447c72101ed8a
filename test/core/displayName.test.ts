import assert from 'node:assert/strict';
import test from 'node:test';
import {
  baseName,
  closingBracket,
  localName,
  shortName,
  siteName,
  withoutBrackets,
} from '../../src/core/displayName.ts';

const names: readonly (readonly [full: string, short: string, local: string])[] = [
  [
    'go.etcd.io/etcd/api/v3/mvccpb.(*KeyValue).Unmarshal',
    'mvccpb.(*KeyValue).Unmarshal',
    '(*KeyValue).Unmarshal',
  ],
  ['main.(*dedupeCache).seen', 'main.(*dedupeCache).seen', '(*dedupeCache).seen'],
  ['net/http.(*conn).serve', 'http.(*conn).serve', '(*conn).serve'],
  ['byte[]', 'byte[]', 'byte[]'],
  ['String[][]', 'String[][]', 'String[][]'],
  ['go.etcd.io/raft/v3.(*RawNode).Step', 'raft.(*RawNode).Step', '(*RawNode).Step'],
  ['v3.Get', 'v3.Get', 'Get'],
  ['go.etcd.io/api/v3rpc.Get', 'v3rpc.Get', 'Get'],
  ['runtime.mallocgc', 'runtime.mallocgc', 'mallocgc'],
  ['gopkg.in/yaml%2ev3.unmarshal', 'yaml.v3.unmarshal', 'unmarshal'],
  [
    'example.com/a/b.Map[go.shape.string,example.com/c/d.T].Get',
    'b.Map[go.shape.string,d.T].Get',
    'Map[go.shape.string,d.T].Get',
  ],
  [
    'main.(*box[go.shape.struct { main.a int; example.com/c/d.b int }]).add',
    'main.(*box[go.shape.struct { main.a int; d.b int }]).add',
    '(*box[go.shape.struct { main.a int; d.b int }]).add',
  ],
  ['example.com/a/b.grow[go.shape.[]example.com/c/d.T]', 'b.grow[go.shape.[]d.T]', 'grow[go.shape.[]d.T]'],
  [
    `m.f[go.shape.struct { ${'a int; '.repeat(9)}}]`,
    `m.f[go.shape.struct { ${'a int; '.repeat(6)}a i…]`,
    `f[go.shape.struct { ${'a int; '.repeat(6)}a i…]`,
  ],
  ['example.com/a/b.(*Set[...]).Add.func1', 'b.(*Set).Add.func1', '(*Set).Add.func1'],
  ['std::__1::vector<a::b<c>, d>::push_back(int)', 'vector::push_back', 'vector::push_back'],
  ['void (anonymous namespace)::grow<int>(char*)', '{anonymous}::grow', '{anonymous}::grow'],
  [
    '(anonymous namespace)::serve(store::Recent<int>&, int)::{lambda(int)#1}::operator()(int) const',
    'serve::{lambda#1}',
    'serve::{lambda#1}',
  ],
  ['(anonymous namespace)::serve()::{lambda(int)#1}::operator()', 'serve::{lambda#1}', 'serve::{lambda#1}'],
  ['void app::Pool::run(int) const::$_0::operator()<int>(int) const', 'run::$_0', 'run::$_0'],
  [
    'app::f()::{lambda(int)#1}::operator()(int) const::{lambda(char)#2}::operator()(char) const',
    'f::{lambda#2}',
    'f::{lambda#2}',
  ],
  ["main::'lambda'(int)::operator()(int) const", "main::'lambda'", "main::'lambda'"],
  ['app::Handler::operator()(int) const', 'Handler::operator', 'Handler::operator'],
  ['std::ostream& operator<<(std::ostream&, int)', 'operator', 'operator'],
  ['<alloc::raw_vec::RawVec<alloc::vec::Vec<u8>>>::grow_one', 'RawVec::grow_one', 'RawVec::grow_one'],
  ['<alloc::alloc::Global as core::alloc::Allocator>::allocate', 'Global::allocate', 'Global::allocate'],
  [
    '<&mut dyn core::fmt::Write + Send as core::fmt::Write>::write_str',
    'Write::write_str',
    'Write::write_str',
  ],
  ['<[u8] as alloc::slice::ToOwned>::to_owned', '[u8]::to_owned', '[u8]::to_owned'],
  ['gimli::elf::<impl backtrace::gimli::Mapping>::new', 'Mapping::new', 'Mapping::new'],
  ['fs::<impl io::Read for &mut fs::File>::read::{{closure}}', 'read::{{closure}}', 'read::{{closure}}'],
  [
    'catch_unwind::do_call::<&dyn Fn<(), Output = i32> + Sync, i32>',
    'catch_unwind::do_call',
    'catch_unwind::do_call',
  ],
  ['rt::block_on::{{closure}}::{{closure}}', 'block_on::{{closure}}', 'block_on::{{closure}}'],
  ['rt::CoreGuard::enter::{closure#0}', 'enter::{closure#0}', 'enter::{closure#0}'],
  ['<fn(u8) -> u8 as ops::FnOnce>::call_once', 'fn::call_once', 'fn::call_once'],
  ['poll<Pin<Box<(dyn Future<Output=a::B> + Send)>>, fn(a::B) -> a::C>', 'poll', 'poll'],
  ['{async_block#0}<fn(a::State<b::C>) -> {async_fn_env#0}, a::D>', '{async_block#0}', '{async_block#0}'],
  ['to_owned<u8>', 'to_owned', 'to_owned'],
  ['{closure#1}<fn(u8) -> u8>', '{closure#1}', '{closure#1}'],
  ['Cache.<init>', 'Cache.<init>', 'Cache.<init>'],
  ['<lambda>', '<lambda>', '<lambda>'],
  ['operator<', 'operator<', 'operator<'],
  ['odd<', 'odd<', 'odd<'],
  ['<odd::call', '<odd::call', '<odd::call'],
  ['(anonymous)', '(anonymous)', '(anonymous)'],
  ['malloc', 'malloc', 'malloc'],
  ['[libfoo.so.6] 0x1a2b', '[libfoo.so.6] 0x1a2b', '[libfoo.so.6] 0x1a2b'],
  ['odd]name[', 'odd]name[', 'odd]name['],
  ['a/\u202elive\u202c.f', '\\u202elive\\u202c.f', 'f'],
  ['a/ ', '\\u0020', '\\u0020'],
  ['odd/', 'odd/', 'odd/'],
  ['', '(no name)', '(no name)'],
];

for (const [full, short, local] of names) {
  test(`labels of ${full === '' ? 'an empty name' : full}`, () => {
    assert.equal(shortName(full), short);
    assert.equal(localName(full), local);
  });
}

test('base names of paths of both kinds', () => {
  assert.equal(baseName('go.etcd.io/etcd/api/v3@v3.6.0/mvccpb/kv.pb.go'), 'kv.pb.go');
  assert.equal(baseName('C:\\src\\main.cc'), 'main.cc');
  assert.equal(baseName('kv.go'), 'kv.go');
});

test('a bracket is closed by the one that is as deep', () => {
  assert.equal(closingBracket('F[go.shape.[]int].m', 1, ']'), 16);
  assert.equal(closingBracket('<Vec<u8>>::grow', 0, '>'), 8);
  assert.equal(closingBracket('<Vec<u8>>::grow', 4, '>'), 7);
});

test('an arrow closes none, and what is not closed has no end', () => {
  assert.equal(closingBracket('<fn() -> u8>::call', 0, '>'), 11);
  assert.equal(closingBracket('F[-]', 1, ']'), 3);
  assert.equal(closingBracket('<odd::call', 0, '>'), -1);
});

test('brackets go with what is in them, and what is not closed stays', () => {
  assert.equal(withoutBrackets('a<b<c>, fn() -> d>::e<f>', '>'), 'a::e');
  assert.equal(withoutBrackets('main.Map[K,V[int]].Get', ']'), 'main.Map.Get');
  assert.equal(withoutBrackets('add(int(*)(char))const', ')'), 'addconst');
  assert.equal(withoutBrackets('a<b>::c<d', '>'), 'a::c<d');
  assert.equal(withoutBrackets('<a>', '>'), '');
});

test('a site is called with its package, or its class', () => {
  assert.equal(siteName('example.com/app/cache.(*Cache).Put'), '(*Cache).Put');
  assert.equal(siteName('example.com/app/cache.Fill'), 'cache.Fill');
  assert.equal(siteName('JSONDecoder.raw_decode'), 'JSONDecoder.raw_decode');
});
