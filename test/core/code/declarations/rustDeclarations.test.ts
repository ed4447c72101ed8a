import assert from 'node:assert/strict';
import test from 'node:test';
import { listed } from './listed.ts';

test('Rust: impl, trait, lifetimes, raw strings, nested comments', async () => {
  const text = `mod store {
  pub struct Cache<'a> { x: &'a str }
  impl<'a, K: Into<String>> Insert<K> for crate::Cache<'a> where K: Clone {
    fn put<F>(&'a mut self, k: K, f: F) -> Result<(), Box<dyn Error>> where F: Fn(char) -> bool {
      let c = '{'; let r = r#"fn no() { " "#; /* { /* nested */ } */
    }
    fn declared(&self);
  }
  trait Insert<K> { fn default(&self, x: impl Fn()) { fn inner() {} } }
}
pub(crate) unsafe fn free() {}
impl Insert<u8> for u64 { fn wide() {} }
impl<'a> Insert<u8> for &'a mut fmt::Formatter<'a> { fn through() {} }
impl Insert<u8> for &Cache<'_> { fn shared() {} }
impl<T> Insert<u8> for [T] { fn slice() {} }
`;
  assert.deepEqual(await listed('rust', text), [
    'Cache.put 4-6',
    'Insert.default 9-9',
    'inner 9-9',
    'free 11-11',
    'u64.wide 12-12',
    'Formatter.through 13-13',
    'Cache.shared 14-14',
    'slice 15-15',
  ]);
});

test('half-typed code: the functions after it are found', async () => {
  for (const half of ['let x = ', 'if x', 'foo(', 'foo.', 'match x {', 'let s = "', 'for i in', '#[']) {
    const text = `fn before() {}\nfn half() {\n    ${half}\n}\nimpl C {\n    fn after() {\n        x()\n    }\n}\n`;
    const found = await listed('rust', text);
    assert.ok(found.includes('before 1-1'), `${half}: ${found.join(', ')}`);
    // A string goes on to where the next one begins.
    if (half.includes('"')) continue;
    assert.ok(
      found.some(each => each.endsWith('after 6-8')),
      `${half}: ${found.join(', ')}`,
    );
  }
});
